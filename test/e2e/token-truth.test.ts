import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { OrgPermissionsChangeDetail } from '../../src/events.js';
import { launchEngine, type Browser, type Page } from './browser.js';
import { startCommand, type DemoAddresses, type Started } from './demo-process.js';
import { managementOf } from './management.js';
import { visit } from './shared-demo.js';

let browser: Browser;
let demo: Started<DemoAddresses>;
let management: Awaited<ReturnType<typeof managementOf>>;
const opened: Page[] = [];

beforeAll(async () => {
  browser = await launchEngine();
});
afterAll(() => browser.close());
beforeEach(async () => {
  demo = await startCommand<DemoAddresses>(['demo', '--port', '0', '--json']);
  management = await managementOf(demo.line.sandbox?.endpoint ?? '');
});
afterEach(async () => {
  await Promise.all(opened.splice(0).map((page) => page.context().close()));
  expect(await demo.stop()).toBe(0);
});

interface Opened {
  readonly page: Page;
  /** How many tokens of Northwind it was given since. */
  tokens(): Promise<number>;
  /** What the page was told of permissions so far. */
  told(): Promise<OrgPermissionsChangeDetail[]>;
}

/** A page of the demo in a browser of the person's own. */
async function open(address: string, organization: string, link: string): Promise<Opened> {
  const page = await visit({ browser, line: demo.line }, address, organization, link);
  opened.push(page);
  await page.evaluate(() => {
    const told: unknown[] = [];
    document.addEventListener('org-permissions-change', (event) => told.push((event as CustomEvent).detail));
    // Logto's client writes down each token that it gets.
    const tokens = new Set<string>();
    const { setItem } = Storage.prototype;
    Storage.prototype.setItem = function (key, value) {
      for (const [token, payload = ''] of value.matchAll(/eyJ[\w-]+\.([\w-]+)\.[\w-]+/gu)) {
        const { aud } = JSON.parse(atob(payload.replaceAll('-', '+').replaceAll('_', '/'))) as {
          aud: string;
        };
        if (aud === 'urn:logto:organization:northwind') tokens.add(token);
      }
      setItem.call(this, key, value);
    };
    Object.assign(window, { told, tokens });
  });
  return {
    page,
    tokens: () => page.evaluate(() => (window as never as { tokens: Set<string> }).tokens.size),
    told: () => page.evaluate(() => (window as never as { told: never[] }).told),
  };
}

/** The page asks again every second: five minutes are long for a test. */
async function askOften({ page }: Opened): Promise<void> {
  await page.locator('org-provider').evaluate((provider) => {
    provider.setAttribute('refresh-interval', '1');
  });
  await page.locator('org-provider[data-state="ready"]').waitFor({ state: 'attached' });
}

/** Also where many are folded. */
const permission = (page: Page, name: string) =>
  page.locator('org-me').locator('li').filter({ hasText: name });
const member = (page: Page, name: string) => page.getByRole('row').filter({ hasText: name });

async function tickAdmin(page: Page, name: string): Promise<void> {
  await member(page, name)
    .getByRole('button', { name: /Roles of/ })
    .click();
  await page.getByRole('dialog').getByRole('checkbox', { name: /admin/ }).click();
  await page.getByText(`Roles of ${name} saved`).waitFor({ state: 'attached' });
  await page.keyboard.press('Escape');
}

/** Waits until the page was told; meanwhile somebody may use it. */
async function untilTold(
  { told }: Opened,
  count = 1,
  use?: () => Promise<void>,
): Promise<OrgPermissionsChangeDetail> {
  const poll = async (): Promise<number> => {
    await use?.();
    return (await told()).length;
  };
  await expect.poll(poll, { timeout: 20_000, interval: 1000 }).toBeGreaterThanOrEqual(count);
  return (await told())[count - 1] as OrgPermissionsChangeDetail;
}

/** Another search each time: for five seconds the backend may answer reads from what it has just read. */
const searchIn = ({ page }: Opened): (() => Promise<void>) => {
  let searches = 0;
  return () => page.getByRole('searchbox', { name: 'Search members' }).fill(`a${++searches}`);
};

test('one administrator demotes another, whose open page changes without a reload', async () => {
  const ada = await open('ada@demo.test', 'Northwind Studio', 'Team');
  await tickAdmin(ada.page, 'sam_rivera');
  const sam = await open('sam.rivera@demo.test', 'Northwind Studio', 'Me');
  await permission(sam.page, 'manage:member').getByText('from admin').waitFor({ state: 'attached' });
  await askOften(sam);
  await tickAdmin(ada.page, 'sam_rivera');

  const { organizationId, lost, consentRequired } = await untilTold(sam);
  expect(organizationId).toBe('northwind');
  expect(lost.roles).toEqual(['admin']);
  expect(lost.permissions).toContain('manage:member');
  expect(consentRequired).toEqual([]);
  await sam.page.locator('org-me').getByText('What you may do here has changed.').waitFor();
  await permission(sam.page, 'manage:member').waitFor({ state: 'detached' });
  await permission(sam.page, 'invite:member').getByText('from member').waitFor({ state: 'attached' });
});

test('one administrator removes another, whose open page goes on elsewhere', async () => {
  const ada = await open('ada@demo.test', 'Northwind Studio', 'Team');
  const sam = await open('sam.rivera@demo.test', 'Northwind Studio', 'Me');
  await permission(sam.page, 'invite:member').waitFor({ state: 'attached' });
  await askOften(sam);
  await ada.page.getByRole('button', { name: 'Remove sam_rivera' }).click();
  await ada.page.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).click();

  const { organizationId, gained, lost } = await untilTold(sam);
  expect({ organizationId, gained }).toEqual({
    organizationId: 'northwind',
    gained: { permissions: [], roles: [] },
  });
  expect(lost.roles).toEqual(['member']);
  expect(lost.permissions).toContain('invite:member');
  await sam.page.getByRole('button', { name: /Northwind Studio/ }).waitFor({ state: 'detached' });
  await permission(sam.page, 'invite:member').waitFor({ state: 'detached' });
});

test('an organization is deleted under an open page, which hears of it with its next request', async () => {
  const ada = await open('ada@demo.test', 'Halden & Frost Analytics', 'Team');
  await ada.page.getByRole('row').nth(1).waitFor();
  await management('DELETE', 'organizations/halden');

  const { organizationId, lost } = await untilTold(ada, 1, searchIn(ada));
  expect(organizationId).toBe('halden');
  expect(lost.roles).toEqual(['member']);
  await ada.page.getByRole('button', { name: /Halden/ }).waitFor({ state: 'detached' });
});

test('a permission is lost and gained while somebody looks', async () => {
  const sam = await open('sam.rivera@demo.test', 'Northwind Studio', 'Me');
  await permission(sam.page, 'invite:member').waitFor({ state: 'attached' });
  await askOften(sam);
  await expect.poll(() => permission(sam.page, 'invite:member').count()).toBe(1);
  const roles = 'organizations/northwind/users/sam/roles';
  const before = await sam.tokens();
  await management('PUT', roles, { organizationRoleIds: [] });
  expect((await untilTold(sam)).lost.roles).toEqual(['member']);
  await permission(sam.page, 'invite:member').waitFor({ state: 'detached' });
  expect(await sam.tokens()).toBe(before + 1);
  await management('PUT', roles, { organizationRoleIds: ['role-member'] });
  const { gained, consentRequired } = await untilTold(sam, 2);
  expect(gained.roles).toEqual(['member']);
  expect(gained.permissions).toContain('invite:member');
  expect(consentRequired).toEqual([]);
  await permission(sam.page, 'invite:member').waitFor({ state: 'attached' });
  expect(await sam.tokens()).toBe(before + 2);
});

test('a permission that is new in the template needs consent, and is there after the round trip', async () => {
  const ada = await open('ada@demo.test', 'Northwind Studio', 'Team');
  await ada.page.getByRole('row').nth(1).waitFor();
  const scope = { name: 'publish:boards', description: 'Publish boards' };
  const { id } = (await management('POST', 'organization-scopes', scope)) as { readonly id: string };
  await management('POST', 'organization-roles/role-admin/scopes', { organizationScopeIds: [id] });
  const before = (await ada.told()).length;

  const { gained, consentRequired } = await untilTold(ada, before + 1, searchIn(ada));
  expect(gained).toEqual({ permissions: ['publish:boards'], roles: [] });
  expect(consentRequired).toEqual(['publish:boards']);

  await ada.page.getByRole('link', { name: 'Me', exact: true }).click();
  const notice = ada.page.locator('org-me').getByText(/go through the sign-in once more:.*publish:boards/);
  await notice.waitFor();
  await ada.page.evaluate(() => void Object.assign(window, { isBeforeConsent: true }));
  await ada.page.locator('org-me').getByRole('button', { name: 'Continue' }).click();
  const isBack = () => ada.page.evaluate(() => !('isBeforeConsent' in window) && location.pathname === '/me');
  await expect.poll(isBack).toBe(true);
  await ada.page.getByRole('button', { name: /Northwind Studio/ }).waitFor();
  await permission(ada.page, 'publish:boards').waitFor({ state: 'attached' });
  const token = await ada.page
    .locator('org-provider')
    .evaluate((provider) =>
      (provider as never as { organizationToken(): Promise<string> }).organizationToken(),
    );
  const { scope: names } = JSON.parse(atob(token.split('.')[1] ?? '')) as { readonly scope: string };
  expect(names.split(' ')).toContain('publish:boards');
  expect(await notice.count()).toBe(0);
});
