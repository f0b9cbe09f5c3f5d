import { decodeJwt } from 'jose';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startSandbox, type RunningSandbox } from '../../src/sandbox/node.js';
import { Browser, PageApplication, REDIRECT_URI, signIn, type SignInOptions } from './oidc-browser.js';

let sandbox: RunningSandbox;
let app: PageApplication;
let browser: Browser;

beforeEach(async () => {
  sandbox = await startSandbox({ seed: 'demo' });
  app = new PageApplication(sandbox.url);
  browser = new Browser();
});
afterEach(() => sandbox.close());

const openSignIn = (options: SignInOptions = {}) => browser.open(app.signInAddress(options));
const email = { scope: 'openid offline_access profile email urn:logto:scope:organizations' };
const subject = () => decodeJwt(app.idToken).sub;

describe('the sign-in page', () => {
  it('offers the accounts, with names escaped and nothing from elsewhere', async () => {
    sandbox.tenant.accounts.create({ name: '<script>alert(1)</script>', primaryEmail: 'x@demo.test' });
    const page = await openSignIn();
    expect(page.status).toBe(200);
    expect(page.text).toContain('ada@demo.test');
    expect(page.text).not.toContain('<script');
    expect(page.text).toContain('&#60;script&#62;');
    const policy = page.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('unsafe');
    expect(policy).toContain("form-action 'self' http://localhost:5173");
  });

  it('signs in by address, whatever its case', async () => {
    await signIn(app, { action: 'email', email: 'ADA@demo.test' }, email, browser);
    expect(subject()).toBe('ada');
  });

  it('makes an account for an unknown address', async () => {
    const page = await openSignIn({ ...email, parameters: { first_screen: 'register' } });
    expect(page.text).toContain('Create an account');
    const form = { action: 'register', email: 'new@demo.test', name: 'New Person' };
    await app.exchange(await browser.open(page.url, form));
    expect(decodeJwt(app.idToken)).toMatchObject({
      name: 'New Person',
      email: 'new@demo.test',
      organizations: [],
    });
  });

  it('takes a person whose address an organization lists into that organization', async () => {
    const { tables } = sandbox.tenant;
    tables.jitEmailDomains.insert({ organizationId: 'northwind', emailDomain: 'studio.test' });
    await signIn(app, { action: 'register', email: 'kim@studio.test' }, email, browser);
    expect(decodeJwt(app.idToken)['organizations']).toEqual(['northwind']);
  });

  it.each(['', 'not an address', `${'a'.repeat(130)}@demo.test`])(
    'says what is wrong with "%s"',
    async (typed) => {
      const page = await openSignIn();
      const answer = await browser.open(page.url, { action: 'email', email: typed });
      expect(answer.status).toBe(400);
      expect(answer.text).toContain('role="alert"');
      expect(answer.text).toContain('aria-invalid=true');
    },
  );

  it('shows the organization that the application names, and fills in the hint', async () => {
    const page = await openSignIn({
      parameters: { organization_id: 'northwind', login_hint: 'ada@demo.test' },
    });
    expect(page.text).toContain('Sign in to Northwind Studio');
    expect(page.text).toContain('/assets/logos/northwind.svg');
    expect(page.text).toContain('value="ada@demo.test"');
    expect(page.text).toMatch(/value="ada"[^>]*aria-current/);
  });

  it('refuses a suspended account', async () => {
    sandbox.tenant.accounts.update('ada', { isSuspended: true });
    const page = await openSignIn();
    const answer = await browser.open(page.url, { action: 'account', account: 'ada' });
    expect(answer.text).toContain('suspended');
  });

  it('goes back with an error when the person cancels', async () => {
    const page = await openSignIn();
    const { url } = await browser.open(page.url, { action: 'cancel' });
    expect(url.searchParams.get('error')).toBe('access_denied');
  });

  it('belongs to the browser that began: another one is told that the sign-in has ended', async () => {
    const page = await openSignIn();
    const stranger = await new Browser().open(page.url, { action: 'account', account: 'ada' });
    expect(stranger.status).toBe(400);
    expect(stranger.text).toContain('This sign-in has ended');
  });
});

describe('a session', () => {
  beforeEach(() => signIn(app, { action: 'account', account: 'ada' }, email, browser));

  it('signs in silently the second time', async () => {
    const { url } = await openSignIn(email);
    expect(url.href.startsWith(REDIRECT_URI)).toBe(true);
  });

  it('is asked for again with prompt=login, and may become another account', async () => {
    const page = await openSignIn({ ...email, parameters: { prompt: 'login consent' } });
    expect(page.url.pathname).toMatch(/^\/sign-in\//);
    await app.exchange(await browser.open(page.url, { action: 'account', account: 'noor' }));
    expect(subject()).toBe('noor');
  });

  it('asks again when the account is gone', async () => {
    sandbox.tenant.tables.users.delete('ada');
    expect((await openSignIn(email)).url.pathname).toMatch(/^\/sign-in\//);
  });

  it('answers prompt=none with login_required when nobody is signed in', async () => {
    const { url } = await new Browser().open(app.signInAddress({ parameters: { prompt: 'none' } }));
    expect(url.searchParams.get('error')).toBe('login_required');
  });

  it('ends at sign-out, which goes back to the application', async () => {
    const address = new URL('/oidc/session/end', sandbox.url);
    const back = 'http://localhost:5173/';
    address.search = new URLSearchParams({
      client_id: 'sandbox-spa',
      post_logout_redirect_uri: back,
    }).toString();
    const page = await browser.open(address);
    const xsrf = /name="xsrf" value="([^"]+)"/.exec(page.text)?.[1] ?? '';
    const { url } = await browser.open(new URL('/oidc/session/end/confirm', sandbox.url), {
      xsrf,
      logout: 'yes',
    });
    expect(url.href).toBe(back);
    expect((await openSignIn(email)).url.pathname).toMatch(/^\/sign-in\//);
  });
});

describe('redirect addresses', () => {
  const openWith = (redirect_uri: string) => openSignIn({ parameters: { redirect_uri } });

  it.each([
    'http://localhost:1/',
    'http://127.0.0.1:9999/a/b?c=d',
    'https://localhost/x',
    'http://[::1]:80/',
  ])('takes %s', async (uri) => {
    expect((await openWith(uri)).status).toBe(200);
  });

  it.each([
    'https://evil.example/callback',
    'http://localhost.evil.example/',
    'http://localhost@evil.example/',
    'http://evil.example/localhost',
    'http://localhost:5173/#x',
    'javascript://localhost/%0aalert(1)',
  ])('refuses %s, and does not go there', async (uri) => {
    const page = await openWith(uri);
    expect(page.status).toBe(400);
    expect(page.text).toContain('sign-in can&#39;t go on'.replace('&#39;', "'"));
  });

  it('refuses a code exchange without the verifier', async () => {
    const page = await openSignIn();
    const { url } = await browser.open(page.url, { action: 'account', account: 'ada' });
    const answer = await app.token({
      grant_type: 'authorization_code',
      code: url.searchParams.get('code') ?? '',
      redirect_uri: REDIRECT_URI,
    });
    expect(answer).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
  });
});

describe('one-time tokens', () => {
  const create = (address: string, lifetime?: number) =>
    sandbox.tenant.oneTimeTokens.create(address, {}, lifetime).token;
  const withToken = (token: string, address: string): SignInOptions => ({
    ...email,
    parameters: { one_time_token: token, login_hint: address },
  });

  it('sign in at once, make the account when there is none, and work once', async () => {
    const options = withToken(create('magic@demo.test'), 'magic@demo.test');
    const callback = await openSignIn(options);
    await app.exchange(callback);
    expect(decodeJwt(app.idToken)['email']).toBe('magic@demo.test');
    const again = await new Browser().open(app.signInAddress(options));
    expect(again.text).toContain('has been used already');
  });

  it.each([
    ['expired', 'This sign-in link has expired'],
    ['foreign', 'is for another address'],
    ['unknown', 'is not valid'],
  ])('say what is wrong: %s', async (kind, message) => {
    const token = kind === 'unknown' ? 'no-such-token' : create('a@demo.test', kind === 'expired' ? -1 : 600);
    const page = await openSignIn(withToken(token, kind === 'foreign' ? 'b@demo.test' : 'a@demo.test'));
    expect(page.text).toContain(message);
    expect(sandbox.tenant.accounts.findByEmail('b@demo.test')).toBeUndefined();
  });

  it('ask before another account takes the place of the one signed in', async () => {
    await signIn(app, { action: 'account', account: 'ada' }, email, browser);
    const options = withToken(create('noor@demo.test'), 'noor@demo.test');
    const question = await openSignIn(options);
    expect(question.text).toContain('Switch account?');
    await app.exchange(await browser.open(question.url, { action: 'stay' }));
    expect(subject()).toBe('ada');
    const second = await openSignIn(options);
    await app.exchange(await browser.open(second.url, { action: 'switch' }));
    expect(subject()).toBe('noor');
  });
});

describe('organizations', () => {
  it('that require MFA refuse somebody without, until it is set up', async () => {
    const requiring = sandbox.tenant.tables.organizations.all().find(({ isMfaRequired }) => isMfaRequired);
    const organization_id = requiring?.id ?? '';
    await signIn(app, { action: 'account', account: 'sam' }, email, browser);
    expect(await app.refresh({ organization_id })).toEqual({
      status: 403,
      body: {
        code: 'oidc.access_denied',
        message: 'Access denied.',
        error: 'access_denied',
        error_description: 'organization requires MFA but user has no MFA configured',
      },
    });
    sandbox.tenant.accounts.setMfa('sam', true);
    expect((await app.refresh({ organization_id })).status).toBe(200);
  });

  it('give tokens that follow role changes, but API resources stay within what sign-in granted', async () => {
    const { tables, id: tenantId } = sandbox.tenant;
    const resource = 'https://api.orgkit.test';
    tables.scopes.insert({
      tenantId,
      id: 's',
      resourceId: 'sandbox-api',
      name: 'x:do',
      description: null,
      createdAt: 0,
    });
    tables.organizationScopes.insert({ tenantId, id: 'o', name: 'x:do', description: null });
    const options = {
      scope: `${email.scope} x:do`,
      resources: [resource, 'urn:logto:resource:organizations'],
    };
    await signIn(app, { action: 'account', account: 'noor' }, options, browser);
    tables.organizationRoles.insert({ tenantId, id: 'r', name: 'r', description: null, type: 'User' });
    tables.organizationRoleScopes.insert({ organizationRoleId: 'r', organizationScopeId: 'o' });
    tables.organizationRoleResourceScopes.insert({ organizationRoleId: 'r', scopeId: 's' });
    tables.organizationUsers.insert({ organizationId: 'northwind', userId: 'noor' });
    tables.organizationRoleUsers.insert({
      organizationId: 'northwind',
      userId: 'noor',
      organizationRoleId: 'r',
    });

    expect((await app.refresh({ organization_id: 'northwind' })).body['scope']).toBe('x:do');
    const bounded = await app.refresh({ organization_id: 'northwind', resource });
    expect(bounded.body['scope']).toBe('');
    await app.exchange(await openSignIn(options));
    const renewed = await app.refresh({ organization_id: 'northwind', resource });
    expect(renewed.body['scope']).toBe('x:do');
  });

  it('give applications tokens when they belong to them', async () => {
    const { tables } = sandbox.tenant;
    const request = {
      grant_type: 'client_credentials',
      client_id: 'sandbox-m2m',
      client_secret: 'sandbox-m2m-secret',
      organization_id: 'northwind',
    };
    expect(await app.token(request)).toMatchObject({
      status: 403,
      body: { error: 'access_denied', error_description: 'app has not associated with the organization' },
    });
    tables.organizationApplications.insert({ organizationId: 'northwind', applicationId: 'sandbox-m2m' });
    const { status, body } = await app.token(request);
    expect(status).toBe(200);
    expect(decodeJwt(String(body['access_token']))).toMatchObject({
      aud: 'urn:logto:organization:northwind',
      sub: 'sandbox-m2m',
    });
  });
});

it('lets pages of any origin call the token endpoint and user info', async () => {
  const headers = { origin: 'http://localhost:5173', 'access-control-request-method': 'POST' };
  const preflight = await fetch(`${sandbox.url}/oidc/token`, { method: 'OPTIONS', headers });
  expect(preflight.headers.get('access-control-allow-origin')).toBeTruthy();
  const refused = await fetch(`${sandbox.url}/oidc/token`, {
    method: 'POST',
    headers,
    body: new URLSearchParams({ client_id: 'sandbox-spa', grant_type: 'refresh_token', refresh_token: 'x' }),
  });
  expect(refused.status).toBe(400);
  expect(refused.headers.get('access-control-allow-origin')).toBe('http://localhost:5173');
});
