import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testBackend, type BackendReport } from '../../../src/cli/doctor/test-backend.js';
import { defaultPermissions } from '../../../src/server/permissions.js';
import { startLogto, type LogtoServer } from '../serve-process.js';
import { mistakes } from './mistakes.js';
import { startBackend, type Mistake } from './world.js';

let logto: LogtoServer;
beforeAll(async () => {
  logto = await startLogto();
});
afterAll(() => logto.close());

const accounts = () => logto.sandbox.tenant.tables.users.all().map(({ id }) => id);
/** All but the mails, which nobody takes back. */
const tables = () => JSON.stringify({ ...logto.sandbox.tenant.snapshot().tables, mails: [] });

const examine = async (mistake?: Mistake, only?: readonly string[]): Promise<BackendReport> => {
  const backend = await startBackend(logto, mistake);
  const { environment } = logto;
  const operator = 'noor';
  try {
    return await testBackend({
      url: backend.url,
      logto: {
        endpoint: logto.url,
        managementEndpoint: undefined,
        appId: environment['LOGTO_APP_ID'] ?? '',
        resource: environment['LOGTO_RESOURCE'] ?? '',
        m2m: {
          id: environment['LOGTO_M2M_ID'] ?? '',
          secret: environment['LOGTO_M2M_SECRET'] ?? '',
          resource: environment['LOGTO_M2M_RESOURCE'] ?? '',
        },
      },
      signal: new AbortController().signal,
      only,
      options: {
        resource: environment['LOGTO_RESOURCE'] ?? '',
        otherResource: environment['LOGTO_M2M_RESOURCE'] ?? '',
        permissions: defaultPermissions,
        makeRoles: true,
        isSandbox: true,
        mailDomain: 'doctor.test',
        origin: 'https://app.test',
        expiredToken: undefined,
        operatorToken: await logto.sandbox.accessToken({
          userId: operator,
          resource: environment['LOGTO_RESOURCE'],
        }),
      },
    });
  } finally {
    await backend.close();
  }
};

const ids = ({ results }: BackendReport, verdict: string): string[] =>
  results.filter((result) => result.verdict === verdict).map(({ id }) => id);

describe('orgkit doctor --url', () => {
  it('finds nothing in our backend, checks every rule, and leaves the tenant as it was', async () => {
    const { tenant } = logto.sandbox;
    tenant.tables.userRoles.insert({ roleId: 'role-operator', userId: 'noor' });
    const before = tables();
    const report = await examine();
    expect(ids(report, 'broken')).toEqual([]);
    expect(report.results.filter(({ verdict }) => verdict === 'unchecked')).toEqual([]);
    expect(report.failure).toBeUndefined();
    expect(report.cleanup.left).toEqual([]);
    expect(tables() === before).toBe(true);
  }, 120_000);

  it.each(mistakes)(
    'finds a backend that %s',
    async (_, rules, mistake) => {
      const before = accounts();
      const areas = rules.map((rule) => rule.split('/')[0] ?? '');
      // Answers are wrong in every area.
      const report = await examine(mistake, areas.includes('answers') ? undefined : areas);
      expect(ids(report, 'broken')).toEqual(rules);
      expect(report.cleanup.left).toEqual([]);
      expect(accounts()).toEqual(before);
    },
    120_000,
  );
});
