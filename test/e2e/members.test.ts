import { expect, test } from 'vitest';
import { launchEngine, type Locator, type Page } from './browser.js';
import { shareDemo, visit } from './shared-demo.js';

const demo = shareDemo(launchEngine);

/** The team page of an organization, in a browser of the person's own. */
async function teamOf(address: string, organization: string): Promise<Page> {
  const page = await visit(demo, address, organization, 'Team');
  await page.getByRole('row').nth(1).waitFor();
  return page;
}

const member = (page: Page, name: string): Locator => page.getByRole('row').filter({ hasText: name });

async function tick(page: Page, name: string, role: RegExp): Promise<void> {
  await member(page, name)
    .getByRole('button', { name: /Roles of/ })
    .click();
  await page.getByRole('dialog').getByRole('checkbox', { name: role }).click();
  await page.getByText(`Roles of ${name} saved`).waitFor({ state: 'attached' });
  await page.keyboard.press('Escape');
}

test('an administrator gives and takes roles, a demoted one loses the controls without a reload', async () => {
  const ada = await teamOf('ada@demo.test', 'Northwind Studio');
  await ada.getByText('You are the last administrator.').waitFor();
  await tick(ada, 'sam_rivera', /admin/);
  await ada.getByText('You are the last administrator.').waitFor({ state: 'hidden' });

  const sam = await teamOf('sam.rivera@demo.test', 'Northwind Studio');
  await sam.getByRole('button', { name: 'Remove Ada Okafor' }).waitFor();
  await tick(ada, 'sam_rivera', /admin/);
  await ada.getByText('You are the last administrator.').waitFor();

  // Another browser hears of it with its next answer.
  await sam.getByRole('searchbox', { name: 'Search members' }).fill('ada');
  await sam.locator('org-members').getByText('What you may do here has changed.').waitFor();
  expect(
    await sam
      .locator('org-members')
      .getByRole('button', { name: /Remove|Roles of/ })
      .count(),
  ).toBe(0);
  await Promise.all([ada.context().close(), sam.context().close()]);
});

test('removes several, of which one is gone already, and then one after a question', async () => {
  const ada = await teamOf('ada@demo.test', 'Northwind Studio');
  const other = await teamOf('ada@demo.test', 'Northwind Studio');
  const remove = async (page: Page, name: string): Promise<void> => {
    await page.getByRole('button', { name: `Remove ${name}` }).click();
    const question = page.getByRole('alertdialog', { name: `Remove ${name}?` });
    await question.getByRole('button', { name: 'Remove' }).click();
    await question.waitFor({ state: 'hidden' });
  };
  for (const name of ['sam_rivera', '渡辺 さくら']) {
    await ada.getByRole('checkbox', { name: `Select ${name}` }).check();
  }
  await remove(other, 'sam_rivera');
  await ada.getByRole('button', { name: 'Remove', exact: true }).click();
  const question = ada.getByRole('alertdialog', { name: 'Remove 2 members?' });
  await question.getByRole('button', { name: 'Remove' }).click();
  await ada.getByRole('alert').getByText('1 of 2 did not work').waitFor();
  await ada.getByText('1 selected').waitFor();
  await ada.getByText('1–2 of 2').waitFor();
  await ada.context().close();
  await other.context().close();
});
