import { afterAll, beforeAll, expect, test } from 'vitest';
import { addressOf, launchEngine, signInAs, switchTo, type Browser } from './browser.js';
import { startCommand, type DemoAddresses, type Started } from './demo-process.js';

let browser: Browser;
let demo: Started<DemoAddresses>;
beforeAll(async () => {
  const ports = ['--port', '0', '--backend-port', '0', '--sandbox-port', '0'];
  [browser, demo] = await Promise.all([
    launchEngine(),
    startCommand<DemoAddresses>(['demo', '--json', ...ports]),
  ]);
});
afterAll(async () => {
  await browser.close();
  expect(await demo.stop()).toBe(0);
});

test('the demo works with page, backend and sandbox on three origins', async () => {
  const { page: address, backend, sandbox } = demo.line;
  const origins = [address, backend, sandbox?.endpoint ?? ''].map((url) => new URL(url).origin);
  expect(new Set(origins).size).toBe(3);

  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(address);
  await signInAs(page, 'ada@demo.test');
  await switchTo(page, 'Northwind Studio');
  await page.getByText('urn:logto:organization:northwind').waitFor();
  const asked = await page.evaluate(() =>
    performance.getEntriesByType('resource').map(({ name }) => new URL(name).origin),
  );
  expect(origins.filter((origin) => !asked.includes(origin))).toEqual([]);

  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('button', { name: 'Sign in' }).waitFor();
  expect((await addressOf(page)).origin).toBe(origins[0]);
  await context.close();
});

test('the backend answers no other origin', async () => {
  const asked = async (origin: string): Promise<string | null> => {
    const response = await fetch(`${demo.line.backend}/organizations`, {
      method: 'OPTIONS',
      headers: { origin, 'access-control-request-method': 'GET' },
    });
    return response.headers.get('access-control-allow-origin');
  };
  const { origin } = new URL(demo.line.page);
  expect(await asked(origin)).toBe(origin);
  expect(await asked('https://evil.example')).toBeNull();
});
