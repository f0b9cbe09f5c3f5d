import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startSandbox, DataFileError, type RunningSandbox } from '../../src/sandbox/node.js';
import { Browser, PageApplication, signIn } from './oidc-browser.js';

let folder: string;
let dataFile: string;
const running: RunningSandbox[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'orgkit-data-'));
  dataFile = join(folder, 'state.json');
});
afterEach(async () => {
  await Promise.all(running.splice(0).map((sandbox) => sandbox.close()));
  await rm(folder, { recursive: true });
});

const start = async (port = 0): Promise<RunningSandbox> => {
  const sandbox = await startSandbox({ seed: 'demo', dataFile, port });
  running.push(sandbox);
  return sandbox;
};
const stop = async (sandbox: RunningSandbox): Promise<void> => {
  running.splice(running.indexOf(sandbox), 1);
  await sandbox.close();
};

describe('a data file', () => {
  it('keeps the tenant, the signing key, sessions and refresh tokens across a restart', async () => {
    const before = await start();
    const port = Number(new URL(before.url).port);
    const app = new PageApplication(before.url);
    const browser = new Browser();
    await signIn(app, { action: 'register', email: 'new@demo.test' }, {}, browser);
    const keys = await (await fetch(`${before.url}/oidc/jwks`)).json();
    await stop(before);

    const after = await start(port);
    expect(after.tenant.accounts.findByEmail('new@demo.test')).toBeDefined();
    expect(await (await fetch(`${after.url}/oidc/jwks`)).json()).toEqual(keys);
    expect((await app.refresh()).status).toBe(200);
    const silent = await browser.open(app.signInAddress({}));
    expect(silent.url.searchParams.has('code')).toBe(true);
  });

  it('is written while the sandbox runs, for its owner only, and leaves no other file', async () => {
    const sandbox = await start();
    sandbox.tenant.accounts.create({ primaryEmail: 'soon@demo.test' });
    await expect.poll(() => readFile(dataFile, 'utf8')).toContain('soon@demo.test');
    expect((await stat(dataFile)).mode & 0o777).toBe(0o600);
    expect(await readdir(folder)).toEqual(['state.json']);
  });

  it('is left alone by a sandbox that has ended, whatever was still under way there', async () => {
    const sandbox = await startSandbox({ seed: 'demo', dataFile });
    await sandbox.close();
    const successor = await start();
    successor.tenant.accounts.create({ primaryEmail: 'successor@demo.test' });
    await stop(successor);
    // A request that was cut off goes on to its end.
    sandbox.tenant.accounts.create({ primaryEmail: 'late@demo.test' });
    await sleep(200);
    const written = await readFile(dataFile, 'utf8');
    expect(written).toContain('successor@demo.test');
    expect(written).not.toContain('late@demo.test');
  });

  it('moves the addresses of pictures to where the sandbox is now', async () => {
    const before = await start();
    await stop(before);
    const after = await start();
    const logo = after.tenant.tables.organizations.get('northwind')?.branding.logoUrl;
    expect(logo).toBe(`${after.url}/assets/logos/northwind.svg`);
  });

  it.each([
    ['cut off', (text: string) => text.slice(0, -100)],
    ['of another kind', () => '{"version":2}'],
    [
      'with a row that breaks a rule',
      (text: string) => text.replace('"organizationId":"northwind"', '"organizationId":"nowhere"'),
    ],
    ['without its key', (text: string) => text.replace('"d":', '"e":')],
    ['empty', () => ''],
  ])('that is %s is refused with its name and left as it is', async (_kind, damage) => {
    await stop(await start());
    const damaged = damage(await readFile(dataFile, 'utf8'));
    await writeFile(dataFile, damaged);
    const refused = startSandbox({ dataFile });
    await expect(refused).rejects.toThrow(DataFileError);
    await expect(refused).rejects.toThrow(dataFile);
    expect(await readFile(dataFile, 'utf8')).toBe(damaged);
  });

  it('that can not be written is named at the start', async () => {
    const nowhere = join(folder, 'missing', 'state.json');
    await expect(startSandbox({ dataFile: nowhere })).rejects.toThrow(nowhere);
  });
});
