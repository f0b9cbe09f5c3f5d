import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { pressShiftTab } from './browser-settings.js';
import { chips, focused, invitees, mountInvite, paste, type InvitePage } from './org-invite-page.js';

async function press(...keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    if (key === 'Shift+Tab') await pressShiftTab();
    else await sendKeys({ press: key });
  }
}

/** Where the focus is after each key. */
async function walk(page: InvitePage, ...keys: readonly string[]): Promise<(string | undefined)[]> {
  const places: (string | undefined)[] = [];
  for (const key of keys) {
    await press(key);
    await page.element.updateComplete;
    places.push(focused(page));
  }
  return places;
}

describe('<org-invite> by keyboard', () => {
  it('moves through the addresses with the arrows, and back into the field', async () => {
    const page = await mountInvite();
    await paste(page, 'one@x.test, two@x.test');
    expect(await walk(page, 'ArrowLeft', 'ArrowRight', 'ArrowRight')).to.deep.equal([
      'two@x.test',
      'Remove two@x.test',
      'the field',
    ]);
    expect(await walk(page, 'ArrowLeft', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft')).to.deep.equal([
      'two@x.test',
      'Remove one@x.test',
      'one@x.test',
      'one@x.test',
    ]);
    expect(await walk(page, 'End', 'Home', 'ArrowDown', 'ArrowUp')).to.deep.equal([
      'two@x.test',
      'one@x.test',
      'two@x.test',
      'one@x.test',
    ]);
  });

  it('moves the other way where the page is written from right to left', async () => {
    const page = await mountInvite({ language: 'ar', direction: 'rtl' });
    await paste(page, 'one@x.test, two@x.test');
    const places = await walk(page, 'ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowLeft');
    expect([places[0], places[2]]).to.deep.equal(['two@x.test', 'one@x.test']);
    expect(places[1]).to.equal(places[3]);
    expect(places[1]).to.contain('one@x.test');
    expect((await walk(page, 'End', 'ArrowLeft', 'ArrowLeft')).at(-1)).to.equal('the field');
  });

  it('is one stop of the Tab key, where it was left', async () => {
    const page = await mountInvite();
    await paste(page, 'one@x.test, two@x.test, three@x.test');
    await press('ArrowLeft', 'ArrowUp');
    expect(focused(page)).to.equal('two@x.test');
    expect(await walk(page, 'Tab', 'Shift+Tab')).to.deep.equal(['the field', 'two@x.test']);
    expect(page.all('[role="row"] [tabindex="0"]')).to.have.length(1);
  });

  it('removes with Backspace and Delete, and the focus goes to the one that takes its place', async () => {
    const page = await mountInvite();
    await paste(page, 'one@x.test, two@x.test, three@x.test, four@x.test');
    // The first selects, the second removes: one key too many takes nothing away.
    expect(await walk(page, 'Backspace', 'Backspace')).to.deep.equal(['four@x.test', 'the field']);
    expect(chips(page)).to.deep.equal(['one@x.test', 'two@x.test', 'three@x.test']);
    expect(await walk(page, 'ArrowLeft', 'Home', 'Delete')).to.deep.equal([
      'three@x.test',
      'one@x.test',
      'two@x.test',
    ]);
    expect(await walk(page, 'ArrowRight', 'Enter')).to.deep.equal([
      'Remove two@x.test',
      'Remove three@x.test',
    ]);
    expect(chips(page)).to.deep.equal(['three@x.test']);
    expect(await walk(page, 'Backspace')).to.deep.equal(['the field']);
    expect(chips(page)).to.deep.equal([]);
  });

  it('takes Backspace and the arrows for the text as long as there is one before the caret', async () => {
    const page = await mountInvite();
    await paste(page, 'one@x.test');
    await sendKeys({ type: 'ab' });
    expect(await walk(page, 'Backspace', 'ArrowLeft', 'ArrowLeft')).to.deep.equal([
      'the field',
      'the field',
      'one@x.test',
    ]);
    expect(page.query<HTMLInputElement>('#address')?.value).to.equal('a');
  });

  it('leaves the dialog open with the Escape that closes the choice of roles in it', async () => {
    const page = await mountInvite({ attributes: { dialog: '' } });
    (await page.find('Invite people')).focus();
    await press('Enter');
    await page.until(() => focused(page) === 'the field', 'the dialog does not open');
    const roles = page.query<HTMLButtonElement>('[part="roles"]');
    await page.until(() => roles?.disabled === false, 'no roles to choose');
    roles?.focus();
    await press('Enter');
    await page.until(() => page.shadow.activeElement?.matches('[type="checkbox"]'), 'no choice of roles');
    await press('Escape');
    await page.until(() => !page.query('.popup:popover-open'), 'the choice stays open');
    // Time for an engine that closes more than that.
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(page.dialog, 'the dialog has closed too').not.to.equal(null);
    expect(page.shadow.activeElement).to.equal(roles);
    await press('Escape');
    await page.until(() => !page.dialog && !page.element.open, 'the dialog stays open');
  });

  it('is done from the first address to the last link without a mouse', async () => {
    const page = await mountInvite({ attributes: { 'default-roles': 'member' } });
    page.query<HTMLInputElement>('#address')?.focus();
    await sendKeys({ type: 'one@x.test,two@x.test' });
    await press('Enter', 'ArrowLeft', 'Enter');
    await page.until(() => page.shadow.activeElement?.matches('[type="checkbox"]'), 'no choice of roles');
    await press(' ', 'Escape');
    await page.until(() => focused(page)?.startsWith('two@x.test'), `focus: ${focused(page)}`);
    const own = chips(page)[1];
    expect(own).to.match(/^two@x\.test \S/);
    for (let stops = 0; stops < 8 && focused(page) !== 'Invite 2 people'; stops += 1) await press('Tab');
    expect(focused(page)).to.equal('Invite 2 people');
    await press('Enter');
    await page.untilText('2 people invited');
    expect(invitees(page)).to.include.members(['one@x.test', 'two@x.test']);
    expect(chips(page)).to.deep.equal([]);
    for (let stops = 0; stops < 8 && focused(page) !== 'Copy link for one@x.test'; stops += 1) {
      await press('Shift+Tab');
    }
    expect(focused(page)).to.equal('Copy link for one@x.test');
  });
});
