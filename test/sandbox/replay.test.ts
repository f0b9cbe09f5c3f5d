import { spawn } from 'node:child_process';
import { serve, type ServerType } from '@hono/node-server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SANDBOX_M2M } from '../../src/sandbox/built-in.js';
import { createSandbox } from '../../src/sandbox/sandbox.js';

let server: ServerType;
let endpoint = '';
let handle: (request: Request) => Promise<Response>;

beforeAll(async () => {
  const port = await new Promise<number>((resolve) => {
    server = serve({ fetch: (request) => handle(request), port: 0, hostname: '127.0.0.1' }, (info) =>
      resolve(info.port),
    );
  });
  endpoint = `http://127.0.0.1:${port}`;
  const sandbox = await createSandbox({ endpoint, seed: 'empty' });
  handle = (request) => sandbox.fetch(request);
});

afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())));

const replay = (): Promise<{ output: string; status: number | null }> =>
  new Promise((resolve) => {
    const script = new URL('../recordings/replay.mjs', import.meta.url).pathname;
    const { id, secret } = SANDBOX_M2M;
    const options = ['--endpoint', endpoint, '--app-id', id, '--app-secret', secret, '--quiet'];
    const child = spawn(process.execPath, [script, ...options]);
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.on('close', (status) => resolve({ output, status }));
  });

test('every exchange recorded from Logto is answered as recorded', async () => {
  const { output, status } = await replay();
  expect(output.trim()).toBe('132 passed, 0 failed');
  expect(status).toBe(0);
}, 60_000);
