import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startLogto, startProcess, type LogtoServer, type StartedProcess } from '../serve-process.js';
import { startBackend, type Mistake, type RunningBackend } from './world.js';

let logto: LogtoServer;
let backend: RunningBackend | undefined;
let folder: string;
let started: StartedProcess | undefined;

beforeEach(async () => {
  logto = await startLogto();
  folder = await mkdtemp(join(tmpdir(), 'orgkit-doctor-'));
});
afterEach(async () => {
  started?.child.kill('SIGKILL');
  await backend?.close();
  backend = undefined;
  await logto.close();
  await rm(folder, { recursive: true });
});

const doctor = async (args: readonly string[], environment: Readonly<Record<string, string>> = {}) => {
  started = startProcess(
    process.execPath,
    ['--import', 'tsx', 'src/cli/orgkit.ts', 'doctor', ...args],
    environment,
  );
  const status = await started.exited;
  const { stdout, stderr } = started.output;
  // Whatever a test did: no secret and no token is in any output.
  expect(stdout + stderr).not.toMatch(/sandbox-m2m-secret|eyJ|sub_/);
  return { status, stdout, stderr };
};
const against = async (mistake: Mistake, args: readonly string[] = []) => {
  backend = await startBackend(logto, mistake);
  return doctor(['--url', backend.url, '--sandbox', logto.url, ...args]);
};

const tables = (): Record<string, string[]> => {
  const { users, organizations, organizationRoles } = logto.sandbox.tenant.tables;
  return Object.fromEntries(
    Object.entries({ users, organizations, organizationRoles }).map(([name, table]) => [
      name,
      table.all().map(({ id }) => id),
    ]),
  );
};

describe('orgkit doctor --url, as a command', () => {
  it('reports rule by rule, also for a machine, and ends with 0', async () => {
    const file = join(folder, 'doctor.xml');
    const { status, stdout } = await against({}, ['--junit', file, '--origin', 'https://app.test']);
    expect(stdout).toContain('  ✓ A token that has expired is refused\n');
    expect(stdout).toContain('not checked: it needs a token of an operator');
    expect(stdout).toMatch(/\d+ kept, 0 broken, \d+ not checked/);
    expect(stdout).toContain('Removed again: 2 organizations, 7 accounts, 1 role.');
    expect(status).toBe(0);
    const xml = await readFile(file, 'utf8');
    expect(xml).toMatch(
      /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<testsuites name="orgkit doctor" tests="\d+" failures="0"/,
    );
    expect(xml).toContain('<testcase classname="tokens/expired" name="A token that has expired is refused"');
    expect(xml).toContain('<skipped message="it needs a token of an operator');
  }, 120_000);

  it('names what is broken, and ends with 1', async () => {
    const file = join(folder, 'doctor.xml');
    const { status, stdout } = await against({ options: () => ({ limits: { bodyBytes: 10_000_000 } }) }, [
      '--junit',
      file,
    ]);
    expect(stdout).toContain('  ✗ A body over the limit is refused before it is read  [input/oversize]\n');
    expect(stdout).toContain('expected 413 payload_too_large, got 400 invalid_input');
    expect(stdout).toContain('\nbroken: input/oversize\n');
    expect(status).toBe(1);
    expect(await readFile(file, 'utf8')).toContain(
      '<failure message="POST /organizations with 1500000 bytes',
    );
  }, 120_000);

  it('takes away what it made when it is interrupted in the middle', async () => {
    const before = tables();
    let made: Record<string, string[]> | undefined;
    const { status, stdout } = await against({
      around: async (seen, next) => {
        if (seen.is('POST', /\/accept$/)) {
          made ??= tables();
          started?.child.kill('SIGINT');
        }
        return next(seen.request);
      },
    });
    // There was something to take away.
    expect(made?.['organizations']).toHaveLength((before['organizations']?.length ?? 0) + 2);
    expect(stdout).toContain('not checked: the doctor was stopped before');
    expect(stdout).toContain('Removed again: 2 organizations, 7 accounts, 1 role.');
    expect(tables()).toEqual(before);
    expect(status).toBe(130);
  }, 120_000);

  it('takes away what it made when the backend dies, also what it was not told of', async () => {
    const before = tables();
    const { status, stdout, stderr } = await against({
      around: async (seen, next, stop) => {
        const response = await next(seen.request);
        // The organization is there, and the answer never comes.
        if (seen.is('POST', /^\/organizations$/) && response.status === 201) stop();
        return response;
      },
    });
    expect(stderr).toContain('orgkit doctor: the backend gives no answer');
    expect(stdout).toContain('Removed again: 1 organization, 7 accounts, 1 role.');
    expect(tables()).toEqual(before);
    expect(status).toBe(2);
  }, 120_000);

  it('names what it could not take away', async () => {
    logto.before = ({ method, url = '' }, outgoing) => {
      if (method !== 'DELETE' || !url.startsWith('/api/users/')) return false;
      outgoing.writeHead(422, { 'content-type': 'application/json' }).end('{"code":"no"}');
      return true;
    };
    const { status, stdout } = await against({
      around: async (seen, next, stop) => {
        if (seen.organizationId !== undefined) stop();
        return next(seen.request);
      },
    });
    const owner = logto.sandbox.tenant.tables.users
      .all()
      .find(({ primaryEmail }) => primaryEmail?.endsWith('-owner@doctor.test'));
    expect(stdout).toContain('LEFT BEHIND, to be removed in the Console of Logto:');
    expect(stdout).toContain(`  account ${owner?.id ?? '?'} (${owner?.primaryEmail ?? '?'})`);
    expect(status).toBe(2);
  }, 120_000);

  it('ends with 2 and makes nothing when the backend, or Logto, is not there', async () => {
    const before = tables();
    backend = await startBackend(logto);
    const gone = await doctor(['--url', 'http://127.0.0.1:9/orgkit', '--sandbox', logto.url]);
    expect(gone).toMatchObject({ status: 2, stderr: expect.stringContaining('gives no answer') });
    const wrong = { ...logto.environment, LOGTO_M2M_SECRET: 'not-the-secret' };
    const refused = await doctor(['--url', backend.url], wrong);
    expect(refused).toMatchObject({ status: 2, stderr: expect.stringContaining('refuses the credentials') });
    expect(refused.stderr).not.toContain('not-the-secret');
    expect(tables()).toEqual(before);
  }, 60_000);

  it('says how to allow the token exchange, where it is not allowed', async () => {
    const before = tables();
    logto.sandbox.tenant.tables.applications.update('sandbox-spa', { customClientMetadata: {} });
    const { status, stderr } = await against({});
    expect(stderr).toContain('allow the token exchange for the application');
    expect(tables()).toEqual(before);
    expect(status).toBe(2);
  }, 60_000);

  it.each([
    [[], '--url BACKEND'],
    [['--url', 'ftp://x', '--sandbox', 'http://localhost:1'], '--url: expected an http or https address'],
    [['--url', 'http://localhost:1'], '--endpoint or LOGTO_ENDPOINT: expected'],
    [['--logto', '--mail-domain', 'x y'], '--mail-domain: expected a domain'],
    [['--logto', '--junit', ''], '--junit: expected the name of a file'],
  ])('ends with 2 and names what is wrong: %j', async (args, message) => {
    const { status, stderr } = await doctor(args);
    expect(stderr).toContain(message);
    expect(status).toBe(2);
  });
});
