import { afterEach, describe, expect, test } from 'vitest';
import { launchEngine, signInAs, switchTo } from './browser.js';
import { runCommand, startCommand, type DemoAddresses, type Started } from './demo-process.js';

interface SandboxLine {
  readonly endpoint: string;
  readonly m2m: { readonly id: string; readonly secret: string; readonly resource: string };
  readonly spa: { readonly id: string };
  readonly resource: string;
}

const running: Started<unknown>[] = [];
const started = async <Line>(
  args: readonly string[],
  environment?: NodeJS.ProcessEnv,
): Promise<Started<Line>> => {
  const command = await startCommand<Line>(args, environment);
  running.push(command);
  return command;
};
afterEach(async () => {
  await Promise.all(running.splice(0).map((command) => command.stop()));
});

describe('orgkit demo', () => {
  test('runs against a Logto of your own when the environment names one', async () => {
    const logto = await started<SandboxLine>(['sandbox', '--port', '0', '--seed', 'demo']);
    const demo = await started<DemoAddresses>(['demo', '--port', '0', '--json'], {
      LOGTO_ENDPOINT: logto.line.endpoint,
      LOGTO_APP_ID: logto.line.spa.id,
      LOGTO_RESOURCE: logto.line.resource,
      LOGTO_M2M_ID: logto.line.m2m.id,
      LOGTO_M2M_SECRET: logto.line.m2m.secret,
      LOGTO_M2M_RESOURCE: logto.line.m2m.resource,
    });
    expect(demo.line.sandbox).toBeUndefined();
    expect(demo.line.redirectUri).toBe(`${demo.line.page}callback`);

    const browser = await launchEngine();
    try {
      const page = await browser.newPage();
      await page.goto(demo.line.page);
      await signInAs(page, 'ada@demo.test');
      await switchTo(page, 'Northwind Studio');
      await page.getByText('urn:logto:organization:northwind').waitFor();
    } finally {
      await browser.close();
    }
  });

  test('names every setting that is missing', async () => {
    const { status, stderr } = await runCommand(['demo', '--port', '0'], {
      LOGTO_ENDPOINT: 'http://localhost:3001',
      LOGTO_M2M_ID: 'some-id',
    });
    expect(status).toBe(2);
    for (const name of ['LOGTO_APP_ID', 'LOGTO_RESOURCE', 'LOGTO_M2M_SECRET']) expect(stderr).toContain(name);
    expect(stderr).not.toContain('LOGTO_M2M_ID');
  });

  test('names a setting that is wrong, and never its secret', async () => {
    const { status, stderr } = await runCommand(['demo', '--port', '0'], {
      LOGTO_ENDPOINT: 'auth.example.com',
      LOGTO_APP_ID: 'app',
      LOGTO_RESOURCE: 'https://api.example.com',
      LOGTO_M2M_ID: 'some-id',
      LOGTO_M2M_SECRET: 'hush-hush',
    });
    expect(status).toBe(2);
    expect(stderr).toContain('LOGTO_ENDPOINT');
    expect(stderr).not.toContain('hush-hush');
  });

  test.each([
    [['demo', '--prot', '1'], '--prot'],
    [['demo', '--port', 'many'], '--port'],
  ])('%j ends with status 2 and says what was expected', async (args, name) => {
    const { status, stderr } = await runCommand(args);
    expect(status).toBe(2);
    expect(stderr).toContain(name);
  });

  test('prints the address and the accounts, and stops on Ctrl-C', async () => {
    const demo = await started<DemoAddresses>(['demo', '--port', '0', '--json']);
    expect((await fetch(demo.line.page)).status).toBe(200);
    expect(demo.line.sandbox?.accounts.map(({ email }) => email)).toContain('ada@demo.test');
    running.pop();
    expect(await demo.stop()).toBe(0);
    await expect(fetch(demo.line.page)).rejects.toThrow();
  });
});
