import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { addManyOrganizations } from '../../stories/support/add-organizations.js';
import { mountSwitcher, words, type SwitcherPage } from './org-switcher-fixture.js';

const press = (key: string): Promise<void> => sendKeys({ press: key });

async function openByKeyboard(page: SwitcherPage, key = 'Enter'): Promise<void> {
  await page.ready();
  page.trigger?.focus();
  await press(key);
  await page.until(() => page.panel?.contains(page.shadow.activeElement), 'the panel did not take the focus');
  await page.still();
}

describe('<org-switcher> by keyboard', () => {
  it('walks a list as a listbox: arrows, Home, End, type-ahead, Enter', async () => {
    const page = await mountSwitcher({ attributes: { 'with-create': '' } });
    await openByKeyboard(page);
    expect(page.shadow.activeElement?.getAttribute('role')).to.equal('listbox');
    expect(page.activeName, 'begins at the current one').to.equal('Northwind Studio');
    const names = page.optionNames;
    await press('Home');
    expect(page.activeName).to.equal(names[0]);
    await press('ArrowUp');
    expect(page.activeName, 'stays at the first').to.equal(names[0]);
    await press('ArrowDown');
    expect(page.activeName).to.equal(names[1]);
    await press('End');
    expect(page.activeName).to.equal(names.at(-1));
    await press('ArrowDown');
    expect(page.activeName, 'stays at the last').to.equal(names.at(-1));
    await press('h');
    expect(page.activeName).to.equal('Halden & Frost Analytics');
    await press('End');
    await sendKeys({ type: 'ke' });
    expect(page.activeName, 'an arrow begins a new word').to.equal('Kestrel Bank');
    await press('Home');
    await press('k');
    expect(page.activeName).to.equal('Kestrel Bank');
    await press('Enter');
    await page.element.updateComplete;
    expect(page.triggerText).to.match(/^Kestrel Bank/);
    expect(page.shadow.activeElement, 'the focus is back').to.equal(page.trigger);
  });

  it('chooses with Space where there is no search', async () => {
    const page = await mountSwitcher();
    await openByKeyboard(page, ' ');
    await press('k');
    await new Promise((resolve) => setTimeout(resolve, 600));
    await press(' ');
    await page.element.updateComplete;
    expect(page.triggerText).to.match(/^Kestrel Bank/);
  });

  it('closes with Escape, and the focus is back on the button', async () => {
    const page = await mountSwitcher();
    await openByKeyboard(page);
    await press('Escape');
    await page.until(() => !page.panel, 'it stays open');
    await page.until(() => page.shadow.activeElement === page.trigger, 'the focus is lost');
    expect(page.trigger?.getAttribute('aria-expanded')).to.equal('false');
    await press('Enter');
    await page.until(() => page.panel, 'it does not open again');
  });

  it('goes by Tab from the list to the invitations and the entries, and out', async () => {
    const page = await mountSwitcher({
      userId: 'noor',
      attributes: { 'with-personal': '', 'with-create': '' },
    });
    const after = document.createElement('button');
    after.textContent = 'After';
    page.root.append(after);
    await openByKeyboard(page);
    await page.until(() => page.control('Join Northwind Studio'), 'no invitation');
    const stops: string[] = [];
    for (let i = 0; i < 3; i++) {
      await press('Tab');
      const focused = page.shadow.activeElement;
      stops.push(focused?.getAttribute('aria-label') ?? words(focused));
    }
    expect(stops).to.have.members([
      'Join Northwind Studio',
      'Join Halden & Frost Analytics',
      'Create organization',
    ]);
    expect(stops.at(-1)).to.equal('Create organization');
    await press('Tab');
    expect(document.activeElement).to.equal(after);
    await page.until(() => !page.panel, 'who tabs out leaves it open');
    expect(document.activeElement, 'the focus is not pulled back').to.equal(after);
  });

  it('searches as a combobox: the focus stays in the field, Enter takes the best', async () => {
    const page = await mountSwitcher({ prepare: ({ sandbox }) => addManyOrganizations(sandbox, 'ada', 30) });
    await openByKeyboard(page);
    const field = page.shadow.activeElement as HTMLInputElement;
    expect(field.getAttribute('role')).to.equal('combobox');
    expect(page.shadow.getElementById(field.getAttribute('aria-controls') ?? '')?.role).to.equal('listbox');
    await sendKeys({ type: 'STUDIO 2' });
    await page.until(() => page.options.length === 12, 'it does not search');
    expect(page.activeName).to.equal('Studio 2');
    await expect(page.element).to.be.accessible();
    await press('ArrowDown');
    expect(page.activeName).to.equal('Studio 12');
    expect(page.shadow.activeElement).to.equal(field);
    await press('Home');
    expect(field.selectionStart, 'Home moves in the text').to.equal(0);
    expect(page.activeName).to.equal('Studio 12');
    await press('Enter');
    await page.element.updateComplete;
    expect(page.triggerText).to.match(/^Studio 12/);
  });

  it('says how many there are, and when there is none', async () => {
    const page = await mountSwitcher({ prepare: ({ sandbox }) => addManyOrganizations(sandbox, 'ada', 30) });
    await openByKeyboard(page);
    await sendKeys({ type: 'studio 30' });
    await page.until(() => words(page.query('.spoken[role="status"]')) === '1 organization', 'no count');
    await sendKeys({ type: 'x' });
    await page.until(() => page.options.length === 0, 'it still finds something');
    expect(page.text).to.include('No organizations match “studio 30x”');
    expect(page.shadow.activeElement?.getAttribute('aria-expanded')).to.equal('false');
    await expect(page.element).to.be.accessible();
    await press('Enter');
    expect(page.panel, 'there is nothing to choose').to.not.equal(null);
  });

  it('finds names without their accents', async () => {
    const page = await mountSwitcher({
      prepare: ({ sandbox }) => {
        addManyOrganizations(sandbox, 'ada', 7);
        sandbox.tenant.tables.organizations.update('studio-1', { name: 'Crème Brûlée Øst' });
      },
    });
    await openByKeyboard(page);
    await sendKeys({ type: 'brulee creme' });
    await page.until(() => page.options.length === 1, 'it does not find it');
    expect(page.activeName).to.equal('Crème Brûlée Øst');
  });
});
