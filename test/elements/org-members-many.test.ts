import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { compositeKey } from '../../src/sandbox/database/table-rules.js';
import { ROLE_IDS } from '../../src/sandbox/seed/template.js';
import { words } from './element-page.js';
import { crowd, mountMembers, type MembersPage } from './org-members-page.js';

const press = (key: string): Promise<void> => sendKeys({ press: key });

/** Takes what the browser would save. */
async function exported(
  page: MembersPage,
  act: () => Promise<void>,
): Promise<{ name: string; text: string }> {
  const clicked = new Promise<HTMLAnchorElement>((resolve) => {
    const { click } = HTMLAnchorElement.prototype;
    HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
      HTMLAnchorElement.prototype.click = click;
      resolve(this);
    };
  });
  await act();
  const link = await clicked;
  await page.element.updateComplete;
  return { name: link.download, text: await (await fetch(link.href)).text() };
}

describe('<org-members>, many at once', () => {
  it('gives roles to all that match, in few calls, with a result', async () => {
    const page = await (await mountMembers(crowd(150))).ready();
    await page.press('Select this page');
    await page.untilText('19 selected');
    await page.press('Select all 149');
    await page.untilText('149 selected');
    const told: number[] = [];
    page.root.addEventListener('org-member-roles-change', ({ detail }) => told.push(detail.members.length));
    await page.press('Give roles');
    await page.until(() => page.popover?.querySelector('input'), 'no choice of roles');
    page.choice('billing').click();
    await page.element.updateComplete;
    const before = page.backend.calls.length;
    await page.press('Give');
    await page.until(() => page.announced.includes('Done: 149'), `no result: ${page.announced}`);
    expect(page.backend.calls.slice(before).filter((call) => call.startsWith('POST'))).to.have.length(2);
    expect(page.backend.calls.slice(before).filter((call) => call.startsWith('GET')).length).to.be.at.most(2);
    await page.until(() => told.length > 0, 'the page is not told');
    expect(told).to.deep.equal([149]);
    expect(page.text).not.to.contain('selected');
    const { organizationRoleUsers } = page.backend.sandbox.tenant.tables;
    expect(organizationRoleUsers.has(compositeKey('crowd', ROLE_IDS.billing, 'member000149'))).to.equal(true);
    expect(page.rolesOf('Bao Abebe')).to.include('billing');
  });

  it('keeps those selected that failed, each with its reason', async () => {
    const page = await (await mountMembers()).ready();
    page.backend.intercept = (request) =>
      request.method === 'DELETE' && request.url.endsWith('/sakura')
        ? Response.json(
            { code: 'forbidden', message: '', details: { reason: 'exceeds_own' } },
            { status: 403 },
          )
        : undefined;
    page.select('sam_rivera');
    page.select('渡辺 さくら');
    await page.untilText('2 selected');
    (await page.find('Remove')).click();
    await page.until(() => page.dialog, 'no question');
    expect(words(page.dialog)).to.contain('Remove 2 members?');
    (page.dialog?.querySelector('[part="confirm"]') as HTMLElement).click();
    await page.untilText('1 of 2 did not work');
    const message = page.query('[role="alert"]');
    expect(words(message)).to.contain('渡辺 さくら : This needs permissions that you don’t have yourself.');
    await page.untilText('1 selected');
    expect(page.names).not.to.include('sam_rivera');
    expect(words(page.row('渡辺 さくら'))).to.contain('This needs permissions');
    expect(page.row('渡辺 さくら').querySelector('input')?.checked).to.equal(true);
    await expect(page.element).to.be.accessible();
  });

  it('stops when told, and leaves the rest selected', async () => {
    const page = await (await mountMembers(crowd(30))).ready();
    await page.press('Select this page');
    (await page.find('Remove')).click();
    await page.until(() => page.dialog, 'no question');
    let removals = 0;
    page.backend.intercept = (request) => {
      if (request.method === 'DELETE' && ++removals === 3) page.control('Stop')?.click();
      return undefined;
    };
    (page.dialog?.querySelector('[part="confirm"]') as HTMLElement).click();
    await page.untilText('16 selected');
    expect(removals).to.equal(3);
    expect(page.text).not.to.contain('did not work');
  });

  it('is no failure when it is stopped while all are being selected', async () => {
    const page = await (await mountMembers(crowd(150))).ready();
    await page.press('Select this page');
    const errors: Event[] = [];
    page.root.addEventListener('org-error', (event) => errors.push(event));
    page.backend.intercept = async ({ url }) => {
      if (url.includes('page_size=100')) page.control('Stop')?.click();
      return undefined;
    };
    await page.press('Select all 149');
    await page.until(() => page.control('Clear selection'), 'it does not stop');
    expect(errors).to.deep.equal([]);
    expect(page.control('Select all 149'), 'the rest can still be selected').to.not.equal(undefined);
  });

  it('stops in another organization, and selects and says nothing there', async () => {
    const page = await (await mountMembers()).ready();
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    page.backend.intercept = async (request) => {
      if (request.method === 'DELETE') await held;
      return undefined;
    };
    let isTold = false;
    page.root.addEventListener('org-member-remove', () => (isTold = true));
    page.select('渡辺 さくら');
    page.select('sam_rivera');
    (await page.find('Remove')).click();
    await page.until(() => page.dialog, 'no question');
    (page.dialog?.querySelector('[part="confirm"]') as HTMLElement).click();
    await page.until(() => page.backend.calls.some((call) => call.startsWith('DELETE')), 'nobody is removed');
    page.provider.organizationId = 'kestrel';
    await page.until(() => page.rows.length === 3 && page.names.includes('Ada Okafor'), 'no other members');
    release();
    await page.until(() => isTold, 'the page is not told');
    await page.element.updateComplete;
    expect(page.text).not.to.match(/selected|Done/);
    expect(page.backend.calls.filter((call) => call.startsWith('DELETE'))).to.have.length(1);
  });

  it('exports all that match, with formulas made plain', async () => {
    const page = await mountMembers(
      crowd(250, {
        attributes: { 'with-export': '' },
        prepare: ({ sandbox }) => {
          const { users } = sandbox.tenant.tables;
          const user = users.get('member000249');
          if (user) users.update(user.id, { ...user, name: '=HYPERLINK("https://evil.test")' });
        },
      }),
    );
    await page.ready();
    const before = page.backend.calls.length;
    const { name, text } = await exported(page, () => page.press('Export'));
    expect(name).to.match(/^members-\d{4}-\d\d-\d\d\.csv$/);
    const lines = text.trim().split('\r\n');
    expect(lines).to.have.length(251);
    expect(lines[0]).to.equal('Name,Username,Email address,Roles,ID');
    expect(text).to.contain(`"'=HYPERLINK(""https://evil.test"")"`);
    const calls = page.backend.calls.slice(before).filter((call) => call.includes('/members?'));
    expect(calls).to.have.length(3);
    await page.until(() => page.announced.includes('Exported: 250'), 'the end is not announced');
  });

  it('exports nothing when it is stopped, and nothing when a page fails', async () => {
    const page = await mountMembers(crowd(250, { attributes: { 'with-export': '' } }));
    await page.ready();
    let links = 0;
    const { click } = HTMLAnchorElement.prototype;
    HTMLAnchorElement.prototype.click = () => void links++;
    try {
      let release = (): void => undefined;
      page.backend.intercept = async (request) => {
        if (request.url.includes('page=2&')) await new Promise<void>((resolve) => (release = resolve));
        return undefined;
      };
      await page.press('Export');
      await page.untilText('Exporting 100 of 250');
      await page.press('Cancel');
      release();
      await page.until(() => !page.query('[part="progress"]'), 'it does not stop');
      page.backend.intercept = (request) =>
        request.url.includes('page=3&')
          ? Response.json({ code: 'forbidden', message: '' }, { status: 403 })
          : undefined;
      await page.press('Export');
      await page.untilText('You don’t have permission to do this.');
      expect(links).to.equal(0);
    } finally {
      HTMLAnchorElement.prototype.click = click;
    }
  });
});

describe('<org-members> by keyboard', () => {
  const focused = (page: MembersPage): HTMLElement | null => page.shadow.activeElement as HTMLElement | null;

  it('walks from the search to a role and back', async () => {
    const page = await (await mountMembers()).ready();
    (await page.find('Search members')).focus();
    await press('Tab');
    expect(focused(page)?.getAttribute('aria-label')).to.equal('Roles');
    await press('Tab');
    expect(words(focused(page)?.closest('label'))).to.equal('Select this page');
    const edit = page.button(page.row('sam_rivera'), 'edit-roles');
    for (let steps = 0; focused(page) !== edit && steps < 20; steps++) await press('Tab');
    expect(focused(page)).to.equal(edit);
    await press('Enter');
    await page.until(() => focused(page)?.matches('.popup input'), 'the focus is not in the choice');
    const billing = page.choice('billing');
    for (let steps = 0; focused(page) !== billing && steps < 5; steps++) await press('Tab');
    await press(' ');
    await page.until(() => page.announced.includes('Roles of sam_rivera saved'), 'it is not saved');
    expect(focused(page), 'the focus stays').to.equal(billing);
    await press('Escape');
    await page.until(() => !page.popover && focused(page) === edit, 'the focus is lost');
    expect(edit.getAttribute('aria-expanded')).to.equal('false');
  });

  it('removes with Enter, Tab and Enter, and cancels with Escape', async () => {
    const page = await (await mountMembers()).ready();
    const remove = page.button(page.row('sam_rivera'), 'remove');
    remove.focus();
    await press('Enter');
    await page.until(() => page.dialog?.contains(focused(page)), 'the focus is not in the question');
    expect(words(focused(page)), 'the harmless one first').to.equal('Cancel');
    await press('Escape');
    await page.until(() => !page.dialog && focused(page) === remove, 'the focus is lost');
    await press('Enter');
    await page.until(() => page.dialog?.contains(focused(page)), 'no question');
    await press('Tab');
    await press('Enter');
    await page.until(() => page.rows.length === 3 && !page.dialog, 'it does not remove');
    await page.until(() => focused(page) === page.query('table'), 'the focus is lost');
  });

  it('selects, gives a role to those and turns the page', async () => {
    const page = await (await mountMembers(crowd(30))).ready();
    page.row('Bao Abebe').querySelector('input')?.focus();
    await press(' ');
    await page.untilText('1 selected');
    const give = await page.find('Give roles');
    give.focus();
    await press('Enter');
    await page.until(() => focused(page)?.matches('.popup input'), 'no choice');
    const billing = page.choice('billing');
    for (let steps = 0; focused(page) !== billing && steps < 5; steps++) await press('Tab');
    await press(' ');
    while (!focused(page)?.matches('[part="confirm"]')) await press('Tab');
    await press('Enter');
    await page.until(() => page.announced.includes('Done: 1'), 'no result');
    const next = await page.find('Next page');
    next.focus();
    await press('Enter');
    await page.untilText('21–30 of 30');
    expect(focused(page), 'the focus stays').to.equal(next);
  });
});
