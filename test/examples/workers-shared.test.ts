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
let bases: string[];
let running: StartedProcess;

/** Two Workers, as in two places, and the objects that they share. */
const workerd = (ports: readonly number[], environment: Readonly<Record<string, string>>): string => {
  const bindings = Object.entries(environment).map(
    ([name, text]) => `(name = "${name}", text = ${JSON.stringify(text)})`,
  );
  bindings.push(
    '(name = "ORGKIT_STATE", durableObjectNamespace = (className = "OrgkitState", serviceName = "here"))',
  );
  const worker = (name: string, own: string): string => `
    (name = "${name}", worker = (
      modules = [(name = "worker.mjs", esModule = embed "worker.mjs")],
      compatibilityDate = "2026-09-01",
      bindings = [${bindings.join(', ')}],
      ${own}
    )),`;
  const objects = `durableObjectNamespaces = [(className = "OrgkitState", uniqueKey = "orgkit")],
      durableObjectStorage = (inMemory = void),`;
  return `
using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [${worker('here', objects)}${worker('there', '')}
    (name = "internet", network = (allow = ["public", "private"])),
  ],
  sockets = [
    (name = "here", address = "127.0.0.1:${ports[0]}", http = (), service = "here"),
    (name = "there", address = "127.0.0.1:${ports[1]}", http = (), service = "there"),
  ],
);
`;
};

beforeAll(async () => {
  logto = await startLogto();
  folder = await mkdtemp(join(tmpdir(), 'orgkit-worker-'));
  await build({
    entryPoints: ['examples/workers/shared.mjs'],
    outfile: join(folder, 'worker.mjs'),
    bundle: true,
    format: 'esm',
    target: 'es2022',
    conditions: ['workerd', 'worker'],
  });
  const ports = [await freePort(), await freePort()];
  const environment = {
    ...logto.environment,
    INVITATION_LINK: 'https://app.example.com/join?invitation={id}',
  };
  await writeFile(join(folder, 'worker.capnp'), workerd(ports, environment));
  running = startProcess(String(executable), ['serve', join(folder, 'worker.capnp')]);
  bases = ports.map((port) => `http://127.0.0.1:${port}/orgkit/organizations/northwind`);
});
afterAll(async () => {
  running.child.kill('SIGKILL');
  await logto.close();
  await rm(folder, { recursive: true });
});

const send = async (base: string, method: string, path: string, as: string, body?: unknown) => {
  const token = await logto.sandbox.accessToken({ userId: as, organizationId: 'northwind' });
  return fetch(base + path, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
};

describe('two Workers that share Durable Objects, in workerd', () => {
  it('let five of ten invitations pass, and leave one of two administrators', async () => {
    for (const base of bases) {
      await expect
        .poll(
          () =>
            fetch(base).then(
              ({ status }) => status,
              () => 0,
            ),
          { timeout: 15_000 },
        )
        .toBe(401);
    }
    const [here = '', there = ''] = bases;
    const invited = await Promise.all(
      Array.from({ length: 10 }, async (_, index) => {
        const response = await send(index % 2 ? here : there, 'POST', '/invitations', 'ada', {
          invitations: [{ email: `guest${index}@example.com` }],
          roleIds: ['role-member'],
          delivery: 'link',
        });
        const { items } = (await response.json()) as { items: { status: string }[] };
        return items[0]?.status;
      }),
    );
    expect(invited.filter((status) => status === 'invited')).toHaveLength(5);
    expect(invited.filter((status) => status === 'rate_limited')).toHaveLength(5);

    const { tables } = logto.sandbox.tenant;
    const admin = { organizationId: 'northwind', organizationRoleId: 'role-admin' };
    tables.organizationRoleUsers.insert({ ...admin, userId: 'sam' });
    logto.before = (incoming, outgoing) => {
      if (incoming.method !== 'DELETE') return false;
      setTimeout(() => logto.handle(incoming, outgoing), 300);
      return true;
    };
    const answers = await Promise.all([
      send(here, 'DELETE', '/members/sam', 'ada'),
      send(there, 'DELETE', '/members/ada', 'sam'),
    ]);
    expect(answers.filter(({ status }) => status === 204)).toHaveLength(1);
  });
});
