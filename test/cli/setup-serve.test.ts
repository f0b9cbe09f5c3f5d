import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, expect, it } from 'vitest';
import { startSandbox, type RunningSandbox } from '../../src/sandbox/node.js';
import { PageApplication, REDIRECT_URI, signIn } from '../sandbox/oidc-browser.js';
import { environmentOf, runSetup } from './setup-process.js';

let sandbox: RunningSandbox;
let folder: string;
let backend: ChildProcess | undefined;

afterEach(async () => {
  backend?.kill('SIGKILL');
  await sandbox.close();
  await rm(folder, { recursive: true });
});

/** `orgkit serve` with nothing but the file that setup wrote. Returns its address. */
const serve = async (file: string): Promise<string> => {
  const inherited = Object.entries(process.env).filter(([name]) => !/^(?:LOGTO|ORGKIT)_/.test(name));
  const child = spawn(
    process.execPath,
    [`--env-file=${file}`, '--import', 'tsx', 'src/cli/orgkit.ts', 'serve', '--port', '0'],
    { env: Object.fromEntries(inherited), stdio: ['ignore', 'pipe', 'inherit'] },
  );
  backend = child;
  for await (const line of createInterface({ input: child.stdout })) {
    const { message, url } = JSON.parse(line) as Record<string, unknown>;
    if (message === 'listening') return String(url);
  }
  throw new Error('serve ended before it listened');
};

it('makes an empty tenant ready for the backend that starts with the file it wrote', async () => {
  sandbox = await startSandbox({ seed: 'empty' });
  folder = await mkdtemp(join(tmpdir(), 'orgkit-ready-'));
  const file = join(folder, '.env');
  const page = ['--redirect-uri', REDIRECT_URI, '--origin', 'http://localhost:5173'];
  expect(await runSetup(environmentOf(sandbox), [...page, '--yes', '--env', file])).toMatchObject({
    status: 0,
  });
  const base = await serve(file);

  const app = new PageApplication(sandbox.url);
  const resource = sandbox.info.resource;
  await signIn(
    app,
    { action: 'register', email: 'kim@studio.test' },
    {
      scope: 'openid offline_access profile email urn:logto:scope:organizations manage:member delete:member',
      resources: [resource, 'urn:logto:resource:organizations'],
    },
  );
  const call = async (path: string, token: unknown, init: RequestInit = {}): Promise<Response> =>
    fetch(base + path, {
      ...init,
      headers: {
        authorization: `Bearer ${String(token)}`,
        'content-type': 'application/json',
        origin: 'http://localhost:5173',
      },
    });
  const forApi = (await app.refresh({ resource })).body['access_token'];
  const body = JSON.stringify({ name: 'Studio' });
  const created = await call('/organizations', forApi, { method: 'POST', body });
  expect(created.status).toBe(201);
  expect(created.headers.get('access-control-allow-origin')).toBe('http://localhost:5173');
  const { id } = (await created.json()) as { id: string };
  const token = (await app.refresh({ organization_id: id })).body['access_token'];
  const me = await call(`/organizations/${id}/me`, token);
  expect(await me.json()).toMatchObject({
    isAdministrator: true,
    roles: [{ name: 'admin' }],
    capabilities: expect.arrayContaining(['change-roles', 'remove-members', 'delete-organization']),
  });
  backend?.kill('SIGTERM');
  if (backend) expect((await once(backend, 'exit'))[0]).toBe(0);
});
