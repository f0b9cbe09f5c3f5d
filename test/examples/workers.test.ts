import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
// @ts-expect-error: the package has no declarations; its default export is the path of the program.
import executable from 'workerd';
import { startLogto, startProcess, type LogtoServer, type StartedProcess } from '../cli/serve-process.js';
import { freePort } from '../support/free-port.js';

let logto: LogtoServer;
let folder: string;
let base: string;
let running: StartedProcess;

/** What a deployment would say to the runtime; the network may reach this machine, where the sandbox is. */
const workerd = (port: number, environment: Readonly<Record<string, string>>): string => `
using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "main", worker = (
      modules = [(name = "worker.mjs", esModule = embed "worker.mjs")],
      compatibilityDate = "2026-09-01",
      bindings = [${Object.entries(environment)
        .map(([name, text]) => `(name = "${name}", text = ${JSON.stringify(text)})`)
        .join(', ')}],
    )),
    (name = "internet", network = (allow = ["public", "private"])),
  ],
  sockets = [(name = "http", address = "127.0.0.1:${port}", http = (), service = "main")],
);
`;

beforeAll(async () => {
  logto = await startLogto();
  folder = await mkdtemp(join(tmpdir(), 'orgkit-worker-'));
  await build({
    entryPoints: ['examples/workers/worker.mjs'],
    outfile: join(folder, 'worker.mjs'),
    bundle: true,
    format: 'esm',
    target: 'es2022',
    conditions: ['workerd', 'worker'],
  });
  const port = await freePort();
  await writeFile(join(folder, 'worker.capnp'), workerd(port, logto.environment));
  running = startProcess(String(executable), ['serve', join(folder, 'worker.capnp')]);
  base = `http://127.0.0.1:${port}/orgkit`;
});
afterAll(async () => {
  running.child.kill('SIGKILL');
  await logto.close();
  await rm(folder, { recursive: true });
});

describe('the example workers, in workerd', () => {
  it('reads, changes with a body, and refuses', async () => {
    const answers = () =>
      fetch(base).then(
        ({ status }) => status,
        () => 0,
      );
    await expect.poll(answers, { timeout: 15_000 }).toBe(404);
    const token = await logto.sandbox.accessToken({ userId: 'ada', organizationId: 'northwind' });
    const authorization = `Bearer ${token}`;
    const members = await fetch(`${base}/organizations/northwind/members`, { headers: { authorization } });
    expect(await members.json()).toHaveProperty('items');
    expect(members.status).toBe(200);
    const change = await fetch(`${base}/organizations/northwind`, {
      method: 'PATCH',
      headers: { authorization, 'content-type': 'application/json' },
      body: JSON.stringify({ description: 'Told by a worker' }),
    });
    expect(await change.json()).toMatchObject({ description: 'Told by a worker' });
    expect((await fetch(`${base}/organizations/northwind/members`)).status).toBe(401);
  });
});
