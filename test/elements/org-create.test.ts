import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/define/org-create.js';
import '../../src/define/org-switcher.js';
import type { OrganizationSummary } from '../../src/contract/organization.js';
import type { OrgCreate } from '../../src/elements/org-create/org-create.js';
import { mount, type ElementPage, type PageOptions } from './element-page.js';

const open = (options: PageOptions = {}): Promise<ElementPage<OrgCreate>> =>
  mount<OrgCreate>('org-create', { userId: 'noor', current: '', ...options });
const calls = ({ backend }: ElementPage): number =>
  backend.calls.filter((call) => call === 'POST /organizations').length;

describe('<org-create>', () => {
  it('creates the organization, which becomes the current one', async () => {
    const page = await open();
    const made: OrganizationSummary[] = [];
    page.root.addEventListener('org-organization-create', (event) => made.push(event.detail));
    await page.fill('Name', '  Fjord Freight ');
    await page.press('Create organization');
    await page.until(() => made.length === 1, 'it was not created');
    expect(made[0]?.name).to.equal('Fjord Freight');
    await page.until(() => page.provider.organizationId === made[0]?.id, 'it is not the current one');
    expect(page.announced).to.include('Fjord Freight is ready');
    expect((await page.find<HTMLInputElement>('Name')).value).to.equal('');
    // A token that knows of it, without a reload.
    expect(await page.provider.organizationToken()).to.be.a('string');
  });

  it('goes by keyboard alone', async () => {
    const page = await open();
    (await page.find('Name')).focus();
    await sendKeys({ type: 'Fjord Freight' });
    await sendKeys({ press: 'Enter' });
    await page.until(() => page.announced.includes('is ready'), 'it was not created');
  });

  it('says what is not taken where it is, and sends nothing', async () => {
    const page = await open();
    await page.fill(/^Logo \(/, 'http://img.test/a.png');
    await page.press('Create organization');
    await page.untilText('Please fill this in.');
    expect(page.text).to.include('an address that begins with https://');
    const name = await page.find('Name');
    await page.until(() => page.shadow.activeElement === name, 'the first wrong field has no focus');
    expect(name.getAttribute('aria-invalid')).to.equal('true');
    expect(calls(page)).to.equal(0);
    await page.fill('Name', 'Fjord Freight');
    expect(page.text).not.to.include('Please fill this in.');
  });

  it('loses nothing of what was typed when it fails', async () => {
    const page = await open();
    page.backend.intercept = ({ method }) =>
      method === 'POST' ? Response.json({ code: 'unavailable', message: '' }, { status: 503 }) : undefined;
    await page.fill('Name', 'Fjord Freight');
    await page.fill(/Description/, 'By sea');
    await page.press('Create organization');
    await page.untilText('The service can’t be reached right now.');
    page.backend.intercept = undefined;
    expect((await page.find<HTMLInputElement>('Name')).value).to.equal('Fjord Freight');
    await page.press('Create organization');
    await page.until(() => page.announced.includes('is ready'), 'the second try did not work');
  });

  it('can be stopped, and delayed, by the page', async () => {
    const page = await open();
    page.root.addEventListener('org-before-organization-create', (event) => event.preventDefault(), {
      once: true,
    });
    await page.fill('Name', 'Fjord Freight');
    await page.press('Create organization');
    await page.until(() => page.control('Create organization')?.ariaBusy !== 'true', 'still busy');
    expect(calls(page)).to.equal(0);
    expect((await page.find<HTMLInputElement>('Name')).value).to.equal('Fjord Freight');
  });

  it('says so when nobody may, and when there are as many as allowed', async () => {
    const off = await open({ handler: { organizations: { create: 'off' } } });
    await off.untilText('You can’t create organizations here');
    expect((await off.find('Create organization')).ariaDisabled).to.equal('true');
    const full = await open({ userId: 'ada', handler: { organizations: { maximumPerPerson: 3 } } });
    await full.untilText('You are in as many organizations as possible');
  });

  it('explains a cap that was reached elsewhere in the meantime', async () => {
    const page = await open({ handler: { organizations: { maximumPerPerson: 1 } } });
    const { tables } = page.backend.sandbox.tenant;
    await page.find('Name');
    tables.organizationUsers.insert({ organizationId: 'halden', userId: 'noor' });
    await page.fill('Name', 'Fjord Freight');
    await page.press('Create organization');
    await page.untilText('You can be in 1 organization at most.');
  });

  it('answers the switcher’s entry as a dialog, and keeps what was typed when it is closed', async () => {
    const page = await open({ attributes: { dialog: '' } });
    expect(page.dialog).to.equal(null);
    page.provider.dispatchEvent(new CustomEvent('org-create-request', { bubbles: true }));
    await page.until(() => page.dialog, 'no dialog');
    const name = await page.find<HTMLInputElement>('Name');
    await page.until(() => page.shadow.activeElement === name, 'the name has no focus');
    await sendKeys({ type: 'Half' });
    await sendKeys({ press: 'Escape' });
    await page.until(() => !page.dialog && !page.element.open, 'Escape did not close it');
    page.element.open = true;
    await page.until(() => page.dialog, 'no dialog');
    expect((await page.find<HTMLInputElement>('Name')).value).to.equal('Half');
    await page.press('Create organization');
    await page.until(() => !page.dialog, 'the dialog stayed after it was created');
  });

  it('takes a file through the page’s own function, and says when that failed', async () => {
    let fails = true;
    const upload = async (file: File): Promise<string> => {
      if (fails) throw new Error('no room');
      return `https://img.test/${file.name}`;
    };
    const page = await open({ properties: { upload } });
    const choose = async (): Promise<void> => {
      const field = await page.find<HTMLInputElement>('Choose file: Logo');
      const transfer = new DataTransfer();
      transfer.items.add(new File(['x'], 'logo.png', { type: 'image/png' }));
      field.files = transfer.files;
      field.dispatchEvent(new Event('change'));
    };
    await choose();
    await page.untilText('could not be uploaded');
    fails = false;
    await choose();
    const logo = await page.find<HTMLInputElement>(/^Logo \(/);
    await page.until(() => logo.value === 'https://img.test/logo.png', 'no address');
    expect(page.text).not.to.include('could not be uploaded');
  });

  for (const attributes of [{}, { dialog: '' }] as readonly Record<string, string>[]) {
    it(`goes on with what comes next by keyboard: ${JSON.stringify(attributes)}`, async () => {
      const content = '<div slot="next"><button>Invite people</button></div>';
      const page = await open({ attributes, properties: { open: true }, content });
      (await page.find('Name')).focus();
      await sendKeys({ type: 'Fjord Freight' });
      await sendKeys({ press: 'Enter' });
      await page.find('Done');
      const focused = (): Element | null => page.shadow.activeElement;
      await page.until(() => focused()?.ariaLabel === 'Fjord Freight is ready', 'the focus is lost');
      expect(page.announced, 'said twice').to.equal('');
      await page.still();
      await expect(page.element).to.be.accessible();
      await sendKeys({ press: 'Tab' });
      expect(document.activeElement?.textContent).to.equal('Invite people');
      await sendKeys({ press: 'Tab' });
      expect(focused()).to.equal(page.control('Done'));
      await sendKeys({ press: 'Enter' });
      if (attributes['dialog'] === undefined) {
        await page.until(() => focused() === page.control('Name'), 'the focus is lost with the button');
      }
    });
  }

  it('leaves the focus on the button when no more can be created', async () => {
    const page = await open({ handler: { organizations: { maximumPerPerson: 1 } } });
    await page.fill('Name', 'Fjord Freight');
    const submit = await page.find('Create organization');
    submit.focus();
    await sendKeys({ press: 'Enter' });
    await page.untilText('You are in as many organizations as possible');
    expect(submit.ariaDisabled).to.equal('true');
    submit.click();
    expect(page.shadow.activeElement).to.equal(submit);
    expect(calls(page)).to.equal(1);
  });

  it('leaves the focus on the choice of a file while that is on its way', async () => {
    let arrive = (): void => undefined;
    const upload = (): Promise<string> =>
      new Promise((resolve) => (arrive = () => resolve('https://img.test/logo.png')));
    const page = await open({ properties: { upload } });
    const field = await page.find<HTMLInputElement>('Choose file: Logo');
    const transfer = new DataTransfer();
    transfer.items.add(new File(['x'], 'logo.png', { type: 'image/png' }));
    field.focus();
    field.files = transfer.files;
    field.dispatchEvent(new Event('change'));
    await page.untilText('Uploading');
    expect(field.ariaDisabled).to.equal('true');
    expect(field.matches(':focus'), 'the focus is lost').to.equal(true);
    arrive();
    await page.until(() => field.ariaDisabled === 'false', 'it does not arrive');
    expect(field.matches(':focus'), 'the focus is lost').to.equal(true);
  });

  it('is accessible', async () => {
    const page = await open();
    await page.find('Name');
    await page.press('Create organization');
    await expect(page.element).to.be.accessible();
  });
});
