import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, describe, expect, it } from 'vitest';
import type { SandboxInfo } from '../../src/sandbox/node.js';

const COMMAND = ['--import', 'tsx', 'src/cli/orgkit.ts'];
const started: ChildProcess[] = [];
afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
});

const killGroup = (pid: number): void => {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // Nothing is left.
  }
};

interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const runToEnd = (...args: string[]): Promise<Ended> =>
  new Promise((resolve) => {
    const child = execFile(process.execPath, [...COMMAND, ...args], (_error, stdout, stderr) =>
      resolve({ status: child.exitCode, stdout, stderr }),
    );
    started.push(child);
  });

const start = async (...args: string[]) => {
  const child = spawn(process.execPath, [...COMMAND, 'sandbox', '--port', '0', ...args]);
  started.push(child);
  const output = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk: Buffer) => (output.stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output.stderr += chunk.toString()));
  const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  const stop = async (signal: NodeJS.Signals): Promise<number | null> => {
    child.kill(signal);
    const [status] = (await once(child, 'exit')) as [number | null];
    return status;
  };
  return { info: JSON.parse(line) as SandboxInfo, output, stop };
};

const managementToken = (endpoint: string): Promise<Response> =>
  fetch(`${endpoint}/oidc/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: 'sandbox-m2m',
      client_secret: 'sandbox-m2m-secret',
      resource: 'https://default.logto.app/api',
      scope: 'all',
    }),
  });

describe('orgkit sandbox', () => {
  it('ends with the `npm run` that started it', async () => {
    const npm = spawn('npm', ['run', '--silent', 'sandbox', '--', '--port', '0'], { detached: true });
    try {
      const [line] = (await once(createInterface({ input: npm.stdout }), 'line')) as [string];
      const { endpoint } = JSON.parse(line) as SandboxInfo;
      npm.kill('SIGTERM');
      await expect.poll(() => fetch(endpoint).catch(() => 'gone'), { timeout: 10_000 }).toBe('gone');
    } finally {
      // Whatever is left of its group, so that a failure leaves nothing behind.
      if (npm.pid !== undefined) killGroup(npm.pid);
    }
  });

  it.each(['SIGINT', 'SIGTERM'] as const)(
    'prints one line of JSON, works, and ends with 0 at %s',
    async (signal) => {
      const { info, output, stop } = await start('--seed', 'demo');
      expect(info).toMatchObject({
        endpoint: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
        managementApi: `${info.endpoint}/api`,
        m2m: { id: 'sandbox-m2m', secret: 'sandbox-m2m-secret', resource: 'https://default.logto.app/api' },
        spa: { id: 'sandbox-spa' },
        resource: 'https://api.orgkit.test',
        mailbox: `${info.endpoint}/mailbox`,
      });
      expect(info.accounts).toHaveLength(6);
      expect(info.accounts[0]).toMatchObject({ email: expect.any(String), name: expect.any(String) });
      const { access_token } = (await (await managementToken(info.endpoint)).json()) as Record<
        string,
        string
      >;
      const headers = { authorization: `Bearer ${access_token}` };
      expect(await (await fetch(`${info.managementApi}/organizations`, { headers })).json()).toHaveLength(4);
      expect(await (await fetch(`${info.endpoint}/`)).text()).toContain('no production server');
      expect((await fetch(`${info.endpoint}/nothing`)).status).toBe(404);
      expect(await stop(signal)).toBe(0);
      expect(output.stdout.trim().split('\n')).toHaveLength(1);
      expect(output.stderr).toContain('no production server');
    },
  );

  it('fails every call of the token endpoint and the Management API with --fail 1', async () => {
    const { info } = await start('--fail', '1', '--seed', 'empty');
    expect((await managementToken(info.endpoint)).status).toBe(503);
    expect((await fetch(`${info.managementApi}/organizations`)).status).toBe(503);
    expect((await fetch(`${info.endpoint}/oidc/jwks`)).status).toBe(200);
  });

  it('waits before each answer with --latency', async () => {
    const { info } = await start('--latency', '300', '--seed', 'empty');
    const began = performance.now();
    expect((await managementToken(info.endpoint)).status).toBe(200);
    expect(performance.now() - began).toBeGreaterThan(290);
  });

  it('keeps its state in a file, and refuses a damaged one', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'orgkit-cli-'));
    const file = join(folder, 'state.json');
    const { stop } = await start('--data', file, '--seed', 'demo');
    await stop('SIGTERM');
    expect(await readFile(file, 'utf8')).toContain('ada@demo.test');
    await writeFile(file, '{');
    const { status, stdout, stderr } = await runToEnd('sandbox', '--port', '0', '--data', file);
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toContain(file);
    expect(await readFile(file, 'utf8')).toBe('{');
    await rm(folder, { recursive: true });
  });

  it('says that a port is taken', async () => {
    const { info } = await start('--seed', 'empty');
    const { status, stderr } = await runToEnd('sandbox', '--port', new URL(info.endpoint).port);
    expect(status).toBe(1);
    expect(stderr).toContain('is taken');
  });

  it.each([
    [['--nonsense'], '--seed'],
    [['stray'], '--seed'],
    [['--port', 'abc'], '65535'],
    [['--port', '65536'], '65535'],
    [['--port', '-1'], '65535'],
    [['--seed', 'members=0'], 'members=N'],
    [['--seed', 'other'], 'demo'],
    [['--latency', '1.5'], 'milliseconds'],
    [['--fail', '2'], 'from 0 to 1'],
    [['--fail', ''], 'from 0 to 1'],
    [['--data', ''], 'file'],
    [['--host', '192.0.2.1', '--port', '0'], 'of this machine'],
    [['--host', 'nobody.invalid', '--port', '0'], 'of this machine'],
  ])('ends with 2 and one line that says what was expected: %j', async (args, expected) => {
    const { status, stdout, stderr } = await runToEnd('sandbox', ...args);
    const lines = stderr.split('\n').filter((line) => line.startsWith('orgkit:'));
    expect([status, stdout]).toEqual([2, '']);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(expected);
  });
});

describe('orgkit', () => {
  it('prints help and its version', async () => {
    expect(await runToEnd('--help')).toMatchObject({ status: 0, stdout: expect.stringContaining('sandbox') });
    expect((await runToEnd('sandbox', '--help')).stdout).toContain('--latency');
    const { version } = JSON.parse(await readFile('package.json', 'utf8')) as { version: string };
    expect((await runToEnd('--version')).stdout.trim()).toBe(version);
  });

  it.each([[[]], [['nonsense']], [['constructor']]])(
    'ends with 2 without a known command: %j',
    async (args) => {
      const { status, stderr } = await runToEnd(...args);
      expect(status).toBe(2);
      expect(stderr).toContain('expected a command');
    },
  );
});
