import { describe, expect, test } from 'vitest';
import { createSandbox } from '../../src/sandbox/sandbox.js';
import { parseSeed, seedAccounts } from '../../src/sandbox/seed.js';
import { Tenant } from '../../src/sandbox/tenant.js';
import { ENDPOINT, startManagement } from './management-client.js';

const now = () => Date.UTC(2026, 5, 1);

describe('seeds', () => {
  test('are read, and a wrong one is told what was expected', () => {
    expect(parseSeed('members=100000')).toBe('members=100000');
    for (const wrong of ['members=0', 'members=100001', 'members=', 'members=1.5', 'Demo', '']) {
      expect(() => parseSeed(wrong)).toThrow(/expected "empty", "demo" or "members=N"/);
    }
  });

  test.each(['empty', 'demo', 'members=50'] as const)('%s is the same every time', async (seed) => {
    const [first, second] = await Promise.all(
      [1, 2].map(() => createSandbox({ endpoint: ENDPOINT, seed, now })),
    );
    expect(first?.tenant.snapshot()).toEqual(second?.tenant.snapshot());
  });

  test('demo has the cast that it promises', async () => {
    const { tenant, fetch } = await createSandbox({ endpoint: ENDPOINT, seed: 'demo' });
    const { users, organizations, invitations } = tenant.tables;
    expect([users.size, organizations.size]).toEqual([6, 4]);
    expect(organizations.all().filter(({ isMfaRequired }) => isMfaRequired)).toHaveLength(1);
    expect(users.all().filter(({ name }) => name === null)).toHaveLength(1);
    const accounts = seedAccounts(tenant);
    expect(accounts.filter((account) => account.organizations.length === 0)).toHaveLength(2);
    expect(accounts.filter(({ mfa }) => mfa)).toHaveLength(1);
    const pending = invitations
      .all()
      .filter((row) => row.status === 'Pending' && row.expiresAt > tenant.now());
    expect(pending.map(({ invitee }) => invitee)).toContain('noor@demo.test');
    expect(new Set(invitations.all().map(({ status }) => status))).toEqual(
      new Set(['Pending', 'Revoked', 'Accepted']),
    );
    const pictures = [
      ...organizations.all().flatMap(({ branding }) => [branding.logoUrl, branding.darkLogoUrl]),
      ...users.all().flatMap(({ avatar }) => avatar ?? []),
    ];
    for (const address of pictures) {
      const response = await fetch(String(address));
      expect(response.headers.get('content-type')).toBe('image/svg+xml');
    }
    expect((await fetch(`${ENDPOINT}/assets/logos/constructor.svg`)).status).toBe(404);
  });

  test('100,000 members are there, with a page of them', async () => {
    const api = await startManagement({ seed: 'members=100000' });
    const path = '/organizations/crowd/users?page=900&page_size=100';
    const { body, headers } = await api.get(path);
    expect(body).toHaveLength(100);
    expect(body[0]?.['id']).toBe('member089900');
    expect(headers.get('total-number')).toBe('100000');
  }, 60_000);
});

describe('a snapshot', () => {
  test('holds everything, through JSON and back', async () => {
    const { tenant } = await createSandbox({ endpoint: ENDPOINT, seed: 'demo' });
    tenant.tables.organizations.update('northwind', { name: 'Renamed' });
    tenant.settings.connector = 'none';
    const restored = new Tenant();
    restored.restore(JSON.parse(JSON.stringify(tenant.snapshot())));
    expect(restored.snapshot()).toEqual(tenant.snapshot());
    expect(restored.accounts.isMember('ada', 'northwind')).toBe(true);
  });

  test('that is damaged is refused, and leaves the tenant empty', async () => {
    const { tenant } = await createSandbox({ endpoint: ENDPOINT, seed: 'demo' });
    const snapshot = tenant.snapshot();
    const broken = {
      ...snapshot,
      tables: { ...snapshot.tables, users: snapshot.tables['users']?.slice(1) ?? [] },
    };
    const restored = new Tenant();
    expect(() => restored.restore(broken)).toThrow();
    expect(restored.tables.users.size).toBe(0);
    expect(() => restored.restore({ ...snapshot, version: 2 as 1 })).toThrow(/version/);
  });

  test('is worth writing after a change that was kept, and only then', async () => {
    const { tenant } = await createSandbox({ endpoint: ENDPOINT, seed: 'demo' });
    let changes = 0;
    const stop = tenant.onChange(() => (changes += 1));
    tenant.accounts.recordSignIn('ada');
    expect(changes).toBe(1);
    expect(() =>
      tenant.transaction(() => {
        tenant.accounts.recordSignIn('ada');
        throw new Error('not this time');
      }),
    ).toThrow('not this time');
    expect(changes).toBe(1);
    stop();
    tenant.accounts.recordSignIn('ada');
    expect(changes).toBe(1);
  });
});
