import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/define/org-bots.js';
import type { OrgBots } from '../../src/elements/org-bots/org-bots.js';
import type { OrgBeforeDetail } from '../../src/events.js';
import { ROLE_IDS } from '../../src/sandbox/seed/template.js';
import { memberRoleKey } from '../../src/sandbox/tables.js';
import { addBots, addDeployer, offer, placeBots } from '../../stories/support/add-bots.js';
import { mount, words, type ElementPage, type PageOptions } from './element-page.js';

const press = (key: string): Promise<void> => sendKeys({ press: key });

const mountBots = (options: PageOptions = {}): Promise<ElementPage<OrgBots>> =>
  mount<OrgBots>('org-bots', { handler: offer, ...options });

async function ready(options: PageOptions = {}): Promise<ElementPage<OrgBots>> {
  const page = await mountBots(options);
  await page.until(() => page.query('[role="table"]'), 'there is no table');
  return page;
}

const rows = (page: ElementPage): string[] => page.all('tbody [role="row"]').map(words);
const changes = ({ backend }: ElementPage): string[] =>
  backend.calls.filter((call) => !call.startsWith('GET'));
const rolesInLogto = ({ backend }: ElementPage, applicationId: string): string[] =>
  backend.sandbox.tenant.tables.organizationRoleApplications
    .all()
    .filter((row) => row.organizationId === 'northwind' && row.applicationId === applicationId)
    .map(({ organizationRoleId }) => organizationRoleId)
    .sort();
const isInLogto = ({ backend }: ElementPage, applicationId: string): boolean =>
  backend.sandbox.tenant.tables.organizationApplications
    .all()
    .some((row) => row.organizationId === 'northwind' && row.applicationId === applicationId);

describe('<org-bots>', () => {
  it('shows the bots with their roles, and says what cannot be changed here', async () => {
    const page = await ready({
      prepare: ({ sandbox }) => {
        addBots(sandbox);
        placeBots(sandbox, 'legacy-sync');
      },
    });
    expect(rows(page).sort()).to.eql([
      'Build bot bot Change roles',
      'Legacy sync No roles Set up elsewhere. It can’t be changed here.',
      'Report bot bot Change roles',
    ]);
    expect(page.control('Remove Legacy sync')).to.equal(undefined);
  });

  it('renders nothing where the backend offers no bots, and does not ask for them', async () => {
    const page = await mountBots({ handler: {} });
    await page.until(() => page.backend.calls.some((call) => call.endsWith('/me')), 'it never asked');
    await page.until(() => !page.query('[part="skeleton"]'), 'it keeps loading');
    expect(page.shadow.childElementCount).to.equal(0);
    expect(page.backend.calls.filter((call) => call.includes('/bots'))).to.eql([]);
  });

  it('offers no change to those who may not manage them, nor when it is read only', async () => {
    for (const options of [{ userId: 'sam' }, { attributes: { readonly: '' } }]) {
      const page = await ready(options);
      expect(page.all('button, dialog')).to.eql([]);
      expect(rows(page).sort()).to.eql(['Build bot bot', 'Report bot bot']);
    }
  });

  it('adds one by keyboard alone, with a role, and gives the focus back', async () => {
    const page = await ready({ prepare: ({ sandbox }) => addBots(sandbox) });
    const told: unknown[] = [];
    page.root.addEventListener('org-bot-add', (event) => told.push((event as CustomEvent<unknown>).detail));
    const add = await page.find('Add bot');
    add.focus();
    await press('Enter');
    await page.until(() => page.dialog?.contains(page.shadow.activeElement), 'the dialog has no focus');
    await press('Enter');
    await page.untilText('Please choose a bot.');
    expect(changes(page), 'nothing was sent').to.eql([]);
    await press(' ');
    await press('Tab');
    await press(' ');
    await press('Enter');
    await page.until(() => !page.dialog, 'the dialog stays');
    expect(rows(page)).to.include('Invoice bot Sends invoices bot Change roles');
    expect(page.announced).to.equal('Invoice bot was added');
    expect(page.shadow.activeElement).to.equal(add);
    expect(rolesInLogto(page, 'invoice-bot')).to.eql([ROLE_IDS.bot]);
    expect(told).to.have.length(1).and.to.have.nested.property('[0].id', 'invoice-bot');
  });

  it('loses no choice: not by Escape, not by a failure, not by a refetch', async () => {
    const page = await ready({ prepare: ({ sandbox }) => addBots(sandbox) });
    await page.press('Add bot');
    await page.press(/^Bot for the regional/);
    await page.press(/^bot /);
    await press('Escape');
    await page.until(() => !page.dialog, 'the dialog stays');
    await page.press('Add bot');
    const isChosen = (): boolean[] =>
      page.all<HTMLInputElement>('dialog input').map(({ checked }) => checked);
    expect(isChosen()).to.eql([false, true, true]);
    page.backend.intercept = ({ method }) =>
      method === 'POST' ? Response.json({ code: 'unavailable', message: '' }, { status: 503 }) : undefined;
    page.query<HTMLButtonElement>('dialog[open] [part="confirm"]')?.click();
    await page.untilText('The service can’t be reached right now.');
    await page.element.refresh();
    expect(isChosen()).to.eql([false, true, true]);
    page.backend.intercept = undefined;
    page.query<HTMLButtonElement>('dialog[open] [part="confirm"]')?.click();
    await page.until(() => !page.dialog, 'the dialog stays');
    expect(rolesInLogto(page, 'long-bot')).to.eql([ROLE_IDS.bot]);
  });

  it('gives the focus back to the choice that sent it when that failed', async () => {
    const page = await ready({ prepare: ({ sandbox }) => addBots(sandbox) });
    page.backend.intercept = async ({ method }) => {
      if (method !== 'POST') return undefined;
      // Long enough for a browser to take the focus from what is disabled.
      await new Promise((resolve) => setTimeout(resolve, 100));
      return Response.json({ code: 'unavailable', message: '' }, { status: 503 });
    };
    await page.press('Add bot');
    await page.press(/^bot /);
    const choice = await page.find(/^Bot for the regional/);
    choice.focus();
    await press(' ');
    await press('Enter');
    await page.untilText('The service can’t be reached right now.');
    await page.until(() => page.shadow.activeElement === choice, 'the focus is lost');
  });

  it('says that nothing is left to be added', async () => {
    const page = await ready();
    expect(page.text).to.contain('Every bot on offer is here already.');
    await page.press('Add bot');
    expect(page.dialog).to.equal(null);
  });

  it('changes roles by keyboard alone: at once, in one popup, closed by Escape', async () => {
    const page = await ready({ prepare: ({ sandbox }) => addDeployer(sandbox) });
    const button = await page.find('Change roles of Build bot');
    button.focus();
    await press('Enter');
    await page.until(
      () => page.query('.popup')?.contains(page.shadow.activeElement),
      'the popup has no focus',
    );
    expect(button.getAttribute('aria-expanded')).to.equal('true');
    await press('Tab');
    let release: (() => void) | undefined;
    const held = new Promise<undefined>((resolve) => (release = () => resolve(undefined)));
    page.backend.intercept = ({ method }) => (method === 'PUT' ? held : undefined);
    await press(' ');
    expect(rows(page)[0], 'seen before the answer').to.contain('bot deployer');
    release?.();
    await page.until(() => page.announced === 'Roles of Build bot saved', 'it is not announced');
    expect(rolesInLogto(page, 'demo-build-bot')).to.eql(['deployer', ROLE_IDS.bot]);
    await press('Escape');
    await page.until(() => page.shadow.activeElement === button, 'the focus is not back');
    expect(button.getAttribute('aria-expanded')).to.equal('false');
  });

  it('takes the last word when ticked faster than the answers come', async () => {
    const page = await ready({ prepare: ({ sandbox }) => addDeployer(sandbox) });
    await page.press('Change roles of Build bot');
    await page.press(/^deployer /);
    await page.press(/^bot /);
    await page.until(() => page.announced === 'Roles of Build bot saved', 'it is not announced');
    expect(rolesInLogto(page, 'demo-build-bot')).to.eql(['deployer']);
    expect(changes(page)).to.have.length(2);
  });

  it('saves the last word where it was said, also when another organization is current by then', async () => {
    const page = await ready({ prepare: ({ sandbox }) => addDeployer(sandbox) });
    let release = (): void => undefined;
    const held = new Promise<undefined>((resolve) => (release = () => resolve(undefined)));
    page.backend.intercept = ({ method }) => (method === 'PUT' ? held : undefined);
    await page.press('Change roles of Report bot');
    await page.press(/^deployer /);
    await page.until(() => changes(page).length === 1, 'nothing is saved');
    await page.press(/^bot /);
    page.provider.organizationId = 'halden';
    await page.until(() => !page.text.includes('Build bot'), 'the bots stay');
    release();
    await page.until(() => changes(page).length === 2, 'the last word is lost');
    expect(changes(page)[1]).to.contain('/northwind/bots/demo-report-bot/roles');
    await page.until(() => rolesInLogto(page, 'demo-report-bot').join() === 'deployer', 'it is not saved');
  });

  it('puts roles back with the reason when they are refused, and reports it', async () => {
    const page = await ready();
    let errors = 0;
    page.root.addEventListener('org-error', () => (errors += 1));
    page.backend.intercept = ({ method }) =>
      method === 'PUT' ? Response.json({ code: 'forbidden', message: '' }, { status: 403 }) : undefined;
    await page.press('Change roles of Report bot');
    await page.press(/^bot /);
    await page.untilText('You don’t have permission to do this. The roles of Report bot stay as they were.');
    expect(page.control<HTMLInputElement>(/^bot /)?.checked).to.equal(true);
    expect(rows(page)).to.include('Report bot bot Change roles');
    expect(errors).to.equal(1);
  });

  it('says that roles are as before also to who has closed the popup by then', async () => {
    const page = await ready();
    let refuse = (): void => undefined;
    const held = new Promise<void>((resolve) => (refuse = resolve));
    page.backend.intercept = async ({ method }) => {
      if (method !== 'PUT') return undefined;
      await held;
      return Response.json({ code: 'forbidden', message: '' }, { status: 403 });
    };
    await page.press('Change roles of Report bot');
    await page.press(/^bot /);
    await press('Escape');
    await page.until(() => !page.query('.popup:popover-open'), 'it stays open');
    refuse();
    const reason = 'You don’t have permission to do this. The roles of Report bot stay as they were.';
    await page.until(() => page.announced === reason, `not said: ${page.announced}`);
  });

  it('removes one after a confirmation that names it, by keyboard alone', async () => {
    const page = await ready();
    const button = await page.find('Remove Report bot');
    button.focus();
    await press('Enter');
    await page.until(() => page.dialog?.contains(page.shadow.activeElement), 'the dialog has no focus');
    expect(words(page.shadow.activeElement), 'begins at the harmless button').to.equal('Cancel');
    expect(words(page.dialog)).to.contain('Remove Report bot?');
    await press('Enter');
    await page.until(() => page.shadow.activeElement === button, 'the focus is not back');
    expect(isInLogto(page, 'demo-report-bot')).to.equal(true);
    await press('Enter');
    await page.until(() => page.dialog?.contains(page.shadow.activeElement), 'the dialog has no focus');
    await press('Tab');
    await press('Enter');
    await page.until(() => rows(page).length === 1, 'it is still there');
    expect(isInLogto(page, 'demo-report-bot')).to.equal(false);
    expect(page.announced).to.equal('Report bot was removed');
    await page.until(() => words(page.shadow.activeElement) === 'Add bot', 'the focus is lost');
  });

  it('stays as it was when the page says no, also later', async () => {
    const page = await ready();
    page.root.addEventListener('org-before-bot-roles-change', (event) => event.preventDefault());
    page.root.addEventListener('org-before-bot-remove', (event) =>
      (event as CustomEvent<OrgBeforeDetail<unknown>>).detail.waitUntil(Promise.resolve(false)),
    );
    await page.press('Change roles of Build bot');
    await page.press(/^bot /);
    await page.until(() => page.control<HTMLInputElement>(/^bot /)?.checked, 'it is not put back');
    await page.press('Remove Build bot');
    const confirm = page.query<HTMLButtonElement>('dialog[open] [part="confirm"]');
    confirm?.click();
    await page.until(() => confirm?.getAttribute('aria-busy') === 'false', 'it stays busy');
    expect(changes(page)).to.eql([]);
  });

  it('takes the controls away, and says so, when the person may no longer manage bots', async () => {
    const page = await ready();
    await page.press('Remove Build bot');
    const { tables } = page.backend.sandbox.tenant;
    tables.organizationRoleUsers.delete(memberRoleKey('northwind', ROLE_IDS.admin, 'ada'));
    await page.element.refresh();
    await page.untilText('What you may do here has changed.');
    await page.until(
      () => page.all('button:not([part="dismiss"]), dialog').length === 0,
      'controls are left',
    );
    expect(rows(page).sort()).to.eql(['Build bot bot', 'Report bot bot']);
  });

  it('is a list where it is narrow, with everything in sight', async () => {
    const page = await ready({
      prepare: ({ sandbox }) => {
        addBots(sandbox);
        placeBots(sandbox, 'long-bot');
      },
    });
    page.root.style.inlineSize = '320px';
    await page.element.updateComplete;
    expect(page.element.scrollWidth).to.be.at.most(320);
    const { right } = (await page.find('Remove Build bot')).getBoundingClientRect();
    expect(right).to.be.at.most(page.element.getBoundingClientRect().right);
  });
});
