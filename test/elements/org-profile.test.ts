import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/define/org-profile.js';
import type { OrganizationProfile } from '../../src/contract/organization.js';
import type { OrgProfile } from '../../src/elements/org-profile/org-profile.js';
import { compositeKey } from '../../src/sandbox/database/table-rules.js';
import { emit } from '../../src/events.js';
import { mount, words, type ElementPage, type PageOptions } from './element-page.js';

type Page = ElementPage<OrgProfile>;

const open = (options: PageOptions = {}): Promise<Page> => mount<OrgProfile>('org-profile', options);
const fieldValue = async (page: Page, name: string | RegExp): Promise<string> =>
  (await page.find<HTMLInputElement>(name)).value;
const rowOf = ({ backend }: Page, id = 'northwind') => backend.sandbox.tenant.tables.organizations.get(id);

/** As somebody else does it, elsewhere. */
async function saveElsewhere({ backend }: Page, body: object, userId = 'ada'): Promise<void> {
  const token = await backend.getTokenOf(userId)({ organizationId: 'northwind', refresh: false });
  const answer = await fetch(`${backend.endpoint}/organizations/northwind`, {
    method: 'PATCH',
    headers: { authorization: `Bearer ${String(token)}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  expect(answer.status).to.equal(200);
}

const patches = ({ backend }: Page): number =>
  backend.calls.filter((call) => call === 'PATCH /organizations/northwind').length;

describe('<org-profile>', () => {
  it('saves what was changed, and nothing else', async () => {
    const page = await open();
    const saved: OrganizationProfile[] = [];
    page.root.addEventListener('org-organization-update', (event) => saved.push(event.detail));
    let body: unknown;
    page.backend.intercept = async (request) => {
      if (request.method === 'PATCH') body = await request.clone().json();
      return undefined;
    };
    expect(await fieldValue(page, 'Name')).to.equal('Northwind Studio');
    expect((await page.find('Save changes')).ariaDisabled).to.equal('true');
    await page.fill('Name', ' Northwind Maps ');
    await page.untilText('Not saved yet');
    await page.press('Save changes');
    await page.until(() => saved.length === 1, 'it was not saved');
    expect(saved[0]?.name).to.equal('Northwind Maps');
    expect(body).to.deep.equal({ name: 'Northwind Maps' });
    await page.until(() => page.announced.includes('Changes saved'), 'nothing is said');
    expect(await fieldValue(page, 'Name')).to.equal('Northwind Maps');
    expect(page.text).not.to.include('Not saved yet');
    expect(page.text).not.to.include('Somebody else');
  });

  it('goes by keyboard alone', async () => {
    const page = await open();
    (await page.find('Name')).focus();
    await sendKeys({ press: 'End' });
    await sendKeys({ type: '!' });
    await sendKeys({ press: 'Enter' });
    await page.until(() => page.announced.includes('Changes saved'), 'Enter does not save');
    const walk: string[] = [];
    while (walk.length < 12 && walk.at(-1) !== 'delete') {
      await sendKeys({ press: 'Tab' });
      walk.push(page.shadow.activeElement?.id || page.shadow.activeElement?.part.value || '');
    }
    expect(walk).to.deep.equal([
      'description',
      'logoUrl',
      'darkLogoUrl',
      'isMfaRequired',
      'submit',
      'leave',
      'delete',
    ]);
    // From "Delete", on to the question and back.
    await sendKeys({ press: 'Enter' });
    await page.until(() => page.dialog, 'Enter does not ask');
    await page.until(() => page.shadow.activeElement?.id === 'confirmation', 'the field has no focus');
    await sendKeys({ press: 'Escape' });
    await page.until(() => !page.dialog, 'Escape does not close it');
    await page.until(() => page.shadow.activeElement?.part.contains('delete'), 'the focus is lost');
    // The styles of the question come after those of the form, and change nothing of them.
    expect(getComputedStyle(page.query('.switch') as HTMLElement).inlineSize).to.equal('36px');
  });

  it('takes a description and a logo away', async () => {
    const page = await open();
    await page.fill(/^Description/, '');
    await page.fill(/^Logo \(/, '');
    await page.press('Save changes');
    await page.until(() => page.announced.includes('Changes saved'), 'it was not saved');
    const { description, branding } = rowOf(page) ?? {};
    expect(description).to.equal(null);
    expect(branding?.logoUrl).to.equal(undefined);
    expect(branding?.darkLogoUrl).to.match(/northwind-dark\.svg$/);
  });

  it('takes a saved logo as it is, also one of this machine', async () => {
    const address = 'http://localhost:3301/assets/logos/northwind.svg';
    const page = await open({
      prepare: ({ sandbox }) =>
        sandbox.tenant.tables.organizations.update('northwind', { branding: { logoUrl: address } }),
    });
    await page.fill('Name', 'Northwind Maps');
    expect(page.query<HTMLImageElement>('.logo-preview img')?.src).to.equal(address);
    await page.press('Save changes');
    await page.until(() => page.announced.includes('Changes saved'), 'it was not saved');
    await page.fill(/^Logo \(/, 'http://localhost:3301/other.svg');
    await page.press('Save changes');
    await page.untilText('This has to be an address that begins with https://');
  });

  it('says what is not taken where it is, and sends nothing', async () => {
    const page = await open();
    await page.fill('Name', ' ');
    await page.press('Save changes');
    await page.untilText('Please fill this in.');
    await page.until(() => page.shadow.activeElement?.id === 'name', 'the field has no focus');
    expect(patches(page)).to.equal(0);
  });

  it('loses nothing of what was typed when it fails, and can be stopped by the page', async () => {
    const page = await open();
    page.backend.intercept = ({ method }) =>
      method === 'PATCH' ? Response.json({ code: 'unavailable', message: '' }, { status: 503 }) : undefined;
    await page.fill('Name', 'Northwind Maps');
    await page.press('Save changes');
    await page.untilText('The service can’t be reached right now.');
    expect(await fieldValue(page, 'Name')).to.equal('Northwind Maps');
    page.backend.intercept = undefined;
    page.root.addEventListener('org-before-organization-update', (event) => event.preventDefault(), {
      once: true,
    });
    const before = patches(page);
    await page.press('Save changes');
    await page.until(() => page.control('Save changes')?.ariaBusy === 'false', 'still busy');
    expect(patches(page)).to.equal(before);
    await page.press('Save changes');
    await page.until(() => page.announced.includes('Changes saved'), 'the next try does not work');
  });

  it('shows what somebody else saved first, and saves what was chosen', async () => {
    const page = await open();
    await page.fill('Name', 'Mine');
    await page.fill(/^Description/, 'My words');
    await saveElsewhere(page, { name: 'Theirs', description: 'Their words' });
    await page.press('Save changes');
    await page.untilText('Somebody else saved changes');
    expect(rowOf(page)?.name).to.equal('Theirs');
    const panel = page.query('[part="conflicts"]');
    await page.until(() => page.shadow.activeElement === panel, 'the conflict has no focus');
    expect(words(panel)).to.match(
      /Name Yours Mine Theirs Theirs Description Yours My words Theirs Their words/,
    );
    await expect(page.element).to.be.accessible();

    const side = (field: string, index: number): HTMLInputElement =>
      page.all<HTMLInputElement>(`[name="conflict-${field}"]`)[index] as HTMLInputElement;
    side('name', 0).click();
    await page.press('Save changes');
    await page.untilText('Please choose one.');
    await page.until(() => page.shadow.activeElement === side('description', 0), 'nothing has the focus');
    expect(rowOf(page)?.name).to.equal('Theirs');
    side('description', 1).click();
    await page.element.updateComplete;
    expect(await fieldValue(page, /^Description/)).to.equal('Their words');
    await page.press('Save changes');
    await page.until(() => page.announced.includes('Changes saved'), 'it was not saved');
    expect(rowOf(page)?.name).to.equal('Mine');
    expect(rowOf(page)?.description).to.equal('Their words');
    expect(page.query('[part="conflicts"]')).to.equal(null);
  });

  it('keeps both where each has changed something else, and says so', async () => {
    const page = await open();
    await page.fill('Name', 'Mine');
    await saveElsewhere(page, { description: 'Their words' });
    await page.press('Save changes');
    await page.untilText('Somebody else saved changes in the meantime: Description.');
    expect(await fieldValue(page, /^Description/)).to.equal('Their words');
    await page.press('Save changes');
    await page.until(() => page.announced.includes('Changes saved'), 'it was not saved');
    expect(rowOf(page)?.name).to.equal('Mine');
    expect(rowOf(page)?.description).to.equal('Their words');
  });

  it('shows a conflict already when the other’s changes come by themselves', async () => {
    const page = await open();
    await page.fill('Name', 'Mine');
    await saveElsewhere(page, { name: 'Theirs' });
    await page.element.refresh();
    await page.untilText('Somebody else saved changes');
    expect(await fieldValue(page, 'Name')).to.equal('Mine');
    // Typing on is a choice too.
    await page.fill('Name', 'Mine after all');
    await page.press('Save changes');
    await page.until(() => page.announced.includes('Changes saved'), 'it was not saved');
    expect(rowOf(page)?.name).to.equal('Mine after all');
  });

  it('lets what was typed wait for its organization', async () => {
    const page = await open();
    await page.fill('Name', 'Half');
    const go = (organizationId: string): boolean =>
      emit(page.element, 'org-change', { organizationId, previousOrganizationId: null });
    go('kestrel');
    await page.until(
      () => page.control<HTMLInputElement>('Name')?.value === 'Kestrel Bank',
      'not another one',
    );
    expect(page.text).not.to.include('Not saved yet');
    const leaving = new Event('beforeunload', { cancelable: true });
    window.dispatchEvent(leaving);
    expect(leaving.defaultPrevented).to.equal(true);
    go('northwind');
    await page.until(
      () => page.control<HTMLInputElement>('Name')?.value === 'Half',
      'what was typed is lost',
    );
    await page.press('Discard changes');
    expect(await fieldValue(page, 'Name')).to.equal('Northwind Studio');
  });

  it('edits the host’s own fields, each alone', async () => {
    const page = await open({
      handler: { organizations: { customDataKeys: ['industry', 'ships'] } },
      properties: {
        customFields: [
          { key: 'industry', label: 'Industry', type: 'choice', choices: [{ value: 'sea', label: 'Sea' }] },
          { key: 'ships', label: 'Ships', type: 'number' },
        ],
      },
    });
    const industry = await page.find<HTMLSelectElement>(/^Industry/);
    industry.value = 'sea';
    industry.dispatchEvent(new Event('change'));
    await saveElsewhere(page, { customData: { ships: 3 } });
    await page.press('Save changes');
    await page.untilText('in the meantime: Ships.');
    await page.press('Save changes');
    await page.until(() => page.announced.includes('Changes saved'), 'it was not saved');
    expect(rowOf(page)?.customData).to.deep.equal({ industry: 'sea', ships: 3 });
  });

  it('requires a second factor of all only from who has one', async () => {
    const ada = await open();
    await ada.press(/Require multi-factor authentication/);
    await ada.untilText('members without a second factor are locked out');
    await ada.press('Save changes');
    await ada.until(() => rowOf(ada)?.isMfaRequired, 'it was not saved');

    const sakura = await open({
      userId: 'sakura',
      current: 'halden',
      attributes: { 'account-url': 'https://auth.test/account/security' },
    });
    await sakura.untilText('would lock yourself out');
    const control = await sakura.find<HTMLInputElement>(/Require multi-factor/);
    expect(control.disabled).to.equal(true);
    const link = await sakura.find<HTMLAnchorElement>('Open your account');
    expect(link.href).to.equal('https://auth.test/account/security');
  });

  it('shows what there is to whoever may not change it', async () => {
    const page = await open({ userId: 'sam' });
    await page.until(() => page.query('dl'), 'nothing is shown');
    expect(page.text).to.include('Name Northwind Studio');
    expect(page.text).to.include('Multi-factor authentication Not required');
    expect(page.text).to.include('ID northwind');
    expect(page.query('form')).to.equal(null);
    expect(page.control('Delete organization')).to.equal(undefined);
    expect(page.control('Leave organization')).not.to.equal(undefined);
    await expect(page.element).to.be.accessible();
  });

  it('offers nothing with readonly, and leaves out what the page does not want', async () => {
    const page = await open({ attributes: { readonly: '' } });
    await page.until(() => page.query('dl'), 'nothing is shown');
    expect(page.all('button')).to.have.length(0);
    const less = await open({
      attributes: { 'without-logos': '', 'without-mfa': '', 'without-leave': '', 'without-delete': '' },
    });
    await less.find('Save changes');
    expect(less.text).not.to.match(/Logo|multi-factor|Leave|Delete/);
    expect(less.backend.calls).not.to.include('GET /account');
  });

  it('leaves, saying what is lost, and the provider goes on', async () => {
    const page = await open({ userId: 'sam' });
    const left: string[] = [];
    page.root.addEventListener('org-organization-leave', (event) =>
      left.push((event as CustomEvent<{ organizationId: string }>).detail.organizationId),
    );
    await page.press('Leave organization');
    await page.untilText('Leave Northwind Studio?');
    (page.dialog?.querySelector('[part="confirm"]') as HTMLElement).click();
    await page.until(() => page.provider.organizationId !== 'northwind', 'it stays');
    await page.until(() => left.length === 1, 'nobody is told');
    expect(left).to.deep.equal(['northwind']);
    expect(page.announced).to.include('You have left Northwind Studio');
  });

  it('explains the last administrator before the click, and the backend’s refusal after it', async () => {
    const page = await open();
    const leave = await page.find('Leave organization');
    expect(leave.ariaDisabled).to.equal('true');
    expect(page.text).to.include('You are the last administrator.');
    leave.click();
    await page.element.updateComplete;
    expect(page.dialog).to.equal(null);

    const kestrel = await open({ current: 'kestrel' });
    await kestrel.press('Leave organization');
    await kestrel.until(() => kestrel.dialog, 'no question');
    // Meanwhile the other administrator is gone.
    const { tables } = kestrel.backend.sandbox.tenant;
    tables.organizationUsers.delete(compositeKey('kestrel', 'sakura'));
    (kestrel.dialog?.querySelector('[part="confirm"]') as HTMLElement).click();
    await kestrel.untilText('You are the last administrator. Before you can leave');
    expect(kestrel.dialog).not.to.equal(null);
    expect(kestrel.provider.organizationId).to.equal('kestrel');
  });

  it('deletes once the name is typed, and says that none is left', async () => {
    const page = await open({
      userId: 'sakura',
      current: 'aoba',
      prepare: ({ sandbox: { tenant } }) => {
        for (const id of ['northwind', 'halden', 'kestrel']) {
          tenant.tables.organizationUsers.delete(compositeKey(id, 'sakura'));
        }
      },
    });
    const deleted: OrganizationProfile[] = [];
    page.root.addEventListener('org-organization-delete', (event) => deleted.push(event.detail));
    await page.fill('Name', 'Never saved');
    await page.press('Delete organization');
    await page.untilText('Delete 青葉デザイン?');
    await page.still();
    await expect(page.element).to.be.accessible();
    const confirm = page.dialog?.querySelector<HTMLElement>('[part="confirm"]');
    expect(confirm?.ariaDisabled).to.equal('true');
    await page.fill(/to confirm$/, '青葉');
    confirm?.click();
    expect(page.backend.calls.some((call) => call.startsWith('DELETE'))).to.equal(false);
    await page.fill(/to confirm$/, '青葉デザイン');
    expect(confirm?.ariaDisabled).to.equal('false');
    await sendKeys({ press: 'Enter' });
    await page.until(() => deleted.length === 1, 'nobody is told');
    expect(deleted[0]?.id).to.equal('aoba');
    expect(rowOf(page, 'aoba')).to.equal(undefined);
    await page.untilText('No organization is chosen.');
    expect(page.announced).to.include('青葉デザイン was deleted');
    await page.until(() => page.shadow.activeElement?.part.contains('empty'), 'the focus is lost');
    // Nothing is left to save.
    const leaving = new Event('beforeunload', { cancelable: true });
    window.dispatchEvent(leaving);
    expect(leaving.defaultPrevented).to.equal(false);
  });

  it('says so when it cannot be shown, and tries again', async () => {
    const page = await open({
      prepare: (backend) => {
        backend.intercept = ({ method, url }) =>
          method === 'GET' && url.endsWith('/organizations/northwind')
            ? Response.json({ code: 'forbidden', message: '' }, { status: 403 })
            : undefined;
      },
    });
    await page.untilText('You don’t have permission to do this.');
    page.backend.intercept = undefined;
    await page.press('Retry');
    expect(await fieldValue(page, 'Name')).to.equal('Northwind Studio');
  });

  it('is accessible', async () => {
    const page = await open();
    await page.find('Name');
    await expect(page.element).to.be.accessible();
  });
});
