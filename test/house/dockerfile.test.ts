import { chmod, cp, mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { execFile } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { served, startLogto, startProcess, type LogtoServer } from '../cli/serve-process.js';

/** No engine builds it here: its instructions are read, and what it starts is started from the files it copies. */
const text = await readFile('Dockerfile', 'utf8');
const stage = text.split(/^FROM /m).at(-1) ?? '';
const json = (instruction: string): string[] =>
  JSON.parse(new RegExp(`^${instruction}[^\\[\\n]*(\\[.*\\])$`, 'm').exec(stage)?.[1] ?? '[]') as string[];
const environment = Object.fromEntries(
  (/^ENV (.*)$/m.exec(stage)?.[1] ?? '').split(' ').map((pair) => pair.split('=') as [string, string]),
);
const health = /^HEALTHCHECK .*CMD (\[.*\])$/m.exec(stage)?.[1] ?? '[]';

let folder: string;
let logto: LogtoServer;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'orgkit-image-'));
  logto = await startLogto();
  for (const [, from = ''] of stage.matchAll(/^COPY --from=build \S+ \/build\/(\S+)/gm)) {
    if (from === 'node_modules') await symlink(resolve(from), join(folder, from));
    else await cp(from, join(folder, from), { recursive: true });
  }
  await chmod(folder, 0o555);
});
afterAll(async () => {
  await logto.close();
  await chmod(folder, 0o755);
  await rm(folder, { recursive: true });
});

describe('the Dockerfile', () => {
  it('ends as somebody who is not root, who owns none of the files', () => {
    expect(stage).toMatch(/^USER node$/m);
    expect(stage.indexOf('\nUSER')).toBeGreaterThan(stage.lastIndexOf('\nCOPY'));
    for (const line of stage.match(/^COPY .*$/gm) ?? []) expect(line).toContain('--chown=root:root');
    expect(stage).not.toMatch(/apt-get|npm ci|npm install|LOGTO_M2M_SECRET/);
  });

  it('starts the backend, answers its health check, and stops at SIGTERM', async () => {
    const [program = '', ...args] = json('CMD');
    expect(program).toBe('node');
    const settings = { ...logto.environment, ...environment, ORGKIT_LISTEN_PORT: '0' };
    const command = args.map((arg) => (arg.startsWith('dist/') ? join(folder, arg) : arg));
    const running = startProcess(process.execPath, command, settings);
    try {
      const { origin } = await served(running);
      const [, ...check] = JSON.parse(health) as [string, ...string[]];
      const { port } = new URL(origin);
      const env = { ...process.env, ORGKIT_LISTEN_PORT: port };
      await promisify(execFile)(process.execPath, check, { env });
      running.child.kill('SIGTERM');
      expect(await running.exited).toBe(0);
      await expect(promisify(execFile)(process.execPath, check, { env })).rejects.toMatchObject({ code: 1 });
    } finally {
      running.child.kill('SIGKILL');
    }
  });
});
