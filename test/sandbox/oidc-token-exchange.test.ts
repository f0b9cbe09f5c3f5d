import { decodeJwt } from 'jose';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startSandbox, type RunningSandbox } from '../../src/sandbox/node.js';
import { PageApplication } from './oidc-browser.js';

const GRANT = 'urn:ietf:params:oauth:grant-type:token-exchange';
const TYPE = 'urn:ietf:params:oauth:token-type:access_token';

describe('acting in the name of somebody', () => {
  let sandbox: RunningSandbox;
  let app: PageApplication;
  let clock: number;

  beforeEach(async () => {
    clock = Date.now();
    sandbox = await startSandbox({ seed: 'demo', now: () => clock });
    app = new PageApplication(sandbox.url);
  });
  afterEach(() => sandbox.close());

  const managementToken = async (): Promise<string> => {
    const { id, secret, resource } = sandbox.info.m2m;
    const client = { client_id: id, client_secret: secret };
    const { body } = await app.token({ grant_type: 'client_credentials', ...client, resource, scope: 'all' });
    return String(body['access_token']);
  };
  const management = async (method: string, path: string, body: object) => {
    const response = await fetch(`${sandbox.url}/api${path}`, {
      method,
      headers: {
        authorization: `Bearer ${await managementToken()}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify(body),
    });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  };
  const subjectToken = async (userId: string): Promise<string> => {
    const { body } = await management('POST', '/subject-tokens', { userId });
    return String(body['subjectToken']);
  };
  const exchange = (token: string, parameters: Record<string, string>) =>
    app.token({ grant_type: GRANT, subject_token: token, subject_token_type: TYPE, ...parameters });

  it('gives a token for an organization, with those of the requested permissions that the person holds', async () => {
    const answer = await exchange(await subjectToken('sam'), {
      organization_id: 'northwind',
      scope: 'invite:member manage:member',
    });
    expect(answer).toMatchObject({ status: 200, body: { scope: 'invite:member', token_type: 'Bearer' } });
    expect(decodeJwt(String(answer.body['access_token']))).toMatchObject({
      sub: 'sam',
      client_id: 'sandbox-spa',
      aud: 'urn:logto:organization:northwind',
    });
  });

  it('gives a token for an API resource, and for one within an organization', async () => {
    const { info } = sandbox;
    const alone = await exchange(await subjectToken('noor'), { resource: info.resource });
    const within = await exchange(await subjectToken('ada'), {
      resource: info.resource,
      organization_id: 'northwind',
    });
    expect(decodeJwt(String(alone.body['access_token']))).toMatchObject({ sub: 'noor', aud: info.resource });
    expect(decodeJwt(String(within.body['access_token']))).toMatchObject({ organization_id: 'northwind' });
  });

  it('takes a subject token once', async () => {
    const token = await subjectToken('ada');
    expect(await exchange(token, { organization_id: 'northwind' })).toMatchObject({ status: 200 });
    expect(await exchange(token, { organization_id: 'northwind' })).toMatchObject({
      status: 400,
      body: { error: 'invalid_grant' },
    });
  });

  it('takes none that is unknown, or older than ten minutes', async () => {
    const token = await subjectToken('ada');
    clock += 600_000;
    for (const old of [token, 'sub_unknown']) {
      expect(await exchange(old, { organization_id: 'northwind' })).toMatchObject({
        status: 400,
        body: { error: 'invalid_grant' },
      });
    }
  });

  it('refuses an organization that the person is not in, and leaves the token good', async () => {
    const token = await subjectToken('noor');
    expect(await exchange(token, { organization_id: 'northwind' })).toMatchObject({
      status: 403,
      body: { error: 'access_denied', error_description: 'user is not a member of the organization' },
    });
    expect(await exchange(token, { resource: sandbox.info.resource })).toMatchObject({ status: 200 });
  });

  it('refuses an application that may not exchange tokens, and a person who does not exist', async () => {
    await management('PATCH', '/applications/sandbox-spa', {
      customClientMetadata: { allowTokenExchange: false },
    });
    const answer = await exchange(await subjectToken('ada'), { organization_id: 'northwind' });
    expect(answer).toMatchObject({
      status: 400,
      body: { error_description: 'requested grant type is not allowed for this client' },
    });
    expect(await management('POST', '/subject-tokens', { userId: 'nobody' })).toMatchObject({ status: 404 });
  });

  it('gives an expired token to whoever tests with one: the sandbox’s own parameter', async () => {
    const { body } = await exchange(await subjectToken('ada'), {
      organization_id: 'northwind',
      sandbox_expires_in: '-60',
    });
    expect(decodeJwt(String(body['access_token'])).exp).toBeLessThan(clock / 1000);
  });
});
