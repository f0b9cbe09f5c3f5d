import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startDemo, type RunningDemo } from '../../src/cli/demo/start.js';
import { startSandbox, type RunningSandbox } from '../../src/sandbox/node.js';
import { launchEngine, signInAs, type Browser, type BrowserContext, type Page } from './browser.js';

let browser: Browser;
let sandbox: RunningSandbox;
let demo: RunningDemo;

/** The status of each answer of the sandbox's token endpoint. */
const answers: number[] = [];
const hear = (message: unknown): void => {
  const { request, response } = message as { request: IncomingMessage; response: ServerResponse };
  // What it is mounted at is cut off by then.
  if (request.url?.endsWith('/token') && request.method === 'POST') answers.push(response.statusCode);
};

beforeAll(async () => {
  subscribe('http.server.response.finish', hear);
  // Strict: a refresh token that is used twice, however soon, ends the sign-in.
  sandbox = await startSandbox({ seed: 'demo', refreshTokenReuseSeconds: 0 });
  const { endpoint, spa, resource, m2m } = sandbox.info;
  demo = await startDemo({
    port: 0,
    seed: 'demo',
    backend: undefined,
    backendPort: undefined,
    sandboxPort: undefined,
    logto: { endpoint, appId: spa.id, resource, m2m },
  });
  browser = await launchEngine();
});
afterAll(async () => {
  await browser.close();
  await demo.close();
  await sandbox.close();
  unsubscribe('http.server.response.finish', hear);
});

/** Forgets the access tokens, so that everything on the page needs new ones at once, and adds three more widgets. */
const askForEverything = async (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const provider = document.querySelector('org-provider');
    if (!provider) throw new Error('no provider');
    const organizations = ['northwind', 'halden', 'kestrel'];
    for (let count = 0; count < 3; count += 1) provider.append(document.createElement('org-switcher'));
    await provider.logtoClient?.clearAccessToken?.();
    const tokens = await Promise.all([
      provider.accessToken(),
      ...organizations.map((id) => provider.organizationToken(id)),
      ...organizations.map((id) => provider.organizationToken(id)),
    ]);
    return tokens.map((token) => JSON.parse(atob(String(token.split('.')[1]))).aud as string);
  });

describe('under strict rotation of refresh tokens', () => {
  test('four widgets and two tabs ask for tokens at once, and every call succeeds', async () => {
    const context: BrowserContext = await browser.newContext();
    const first = await context.newPage();
    await first.goto(demo.addresses.page);
    await signInAs(first, 'ada@demo.test');
    const second = await context.newPage();
    await second.goto(demo.addresses.page);
    await second.getByRole('button', { name: 'Switch organization' }).waitFor();

    answers.length = 0;
    const expected = [
      'https://api.orgkit.test',
      ...['northwind', 'halden', 'kestrel', 'northwind', 'halden', 'kestrel'].map(
        (id) => `urn:logto:organization:${id}`,
      ),
    ];
    for (let round = 0; round < 5; round += 1) {
      expect(await Promise.all([askForEverything(first), askForEverything(second)])).toEqual([
        expected,
        expected,
      ]);
    }
    expect(answers.length).toBeGreaterThanOrEqual(5 * 4);
    expect(new Set(answers)).toEqual(new Set([200]));
    // Still signed in, and the widgets work.
    await expect.poll(() => second.getByRole('button', { name: 'Switch organization' }).count()).toBe(16);
    await context.close();
  });
});
