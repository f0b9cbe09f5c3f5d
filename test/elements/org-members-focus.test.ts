import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { setViewport } from './browser-settings.js';
import { words } from './element-page.js';
import { crowd, mountMembers, type MembersPage } from './org-members-page.js';

const focused = (page: MembersPage): HTMLElement | null => page.shadow.activeElement as HTMLElement | null;
const isInTable = (page: MembersPage): boolean => focused(page)?.closest('table') != null;

async function pressByKeyboard(page: MembersPage, name: string): Promise<void> {
  (await page.find(name)).focus();
  await sendKeys({ press: 'Enter' });
}

describe('<org-members>, what has the focus when what had it is gone', () => {
  it('is the table after a search that found nobody was emptied', async () => {
    const page = await (await mountMembers()).ready();
    await page.fill('Search members', 'nobody');
    await page.untilText('Nothing matches “nobody”');
    await pressByKeyboard(page, 'Clear search');
    await page.until(() => page.rows.length === 4, 'not all again');
    await page.until(() => isInTable(page), `the focus is lost: ${document.activeElement?.tagName}`);
  });

  it('is the table after the selection was cleared', async () => {
    const page = await (await mountMembers()).ready();
    page.select('sam_rivera');
    await pressByKeyboard(page, 'Clear selection');
    await page.until(() => !page.text.includes('selected'), 'still selected');
    await page.until(() => isInTable(page), `the focus is lost: ${document.activeElement?.tagName}`);
  });

  it('is the table after several were removed', async () => {
    const page = await (await mountMembers()).ready();
    page.select('sam_rivera');
    page.select('渡辺 さくら');
    await pressByKeyboard(page, 'Remove');
    await page.until(() => words(focused(page)) === 'Cancel', 'no question');
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Enter' });
    await page.until(() => page.announced.includes('Done: 2'), 'not removed');
    await page.until(() => isInTable(page), `the focus is lost: ${document.activeElement?.tagName}`);
  });

  it('is the table after all that match were selected', async () => {
    const page = await (await mountMembers(crowd(150))).ready();
    await page.press('Select this page');
    await pressByKeyboard(page, 'Select all 149');
    await page.untilText('149 selected');
    await page.until(() => isInTable(page), `the focus is lost: ${document.activeElement?.tagName}`);
  });
});

describe('<org-members>, what is said', () => {
  it('is why somebody cannot be removed, as the name of what the button opens', async () => {
    const page = await (await mountMembers()).ready();
    await page.press('Leave');
    await page.until(() => page.popover, 'nothing is explained');
    const reason = 'You are the last administrator. Before you can leave, make somebody else one.';
    expect(page.popover?.getAttribute('aria-label')).to.equal(reason);
  });

  it('is whose roles are to be chosen', async () => {
    const page = await (await mountMembers()).ready();
    const popover = await page.editRoles('sam_rivera');
    expect(popover.getAttribute('aria-label')).to.equal('Roles of sam_rivera:');
  });

  it('is why roles are as before, once, when the choice was closed before that was known', async () => {
    const page = await (await mountMembers()).ready();
    let refuse = (): void => undefined;
    const held = new Promise<void>((resolve) => (refuse = resolve));
    page.backend.intercept = async ({ method }) => {
      if (method !== 'PUT') return undefined;
      await held;
      return Response.json({ code: 'unavailable', message: '' }, { status: 503 });
    };
    await page.editRoles('sam_rivera');
    page.choice('billing').click();
    await page.until(() => page.backend.calls.some((call) => call.startsWith('PUT')), 'nothing is saved');
    await sendKeys({ press: 'Escape' });
    await page.until(() => !page.popover, 'still open');
    refuse();
    await page.until(
      () => page.announced.includes('sam_rivera: The service can’t be reached right now.'),
      `not said: ${page.announced}`,
    );
  });
});

describe('<org-members> at 400 %', () => {
  afterEach(() => setViewport({ width: 800, height: 600 }));

  it('shows all of a question, also about a long name', async () => {
    await setViewport({ width: 320, height: 180 });
    const page = await (await mountMembers()).ready();
    page.button(page.row('Maximiliana Katharina von Hohenstein-Oberndorf de la Cruz'), 'remove').click();
    await page.until(() => page.dialog, 'no question');
    const text = page.dialog?.querySelector('p');
    text?.scrollIntoView();
    const shown = text?.parentElement?.getBoundingClientRect();
    expect(shown?.height, 'the text is cut off').to.be.at.least(text?.getBoundingClientRect().height ?? 0);
    const confirm = await page.find('Remove');
    confirm.scrollIntoView();
    const { top, bottom } = confirm.getBoundingClientRect();
    expect(top).to.be.at.least(0);
    expect(bottom).to.be.at.most(innerHeight);
  });
});
