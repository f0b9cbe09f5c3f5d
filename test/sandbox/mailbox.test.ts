import { afterAll, beforeAll, expect, it } from 'vitest';
import { startSandbox, type RunningSandbox } from '../../src/sandbox/node.js';

let sandbox: RunningSandbox;
const LINK = 'https://app.example.test/invitations/abc?a=1&b="2"';

beforeAll(async () => {
  sandbox = await startSandbox({ seed: 'empty' });
  const { outbox } = sandbox.tenant;
  outbox.send('first@demo.test', 'OrganizationInvitation', {
    link: LINK,
    organization: { id: 'o', name: '<img src=x onerror=alert(1)>' },
  });
  outbox.send('second@demo.test', 'OrganizationInvitation', { link: 'javascript:alert(1)' });
});
afterAll(() => sandbox.close());

const get = (path: string, accept: string) => fetch(`${sandbox.url}${path}`, { headers: { accept } });

it.each([
  ['/mailbox', 'application/json'],
  ['/mailbox.json', '*/*'],
])('lists mails as JSON, newest first: %s for %s', async (path, accept) => {
  const mails = (await (await get(path, accept)).json()) as Record<string, unknown>[];
  expect(mails.map(({ to }) => to)).toEqual(['second@demo.test', 'first@demo.test']);
  expect(mails[1]).toMatchObject({ link: LINK, type: 'OrganizationInvitation', sentAt: expect.any(Number) });
});

it('shows them as a page, escaped, with links that can be followed', async () => {
  const response = await get('/mailbox', 'text/html');
  const text = await response.text();
  expect(response.headers.get('content-type')).toContain('text/html');
  expect(text.indexOf('second@demo.test')).toBeLessThan(text.indexOf('first@demo.test'));
  expect(text).not.toContain('<img src=x');
  expect(text).toContain('href="https://app.example.test/invitations/abc?a=1&#38;b=%222%22"');
});

it('makes no link of an address that is not on the web', async () => {
  const text = await (await get('/mailbox', 'text/html')).text();
  expect(text).toContain('javascript:alert(1)');
  expect(text).not.toContain('href="javascript');
});
