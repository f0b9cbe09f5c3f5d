import { describe, expect, it } from 'vitest';
import { tokenQueue } from '../../src/api/token-queue.js';
import { functionTokens, type TokenRequest } from '../../src/api/token-source.js';
import { SANDBOX_RESOURCE } from '../../src/sandbox/index.js';
import { openBrowser } from '../support/browser-half.js';

describe('tokens of a Logto client', () => {
  it('come to eight askers in two tabs at once, under strict rotation', async () => {
    const browser = await openBrowser('ada');
    const tabs = [browser.openTab(), browser.openTab()];
    const requests: TokenRequest[] = [
      {},
      { organizationId: 'northwind' },
      { organizationId: 'halden' },
      { organizationId: 'kestrel' },
    ];
    const asked = tabs.flatMap(({ tokens }) => requests.map((request) => tokens.getToken(request)));
    const tokens = await Promise.all(asked);
    expect(tokens.every((token) => token.split('.').length === 3)).toBe(true);
    expect(browser.oidc).toMatchObject({ overlaps: 0, isRevoked: false });
    expect(browser.oidc.refreshes).toHaveLength(8);
  });

  it('would break without the queue: the same askers revoke the grant', async () => {
    const browser = await openBrowser('ada');
    const { client } = browser.openTab();
    const asked = ['northwind', 'halden', 'kestrel'].map((id) => client.getOrganizationToken(id));
    const results = await Promise.allSettled(asked);
    expect(results.filter(({ status }) => status === 'rejected')).toHaveLength(2);
    expect(browser.oidc.isRevoked).toBe(true);
  });

  it.each([
    ['organization', { aud: 'urn:logto:organization:northwind' }],
    ['resource', { aud: SANDBOX_RESOURCE, organization_id: 'northwind' }],
  ] as const)('prove an organization in the way of the page: %s', async (kind, claims) => {
    const { tokens } = (await openBrowser('ada')).openTab(kind);
    const [, payload = ''] = (await tokens.getToken({ organizationId: 'northwind' })).split('.');
    expect(JSON.parse(atob(payload))).toMatchObject({ sub: 'ada', ...claims });
    const [, own = ''] = (await tokens.getToken()).split('.');
    expect(JSON.parse(atob(own))).toMatchObject({ aud: SANDBOX_RESOURCE });
    expect(JSON.parse(atob(own))).not.toHaveProperty('organization_id');
  });

  it.each([
    ['kestrel', 'sam', 'mfa_required'],
    ['aoba', 'ada', 'not_a_member'],
  ])('of %s are refused to %s as %s', async (organizationId, userId, code) => {
    const browser = await openBrowser(userId);
    for (const kind of ['organization', 'resource'] as const) {
      const { tokens } = browser.openTab(kind);
      await expect(tokens.getToken({ organizationId })).rejects.toMatchObject({ name: 'OrgError', code });
      await expect(tokens.isSignedIn()).resolves.toBe(true);
    }
  });

  it('are over when the grant is revoked, though the client believes that somebody is signed in', async () => {
    const browser = await openBrowser('ada');
    browser.oidc.isRevoked = true;
    const { tokens, client } = browser.openTab();
    await expect(tokens.isSignedIn()).resolves.toBe(true);
    await expect(tokens.getToken()).rejects.toMatchObject({ code: 'unauthenticated' });
    await expect(client.isAuthenticated()).resolves.toBe(true);
    await expect(tokens.isSignedIn()).resolves.toBe(false);
  });

  it('are dropped once for a token that several calls saw refused', async () => {
    const browser = await openBrowser('ada');
    const { tokens } = browser.openTab();
    const refused = await tokens.getToken();
    await tokens.drop(refused);
    const fresh = await tokens.getToken();
    expect(fresh).not.toBe(refused);
    await tokens.drop(refused);
    await expect(tokens.getToken()).resolves.toBe(fresh);
    expect(browser.oidc.refreshes).toHaveLength(2);
  });
});

describe('tokens of a function of the page', () => {
  const source = (answer: (request: object) => unknown) =>
    functionTokens((request) => Promise.resolve(answer(request) as string), tokenQueue('function'));

  it('are asked for afresh, once each, after they were dropped', async () => {
    const asked: object[] = [];
    const tokens = source((request) => (asked.push(request), `token ${asked.length}`));
    await tokens.getToken({ organizationId: 'a' });
    await tokens.drop();
    await tokens.getToken({ organizationId: 'a' });
    await tokens.getToken({ organizationId: 'a' });
    await tokens.getToken({ organizationId: 'b' });
    expect(asked).toEqual([
      { organizationId: 'a', refresh: false },
      { organizationId: 'a', refresh: true },
      { organizationId: 'a', refresh: false },
      { organizationId: 'b', refresh: true },
    ]);
  });

  it('are a failure when there is none, and signed out when it says null', async () => {
    const silent = source(() => undefined);
    await expect(silent.getToken()).rejects.toMatchObject({ code: 'token_failed' });
    await expect(silent.isSignedIn()).resolves.toBe(true);
    const out = source(() => null);
    await expect(out.isSignedIn()).resolves.toBe(false);
    await expect(out.getToken()).rejects.toMatchObject({ code: 'unauthenticated' });
  });

  it('are over when the function throws what Logto says of a session that has ended', async () => {
    const over = source(() => {
      throw Object.assign(new Error('Grant request is invalid.'), { code: 'oidc.invalid_grant' });
    });
    await expect(over.isSignedIn()).resolves.toBe(false);
    await expect(over.getToken()).rejects.toMatchObject({ code: 'unauthenticated' });
  });

  it('fail with an OrgError whatever the function throws', async () => {
    const broken = source(() => {
      throw new Error('broken');
    });
    await expect(broken.getToken()).rejects.toMatchObject({ name: 'OrgError', code: 'token_failed' });
    const offline = source(() => {
      throw new TypeError('Failed to fetch');
    });
    await expect(offline.getToken()).rejects.toMatchObject({ code: 'network' });
  });
});
