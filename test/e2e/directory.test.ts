import { expect, test } from 'vitest';
import { launchEngine, switchTo, type Page } from './browser.js';
import { shareDemo, visit } from './shared-demo.js';

const demo = shareDemo(launchEngine);

test('an operator finds an organization they are no member of, and sees its members', async () => {
  const page = await visit(demo, 'operator@demo.test');
  await page.getByRole('link', { name: 'Directory' }).click();
  await page.getByText('1–4 of 4').waitFor();
  await page.getByRole('searchbox', { name: 'Search all organizations' }).fill('halden');
  await page.getByText('1–1 of 1').first().waitFor();
  await page.getByRole('button', { name: 'Open Halden & Frost Analytics' }).click();

  const dialog = page.getByRole('dialog', { name: 'Manage Halden & Frost Analytics' });
  await dialog.getByRole('row').filter({ hasText: '渡辺 さくら' }).waitFor();
  await dialog.getByText('as an operator, not as a member').waitFor();
  await dialog.getByRole('tab', { name: 'Bots' }).click();
  await dialog.getByText('Report bot').waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  await page.getByRole('row').filter({ hasText: 'Open now' }).getByText('Halden').waitFor();
  await page.getByRole('button', { name: /^Halden & Frost Analytics.*Switch organization/ }).waitFor();

  // The product's own pages know nothing of it.
  await page.getByRole('link', { name: 'Overview' }).click();
  await page.getByText('No organization is chosen').waitFor();
  await page.context().close();
});

test('nobody else is offered the directory, nor told anything in it', async () => {
  const page = await visit(demo, 'ada@demo.test');
  await page.getByText('urn:logto:organization:').waitFor();
  expect(await page.getByRole('link', { name: 'Directory' }).count()).toBe(0);
  await page.goto(new URL('directory', demo.line.page).href);
  await page.getByText('shown to its operators only').waitFor();
  expect(await page.getByText('青葉デザイン').count()).toBe(0);
  await page.context().close();
});

test('the switcher opens the management, whose tabs follow what the person may see', async () => {
  const [ada, sam] = [await visit(demo, 'ada@demo.test'), await visit(demo, 'sam.rivera@demo.test')];
  const manage = async (page: Page) => {
    await switchTo(page, 'Northwind Studio');
    await page.getByRole('button', { name: 'Switch organization' }).click();
    await page.getByRole('button', { name: 'Manage organization' }).click();
    const dialog = page.getByRole('dialog', { name: 'Manage Northwind Studio' });
    await dialog.getByRole('row').filter({ hasText: 'Ada Okafor' }).waitFor();
    return dialog;
  };
  const [ofAda, ofSam] = [await manage(ada), await manage(sam)];
  await ofAda.getByRole('tab', { name: 'Billing' }).click();
  await ada.getByRole('heading', { name: 'Harbor Fleet' }).waitFor();
  expect(await ofSam.getByRole('tab', { name: 'Billing' }).count()).toBe(0);

  await ofAda.getByRole('tab', { name: 'Members' }).click();
  await ofAda.getByRole('button', { name: /Roles of sam_rivera/ }).click();
  await ofAda.getByRole('checkbox', { name: /billing/ }).click();
  await ofAda.getByText('Roles of sam_rivera saved').waitFor({ state: 'attached' });
  // Another browser hears of it with its next answer.
  await ofSam.getByRole('searchbox', { name: 'Search members' }).fill('ada');
  await ofSam.getByRole('tab', { name: 'Billing' }).waitFor();
  await Promise.all([ada.context().close(), sam.context().close()]);
});
