import { describe, expect, it, vi } from 'vitest';
import { getAccount } from '../../src/api/operations/account.js';
import { getMe } from '../../src/api/operations/me.js';
import { deleteOrganization, listOrganizations } from '../../src/api/operations/organizations.js';
import { acceptInvitation, listMyInvitations } from '../../src/api/operations/received-invitations.js';
import { openBrowser } from '../support/browser-half.js';

describe('the client of the backend', () => {
  it('reads organizations, me and invitations, each with the token that it needs', async () => {
    const browser = await openBrowser('ada');
    const api = browser.openTab().api();
    const { items } = await api.request(listOrganizations());
    expect(items.map(({ id }) => id).sort()).toEqual(['halden', 'kestrel', 'northwind']);
    const me = await api.request(getMe('northwind'));
    expect(me).toMatchObject({ userId: 'ada', organizationId: 'northwind', isAdministrator: true });
    expect((await api.request(listMyInvitations())).items).toEqual([]);
    expect(await api.request(getAccount())).toMatchObject({
      id: 'ada',
      email: 'ada@demo.test',
      hasMfa: true,
    });
    expect(browser.oidc.refreshes).toEqual(['https://api.orgkit.test', 'northwind']);
  });

  it('accepts an invitation', async () => {
    const api = (await openBrowser('noor')).openTab().api();
    const [first] = (await api.request(listMyInvitations())).items;
    const organizationId = first?.organization.id;
    await expect(api.request(acceptInvitation(first?.id ?? ''))).resolves.toEqual({ organizationId });
  });

  it('drops a refused token and asks once more', async () => {
    const browser = await openBrowser('ada');
    let refusals = 1;
    browser.intercept = () => (refusals-- > 0 ? new Response(null, { status: 401 }) : undefined);
    await expect(browser.openTab().api().request(listOrganizations())).resolves.toMatchObject({
      items: expect.any(Array),
    });
    expect(browser.calls).toEqual(['GET /orgkit/organizations 401', 'GET /orgkit/organizations 200']);
    expect(browser.oidc.refreshes).toHaveLength(2);
  });

  it.each([
    ['organization', {}],
    ['resource', { permissionSource: 'resource', permissions: { manageMember: 'write:projects' } }],
  ] as const)('does so for an organization too, proven by its %s token', async (kind, options) => {
    const browser = await openBrowser('ada', { options });
    const sent: string[] = [];
    browser.intercept = ({ headers }) => {
      const isFirst = sent.push(headers.get('authorization') ?? '') === 1;
      return isFirst ? new Response(null, { status: 401 }) : undefined;
    };
    const onDrift = vi.fn();
    const api = browser.openTab(kind).api({ onDrift });
    await expect(api.request(getMe('northwind'))).resolves.toMatchObject({ isAdministrator: true });
    expect(browser.calls).toEqual([
      'GET /orgkit/organizations/northwind/me 401',
      'GET /orgkit/organizations/northwind/me 200',
    ]);
    expect(new Set(sent).size).toBe(2);
    expect(browser.oidc.refreshes).toEqual(['northwind', 'northwind']);
    expect(onDrift).not.toHaveBeenCalled();
  });

  it('gives up after the second refusal', async () => {
    const browser = await openBrowser('ada');
    browser.intercept = () => new Response(null, { status: 401 });
    await expect(browser.openTab().api().request(listOrganizations())).rejects.toMatchObject({
      code: 'unauthenticated',
    });
    expect(browser.calls).toHaveLength(2);
  });

  it('turns the backend’s refusal into an error with its code and request id', async () => {
    const api = (await openBrowser('noor')).openTab().api();
    const refused = api.request(acceptInvitation('invite-lena-northwind'));
    await expect(refused).rejects.toMatchObject({ name: 'OrgError', requestId: expect.any(String) });
    await expect(refused).rejects.toMatchObject({
      code: expect.stringMatching(/^(wrong_account|not_found)$/),
    });
  });

  it.each([
    ['a busy gateway', new Response('<h1>busy</h1>', { status: 503 }), 'unavailable'],
    ['a limit', new Response('', { status: 429, headers: { 'retry-after': '7' } }), 'rate_limited'],
    ['an unknown code', Response.json({ code: 'oops', message: 'x' }, { status: 403 }), 'forbidden'],
    ['a page instead of an answer', new Response('<!doctype html>'), 'unavailable'],
  ])('understands %s', async (_, answer, code) => {
    const browser = await openBrowser('ada');
    browser.intercept = () => answer;
    const failure = await browser
      .openTab()
      .api()
      .request(listOrganizations())
      .catch((error: unknown) => error);
    expect(failure).toMatchObject({ name: 'OrgError', code });
    if (code === 'rate_limited') expect(failure).toMatchObject({ retryAfter: 7000 });
  });

  it('ends at its deadline, when it is aborted, and without a network', async () => {
    const browser = await openBrowser('ada');
    const never = new Promise<Response>(() => undefined);
    browser.intercept = () => never;
    const { api } = browser.openTab();
    await expect(api({ timeout: 80 }).request(listOrganizations())).rejects.toMatchObject({
      code: 'timeout',
    });
    const controller = new AbortController();
    const call = api().request(listOrganizations(), { signal: controller.signal });
    controller.abort();
    await expect(call).rejects.toMatchObject({ code: 'aborted' });
    browser.intercept = () => Promise.reject(new TypeError('Failed to fetch'));
    await expect(api().request(listOrganizations())).rejects.toMatchObject({ code: 'network' });
  });

  it('passes on that live permissions differ from the token’s', async () => {
    const browser = await openBrowser('ada');
    const onDrift = vi.fn();
    const api = browser.openTab().api({ onDrift });
    await api.request(getMe('northwind'));
    expect(onDrift).not.toHaveBeenCalled();
    const roles = { organizationRoleIds: [] };
    await browser.backend.management('PUT', '/api/organizations/northwind/users/ada/roles', roles);
    await api.request(getMe('northwind'));
    expect(onDrift).toHaveBeenLastCalledWith('northwind', expect.any(String));
    onDrift.mockClear();
    // A refusal tells it too.
    await expect(api.request(deleteOrganization('northwind', ''))).rejects.toMatchObject({
      code: 'forbidden',
    });
    expect(onDrift).toHaveBeenLastCalledWith('northwind', expect.any(String));
  });

  it.each([
    ['../organizations', '..%2Forganizations'],
    ['..', '~'],
    ['.', '~'],
    ['', '~'],
    ['a?b#c', 'a%3Fb%23c'],
    ['%2e%2e', '%252e%252e'],
  ])('keeps the id "%s" in its place', async (id, segment) => {
    const browser = await openBrowser('ada');
    await browser
      .openTab()
      .api()
      .request(acceptInvitation(id))
      .catch(() => undefined);
    const [call = ''] = browser.calls;
    expect(call.startsWith(`POST /orgkit/invitations/${segment}/accept 4`)).toBe(true);
  });
});
