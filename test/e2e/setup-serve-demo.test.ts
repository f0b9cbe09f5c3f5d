import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { served, startServe, type StartedProcess } from '../cli/serve-process.js';
import { freePort } from '../support/free-port.js';
import { launchEngine, type Browser } from './browser.js';
import { runCommand, startCommand, type DemoAddresses, type Started } from './demo-process.js';

interface SandboxLine {
  readonly endpoint: string;
  readonly m2m: { readonly id: string; readonly secret: string; readonly resource: string };
  readonly spa: { readonly id: string };
  readonly resource: string;
}

let sandbox: Started<SandboxLine> | undefined;
let demo: Started<DemoAddresses> | undefined;
let backend: StartedProcess | undefined;
let browser: Browser | undefined;
let folder: string | undefined;

afterEach(async () => {
  await browser?.close();
  backend?.child.kill('SIGKILL');
  await Promise.all([demo?.stop(), sandbox?.stop()]);
  if (folder !== undefined) await rm(folder, { recursive: true });
});

test('an empty tenant is set up, served with the file of that, and used by the first person', async () => {
  sandbox = await startCommand<SandboxLine>(['sandbox', '--port', '0', '--seed', 'empty']);
  const { endpoint, spa, resource, m2m } = sandbox.line;
  const tenant = { LOGTO_ENDPOINT: endpoint, LOGTO_APP_ID: spa.id, LOGTO_RESOURCE: resource };
  folder = await mkdtemp(join(tmpdir(), 'orgkit-setup-'));
  const file = join(folder, '.env');
  const port = String(await freePort());
  const page = `http://localhost:${port}`;
  const setup = await runCommand(
    [
      'setup',
      '--redirect-uri',
      `${page}/callback`,
      '--sign-out-uri',
      page,
      '--origin',
      page,
      '--yes',
      '--env',
      file,
    ],
    { ...tenant, LOGTO_M2M_ID: m2m.id, LOGTO_M2M_SECRET: m2m.secret, LOGTO_M2M_RESOURCE: m2m.resource },
  );
  expect(setup.status, setup.stderr).toBe(0);

  backend = startServe(['--port', '0', '--env-file', file], {});
  const { base } = await served(backend);
  demo = await startCommand<DemoAddresses>(['demo', '--port', port, '--backend', base, '--json'], tenant);
  expect(demo.line.backend).toBe(base);

  browser = await launchEngine();
  const person = await browser.newPage();
  await person.goto(demo.line.page);
  await person.getByRole('button', { name: 'Sign in' }).click();
  await person.getByRole('button', { name: 'Create an account' }).click();
  await person.getByRole('textbox', { name: 'Email address' }).fill('kim@studio.test');
  await person.getByRole('textbox', { name: 'Name' }).fill('Kim');
  await person.getByRole('button', { name: 'Create account' }).click();
  await person.getByRole('button', { name: 'Switch organization' }).click();
  await person.getByRole('button', { name: 'Create organization' }).click();
  const dialog = person.getByRole('dialog', { name: 'Create organization' });
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Studio');
  await dialog.getByRole('button', { name: 'Create organization' }).click();
  await person.getByRole('banner').getByRole('button', { name: 'Studio' }).waitFor();
  await person.getByRole('link', { name: 'Team' }).click();
  await person.getByRole('button', { name: /^Roles of Kim:\s*admin$/ }).waitFor();
  await backend.find(/"operation":"createOrganization","status":201/);
});
