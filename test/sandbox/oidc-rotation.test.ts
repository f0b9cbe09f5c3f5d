import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startSandbox, type RunningSandbox } from '../../src/sandbox/node.js';
import { PageApplication, signIn } from './oidc-browser.js';

/** `refreshRotation` of the recording, with a clock of our own instead of waiting. */
describe('rotation of refresh tokens', () => {
  let sandbox: RunningSandbox;
  let app: PageApplication;
  let clock: number;
  const refused = {
    status: 400,
    body: { error: 'invalid_grant', error_description: 'grant request is invalid' },
  };

  beforeEach(async () => {
    clock = Date.now();
    sandbox = await startSandbox({ seed: 'demo', now: () => clock });
    app = new PageApplication(sandbox.url);
    await signIn(app, { action: 'account', account: 'ada' });
  });
  afterEach(() => sandbox.close());

  const use = (token: string) => app.refresh({ refresh_token: token });

  it('answers three uses of one token at once', async () => {
    const first = app.refreshToken;
    const answers = await Promise.all([use(first), use(first), use(first)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  });

  it('tolerates a used token for three seconds, with a new token each time', async () => {
    const first = app.refreshToken;
    const next = await use(first);
    clock += 1000;
    const again = await use(first);
    clock += 1999;
    const last = await use(first);
    const tokens = [next, again, last].map(({ body }) => body['refresh_token']);
    expect([next.status, again.status, last.status]).toEqual([200, 200, 200]);
    expect(new Set([first, ...tokens]).size).toBe(4);
  });

  it('is not prolonged by the uses in between', async () => {
    const first = app.refreshToken;
    await use(first);
    clock += 2500;
    expect((await use(first)).status).toBe(200);
    clock += 600;
    expect(await use(first)).toMatchObject(refused);
  });

  it('takes a later use as theft: the grant ends, and every descendant with it', async () => {
    const first = app.refreshToken;
    const second = String((await use(first)).body['refresh_token']);
    const accessToken = app.accessToken;
    clock += 5000;
    expect(await use(first)).toMatchObject(refused);
    expect(await use(second)).toMatchObject(refused);
    app.accessToken = accessToken;
    expect((await app.userInfo()).status).toBe(401);
  });

  it('leaves the token alone when the request is refused', async () => {
    const first = app.refreshToken;
    expect((await app.refresh({ organization_id: 'unknown' })).status).toBe(403);
    clock += 60_000;
    expect((await use(first)).status).toBe(200);
  });

  it('goes on along a chain of fresh tokens', async () => {
    for (let count = 0; count < 5; count += 1) {
      clock += 10_000;
      expect((await app.refresh()).status).toBe(200);
    }
  });

  it('refuses another client, a suspended account and a deleted one', async () => {
    const token = app.refreshToken;
    const other = await app.refresh({ client_id: 'sandbox-m2m', client_secret: 'sandbox-m2m-secret' });
    expect(other.status).toBe(400);
    sandbox.tenant.accounts.update('ada', { isSuspended: true });
    expect(await use(token)).toMatchObject(refused);
    sandbox.tenant.accounts.update('ada', { isSuspended: false });
    expect((await use(token)).status).toBe(200);
    sandbox.tenant.tables.users.delete('ada');
    expect(await use(app.refreshToken)).toMatchObject(refused);
  });

  it('ends the grant when the token is revoked at sign-out', async () => {
    const token = app.refreshToken;
    const response = await fetch(`${sandbox.url}/oidc/token/revocation`, {
      method: 'POST',
      body: new URLSearchParams({ client_id: 'sandbox-spa', token }),
    });
    expect(response.status).toBe(200);
    expect(await use(token)).toMatchObject(refused);
  });
});

it('can be strict: of three uses at once one is answered, and the grant ends', async () => {
  const sandbox = await startSandbox({ seed: 'demo', refreshTokenReuseSeconds: 0 });
  const app = new PageApplication(sandbox.url);
  await signIn(app, { action: 'account', account: 'ada' });
  const token = app.refreshToken;
  const uses = [1, 2, 3].map(() => app.refresh({ refresh_token: token }));
  const statuses = (await Promise.all(uses)).map(({ status }) => status);
  expect(statuses.sort()).toEqual([200, 400, 400]);
  await sandbox.close();
});
