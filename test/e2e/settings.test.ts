import { expect, test } from 'vitest';
import { launchEngine, type Page } from './browser.js';
import { shareDemo, visit } from './shared-demo.js';

const demo = shareDemo(launchEngine);

/** The settings page of an organization, in a browser of the person's own. */
async function settingsOf(address: string, organization: string): Promise<Page> {
  const page = await visit(demo, address, organization, 'Settings');
  await page.locator('org-profile').getByText('Created').waitFor();
  return page;
}

const nameOf = (page: Page) => page.getByRole('textbox', { name: 'Name' });
const descriptionOf = (page: Page) => page.getByRole('textbox', { name: /^Description/ });
const current = (page: Page, name: string) => page.getByRole('banner').getByRole('button', { name });

async function save(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Save changes' }).click();
}

test('two edit the settings at once, and nothing of either is lost', async () => {
  const [ada, other] = await Promise.all([
    settingsOf('ada@demo.test', 'Northwind Studio'),
    settingsOf('ada@demo.test', 'Northwind Studio'),
  ]);
  await nameOf(ada).fill('Northwind Maps');
  await descriptionOf(ada).fill('Maps');
  await nameOf(other).fill('Northwind Charts');
  await descriptionOf(other).fill('Charts');
  await save(ada);
  await ada.getByText('Changes saved').waitFor({ state: 'attached' });
  // The switcher shows it too, without a reload.
  await current(ada, 'Northwind Maps').waitFor();

  await save(other);
  const conflict = other.getByRole('group', { name: 'Somebody else saved changes' });
  await conflict.waitFor();
  expect(await nameOf(other).inputValue()).toBe('Northwind Charts');
  await conflict
    .getByRole('group', { name: 'Name' })
    .getByRole('radio', { name: /^Yours/ })
    .check();
  await conflict
    .getByRole('group', { name: 'Description' })
    .getByRole('radio', { name: /^Theirs/ })
    .check();
  await save(other);
  await conflict.waitFor({ state: 'hidden' });
  await current(other, 'Northwind Charts').waitFor();
  expect(await descriptionOf(other).inputValue()).toBe('Maps');
  await Promise.all([ada.context().close(), other.context().close()]);
});

test('a member leaves, and goes on in another organization', async () => {
  const maximiliana = await settingsOf('maximiliana@demo.test', 'Halden & Frost Analytics');
  await maximiliana.getByRole('button', { name: 'Leave organization' }).click();
  const question = maximiliana.getByRole('alertdialog', { name: 'Leave Halden & Frost Analytics?' });
  await question.getByRole('button', { name: 'Leave organization' }).click();
  await question.waitFor({ state: 'hidden' });
  await current(maximiliana, 'Northwind').waitFor();
  await maximiliana.getByRole('button', { name: 'Switch organization' }).click();
  expect(await maximiliana.getByRole('option', { name: 'Halden & Frost Analytics' }).count()).toBe(0);
  await maximiliana.context().close();
});

test('an organization is deleted once its name is typed, also from under another’s open page', async () => {
  const [sakura, ada] = await Promise.all([
    settingsOf('sakura@demo.test', 'Halden & Frost Analytics'),
    settingsOf('ada@demo.test', 'Halden & Frost Analytics'),
  ]);
  await sakura.getByRole('button', { name: 'Delete organization' }).click();
  const question = sakura.getByRole('alertdialog', { name: 'Delete Halden & Frost Analytics?' });
  await question.getByRole('textbox').fill('Halden & Frost Analytics');
  await question.getByRole('button', { name: 'Delete organization' }).click();
  await question.waitFor({ state: 'hidden' });
  await current(sakura, 'Halden').waitFor({ state: 'hidden' });

  // The next thing that the other page asks finds it gone.
  await ada.getByRole('link', { name: 'Team' }).click();
  await current(ada, 'Halden').waitFor({ state: 'hidden' });
  await ada.getByRole('row').nth(1).waitFor();
  await ada.context().close();
  await sakura.context().close();
});
