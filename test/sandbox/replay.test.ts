import { spawn } from 'node:child_process';
import { serve, type ServerType } from '@hono/node-server';
import { expect, test } from 'vitest';
import { SANDBOX_M2M } from '../../src/sandbox/built-in.js';
import { startSandbox } from '../../src/sandbox/node.js';
import { createSandbox } from '../../src/sandbox/sandbox.js';

/** Runs the replay as anybody would against a Logto of their own. */
const replay = (endpoint: string): Promise<{ lastLine: string | undefined; status: number | null }> =>
  new Promise((resolve) => {
    const script = new URL('../recordings/replay.mjs', import.meta.url).pathname;
    const { id, secret } = SANDBOX_M2M;
    const options = ['--endpoint', endpoint, '--app-id', id, '--app-secret', secret, '--quiet'];
    const child = spawn(process.execPath, [script, ...options]);
    let output = '';
    const collect = (chunk: Buffer): void => {
      output += chunk.toString();
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.on('close', (status) => resolve({ lastLine: output.trim().split('\n').at(-1), status }));
  });

test('the sandbox as a process answers every exchange recorded from Logto', async () => {
  const sandbox = await startSandbox({ seed: 'empty' });
  try {
    expect(await replay(sandbox.url)).toEqual({ lastLine: '132 passed, 0 failed', status: 0 });
  } finally {
    await sandbox.close();
  }
}, 60_000);

test('so does the one that runs inside a page', async () => {
  let handle = (_: Request): Promise<Response> => Promise.resolve(new Response(null, { status: 503 }));
  let server: ServerType | undefined;
  const port = await new Promise<number>((resolve) => {
    const options = { fetch: (request: Request) => handle(request), port: 0, hostname: '127.0.0.1' };
    server = serve(options, (info) => resolve(info.port));
  });
  const endpoint = `http://127.0.0.1:${port}`;
  const sandbox = await createSandbox({ endpoint, seed: 'empty' });
  handle = (request) => sandbox.fetch(request);
  try {
    expect(await replay(endpoint)).toEqual({ lastLine: '132 passed, 0 failed', status: 0 });
  } finally {
    await new Promise((resolve) => server?.close(resolve));
  }
}, 60_000);
