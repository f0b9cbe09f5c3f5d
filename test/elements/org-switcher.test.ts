import { expect, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { OrgProvider } from '../../src/elements/org-provider/org-provider.js';
import type { OrgError } from '../../src/org-error.js';
import { compositeKey } from '../../src/sandbox/database/table-rules.js';
import { addManyOrganizations, addOrganizations } from '../../stories/support/add-organizations.js';
import { mountSwitcher, words } from './org-switcher-fixture.js';

describe('<org-switcher>', () => {
  it('shows the current organization and my roles in it', async () => {
    const page = await (await mountSwitcher()).ready();
    expect(page.triggerText).to.match(/^Northwind Studio admin Switch organization/);
    expect(page.trigger?.getAttribute('aria-expanded')).to.equal('false');
    await expect(page.element).to.be.accessible();
  });

  it('lists my organizations and marks the current one', async () => {
    const page = await (await mountSwitcher()).open();
    expect(page.optionNames).to.have.members([
      'Northwind Studio',
      'Halden & Frost Analytics',
      'Kestrel Bank',
    ]);
    const selected = page.options.filter((option) => option.getAttribute('aria-selected') === 'true');
    expect(selected.map(words)).to.deep.equal(['Northwind Studio admin']);
    expect(page.trigger?.getAttribute('aria-expanded')).to.equal('true');
    await expect(page.element).to.be.accessible();
  });

  it('switches at once, tells the page, closes, and gives the focus back', async () => {
    const page = await (await mountSwitcher()).open();
    const told = oneEvent(page.root, 'org-change');
    page.option('Kestrel Bank').click();
    const { detail } = (await told) as CustomEvent<unknown>;
    expect(detail).to.deep.equal({ organizationId: 'kestrel', previousOrganizationId: 'northwind' });
    await page.element.updateComplete;
    expect(page.triggerText).to.match(/^Kestrel Bank admin/);
    expect(page.panel).to.equal(null);
    expect(page.shadow.activeElement).to.equal(page.trigger);
    await page.until(() => page.query('[role="status"]'), 'no announcement');
    expect(words(page.query('[role="status"]'))).to.equal('Switched to Kestrel Bank');
  });

  it('stays where it is when the page cancels', async () => {
    const page = await (await mountSwitcher()).open();
    page.root.addEventListener('org-change', (event) => event.preventDefault());
    page.option('Kestrel Bank').click();
    await page.element.updateComplete;
    expect(page.triggerText).to.match(/^Northwind Studio/);
    expect(page.panel).to.equal(null);
  });

  it('puts the last used ones first', async () => {
    const page = await mountSwitcher({
      prepare: ({ sandbox }) =>
        addOrganizations(sandbox, 'ada', [
          { id: 'zeta', name: 'Zeta' },
          { id: 'alpha', name: 'Alpha' },
        ]),
    });
    await page.open();
    page.option('Zeta').click();
    await page.open();
    await page.until(() => page.optionNames[0] === 'Zeta', 'the last used one is not the first');
    expect(page.optionNames.slice(1)).to.include.members(['Alpha', 'Kestrel Bank']);
  });

  it('moves no row while it is open, however late a switch is granted', async () => {
    let grant: () => void = () => undefined;
    const granted = new Promise<void>((resolve) => (grant = resolve));
    const page = await mountSwitcher({
      prepare: (backend) => {
        const tokenOf = backend.getTokenOf('ada');
        backend.getTokenOf = () => async (request) => {
          if (request.organizationId === 'kestrel') await granted;
          return tokenOf(request);
        };
      },
    });
    await page.open();
    page.option('Kestrel Bank').click();
    await page.open();
    const names = page.optionNames;
    expect(names[0]).to.equal('Kestrel Bank');
    const token = page.element.closest('org-provider')?.organizationToken('kestrel');
    grant();
    await token;
    await page.element.updateComplete;
    expect(page.optionNames).to.deep.equal(names);
  });

  it('says that MFA is missing, and is back where it was', async () => {
    const page = await (await mountSwitcher({ userId: 'sakura' })).open();
    page.option('Northwind Studio').click();
    await page.open();
    page.option('Kestrel Bank').click();
    await page.until(() => /Kestrel Bank requires multi-factor/.test(page.text), 'no reason was given');
    expect(words(page.query('.notice[role="alert"]'))).to.match(/multi-factor authentication/);
    expect(page.query('.notice')?.matches(':popover-open')).to.equal(true);
    expect(page.triggerText).to.match(/^Northwind Studio/);
    await page.still();
    await expect(page.element).to.be.accessible();
    page.control('Dismiss')?.click();
    await page.until(() => !page.query('.notice')?.matches(':popover-open'), 'the message stays');
  });

  it('says that I am no member any more, and the organization disappears', async () => {
    const page = await (await mountSwitcher()).open();
    page.backend.sandbox.tenant.tables.organizationUsers.delete(compositeKey('halden', 'ada'));
    page.option('Halden & Frost Analytics').click();
    await page.until(() => /no longer a member of Halden & Frost/.test(page.text), 'no reason was given');
    expect(page.triggerText).to.match(/^Northwind Studio/);
    await page.open();
    await page.until(() => !page.optionNames.includes('Halden & Frost Analytics'), 'it is still in the list');
  });

  it('falls back when the current organization is gone', async () => {
    const page = await (await mountSwitcher()).ready();
    page.backend.sandbox.tenant.tables.organizationUsers.delete(compositeKey('northwind', 'ada'));
    await page.element.refresh();
    await page.until(() => /^(Halden|Kestrel)/.test(page.triggerText), 'it is still the current one');
  });

  it('shows a skeleton of exactly the size of the button', async () => {
    const page = await mountSwitcher({ sandbox: { latency: 300 } });
    await page.until(() => page.query('[role="status"][aria-label="Loading"]'), 'no skeleton');
    const skeleton = page.query('[role="status"]')?.getBoundingClientRect();
    const host = page.element.getBoundingClientRect();
    await expect(page.element).to.be.accessible();
    await page.ready();
    const { width, height } = page.trigger?.getBoundingClientRect() ?? {};
    expect([width, height]).to.deep.equal([skeleton?.width, skeleton?.height]);
    expect(page.element.getBoundingClientRect().height).to.equal(host.height);
  });

  it('shows a failure with a retry that works', async () => {
    const page = await mountSwitcher({ prepare: (backend) => void (backend.isOnline = false) });
    await page.until(() => page.control('Retry'), 'no retry');
    expect(words(page.query('[role="alert"]'))).to.match(/^No connection/);
    await expect(page.element).to.be.accessible();
    page.backend.isOnline = true;
    page.control('Retry')?.click();
    await page.ready();
    expect(page.triggerText).to.match(/^Northwind Studio/);
  });

  it('begins anew when the page gave no token', async () => {
    const page = await mountSwitcher();
    const provider = page.element.parentElement as OrgProvider;
    const { getToken } = provider;
    provider.getToken = () => Promise.resolve(undefined);
    await page.until(() => page.control('Retry'), 'no retry');
    expect(words(page.query('[role="alert"]'))).to.match(/^Something went wrong/);
    // The same function again would not be a change: this one has learned to answer.
    let canAnswer = false;
    provider.getToken = (request) => (canAnswer && getToken ? getToken(request) : Promise.resolve(undefined));
    await page.until(() => page.control('Retry'), 'no retry the second time');
    canAnswer = true;
    page.control('Retry')?.click();
    await page.ready();
    expect(page.triggerText).to.match(/^Northwind Studio/);
  });

  it('keeps the list when a later load fails, and says so', async () => {
    const page = await (await mountSwitcher()).open();
    page.backend.isOnline = false;
    await page.element.refresh();
    await page.until(() => page.query('.panel [role="alert"]'), 'nothing is said');
    expect(page.optionNames).to.include('Kestrel Bank');
    await expect(page.element).to.be.accessible();
    page.backend.isOnline = true;
    page.control('Retry')?.click();
    await page.until(() => !page.query('.panel [role="alert"]'), 'the message stays');
  });

  describe('invitations', () => {
    it('counts them on the button and joins', async () => {
      const page = await (await mountSwitcher({ userId: 'noor' })).ready();
      await page.until(() => /2 pending invitations/.test(page.triggerText), 'no count');
      await page.open();
      expect(page.text).to.include('No organizations yet');
      expect(page.text).to.include('Invited by Ada Okafor');
      await expect(page.element).to.be.accessible();
      const told = oneEvent(page.root, 'org-invitation-accept');
      page.control('Join Northwind Studio')?.click();
      const { detail } = (await told) as CustomEvent<unknown>;
      expect(detail).to.deep.equal({
        invitationId: 'invite-noor-northwind',
        organizationId: 'northwind',
      });
      await page.until(() => page.optionNames.includes('Northwind Studio'), 'it is not in the list');
      expect(page.control('Join Northwind Studio')).to.equal(undefined);
      await page.until(() => /1 pending invitation/.test(page.triggerText), 'the count stays');
      const { tables } = page.backend.sandbox.tenant;
      expect(tables.organizationUsers.has(compositeKey('northwind', 'noor'))).to.equal(true);
    });

    it('does not join when the page says no', async () => {
      const page = await (await mountSwitcher({ userId: 'noor' })).open();
      page.root.addEventListener('org-before-invitation-accept', (event) => event.preventDefault());
      await page.until(() => page.control('Join Northwind Studio'), 'no invitation');
      page.control('Join Northwind Studio')?.click();
      await page.element.updateComplete;
      const { tables } = page.backend.sandbox.tenant;
      expect(tables.organizationUsers.has(compositeKey('northwind', 'noor'))).to.equal(false);
      expect(page.control('Join Northwind Studio')).to.not.equal(undefined);
    });

    it('says when an invitation has ended in the meantime', async () => {
      const page = await (await mountSwitcher({ userId: 'noor' })).open();
      await page.until(() => page.control('Join Northwind Studio'), 'no invitation');
      page.backend.sandbox.tenant.tables.invitations.update('invite-noor-northwind', { status: 'Revoked' });
      const told = oneEvent(page.root, 'org-error');
      page.control('Join Northwind Studio')?.click();
      const { detail } = (await told) as CustomEvent<OrgError>;
      expect(detail.code).to.equal('invitation_ended');
      await page.until(() => /This invitation has ended/.test(page.text), 'nothing is said');
    });

    it('are not asked for without-invitations', async () => {
      const page = await (
        await mountSwitcher({ userId: 'noor', attributes: { 'without-invitations': '' } })
      ).open();
      expect(page.text).to.include('No organizations yet');
      expect(page.control('Join Northwind Studio')).to.equal(undefined);
    });
  });

  describe('entries of the page', () => {
    it('are hidden unless asked for', async () => {
      const page = await (await mountSwitcher()).open();
      expect(page.control('Create organization')).to.equal(undefined);
      expect(page.control('Manage organization')).to.equal(undefined);
      expect(page.optionNames).to.not.include('Personal account');
    });

    it('ask the page when they have no address', async () => {
      const page = await (
        await mountSwitcher({ attributes: { 'with-create': '', 'with-manage': '' } })
      ).open();
      await expect(page.element).to.be.accessible();
      const manage = oneEvent(page.root, 'org-manage-request');
      page.control('Manage organization')?.click();
      expect(((await manage) as CustomEvent<unknown>).detail).to.deep.equal({ organizationId: 'northwind' });
      await page.open();
      const create = oneEvent(page.root, 'org-create-request');
      page.control('Create organization')?.click();
      await create;
      expect(page.panel).to.equal(null);
    });

    it('do not offer to create to who may not', async () => {
      const page = await mountSwitcher({
        attributes: { 'with-create': '', 'create-url': '/new', 'with-manage': '' },
        handler: { organizations: { maximumPerPerson: 4 } },
      });
      await page.open();
      expect(page.control('Create organization')?.getAttribute('href')).to.equal('/new');
      addManyOrganizations(page.backend.sandbox, 'ada', 1);
      await page.element.refresh();
      await page.until(() => !page.control('Create organization'), 'it is still offered');
      expect(page.control('Manage organization')?.checkVisibility()).to.equal(true);
    });

    it('leave the keyboard in a panel in which there is nothing to do', async () => {
      const page = await mountSwitcher({
        userId: 'noor',
        attributes: { 'with-create': '', 'without-invitations': '' },
        handler: { organizations: { create: 'off' } },
      });
      await page.open();
      expect(words(page.panel)).to.not.include('Create organization');
      expect(page.panel?.matches(':focus')).to.equal(true);
      await expect(page.element).to.be.accessible();
      await sendKeys({ press: 'Escape' });
      await page.until(() => page.shadow.activeElement === page.trigger, 'the button has no focus');
    });

    it('are real links with an address', async () => {
      const page = await mountSwitcher({
        attributes: {
          'with-create': '',
          'with-manage': '',
          'with-personal': '',
          'select-url': '/o/{id}/home?from={id}',
          'create-url': '/new',
          'manage-url': 'https://admin.example.com/{id}',
          'personal-url': '/me',
        },
      });
      await page.open();
      const href = (element?: HTMLElement | null): string | null | undefined => element?.getAttribute('href');
      expect(href(page.option('Kestrel Bank'))).to.equal('/o/kestrel/home?from=kestrel');
      expect(href(page.option('Personal account'))).to.equal('/me');
      expect(href(page.control('Create organization'))).to.equal('/new');
      expect(href(page.control('Manage organization'))).to.equal('https://admin.example.com/northwind');
      await expect(page.element).to.be.accessible();
    });

    it('never link to anything but http and https', async () => {
      const page = await mountSwitcher({
        attributes: {
          'with-create': '',
          'select-url': 'javascript:alert("{id}")',
          'create-url': ' java\nscript:alert(1)',
        },
      });
      await page.open();
      expect(page.shadow.querySelectorAll('a')).to.have.length(0);
      page.option('Kestrel Bank').click();
      await page.until(() => page.triggerText.startsWith('Kestrel Bank'), 'it does not switch');
    });

    it('a click with Ctrl on a link changes nothing here', async () => {
      const page = await (await mountSwitcher({ attributes: { 'select-url': '#/o/{id}' } })).open();
      let changes = 0;
      page.root.addEventListener('org-change', () => changes++);
      page.root.addEventListener('click', (event) => event.preventDefault());
      const link = page.option('Kestrel Bank');
      link.dispatchEvent(
        new MouseEvent('click', { bubbles: true, composed: true, cancelable: true, ctrlKey: true }),
      );
      expect(changes).to.equal(0);
      expect(page.panel).to.not.equal(null);
    });

    it('a canceled switch does not follow its link', async () => {
      const page = await (await mountSwitcher({ attributes: { 'select-url': '#/o/{id}' } })).open();
      page.root.addEventListener('org-change', (event) => event.preventDefault());
      const click = new MouseEvent('click', { bubbles: true, composed: true, cancelable: true });
      page.option('Kestrel Bank').dispatchEvent(click);
      expect(click.defaultPrevented).to.equal(true);
    });
  });

  it('has a personal row when asked, which is no organization', async () => {
    const page = await (await mountSwitcher({ attributes: { 'with-personal': '' } })).open();
    const told = oneEvent(page.root, 'org-change');
    page.option('Personal account').click();
    const { detail } = (await told) as CustomEvent<{ organizationId: string | null }>;
    expect(detail.organizationId).to.equal(null);
    await page.element.updateComplete;
    expect(page.triggerText).to.match(/^Personal account/);
    await page.open();
    expect(page.option('Personal account').getAttribute('aria-selected')).to.equal('true');
  });

  it('shows what the page puts into its slots', async () => {
    const page = await mountSwitcher({
      content: '<b slot="trigger">Mine</b><a slot="footer" href="#help">Help</a><p slot="empty">None</p>',
      userId: 'noor',
    });
    await page.open();
    const slotted = (name: string): Element | undefined =>
      page.query<HTMLSlotElement>(`slot[name="${name}"]`)?.assignedElements()[0];
    expect(words(slotted('trigger'))).to.equal('Mine');
    expect(words(slotted('footer'))).to.equal('Help');
    expect(words(slotted('empty'))).to.equal('None');
  });

  it('opens and closes by its property', async () => {
    const page = await (await mountSwitcher()).ready();
    page.element.open = true;
    await page.until(() => page.panel, 'it does not open');
    page.element.open = false;
    await page.until(() => !page.panel, 'it does not close');
  });

  it('cannot be opened while disabled', async () => {
    const page = await (await mountSwitcher({ attributes: { disabled: '' } })).ready();
    page.trigger?.click();
    await page.element.updateComplete;
    expect(page.element.open).to.equal(false);
    await expect(page.element).to.be.accessible();
  });

  it('works again after it was moved while open', async () => {
    const page = await (await mountSwitcher()).open();
    const provider = page.element.parentElement as HTMLElement;
    page.element.remove();
    provider.prepend(page.element);
    await page.ready();
    expect(page.element.open).to.equal(false);
    await page.open();
    expect(page.optionNames).to.include('Kestrel Bank');
  });

  it('holds five hundred organizations', async () => {
    const page = await mountSwitcher({ prepare: ({ sandbox }) => addManyOrganizations(sandbox, 'ada', 500) });
    await page.open();
    expect(page.options).to.have.length(503);
    const began = page.optionNames.indexOf(page.activeName ?? '');
    for (let i = 0; i < 100; i++) {
      page.shadow.activeElement?.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true }),
      );
    }
    expect(page.activeName).to.equal(page.optionNames[began + 100]);
    expect(page.element.isUpdatePending, 'a step renders the list').to.equal(false);
  });

  it('shows nothing outside of a provider, and warns once', async () => {
    const warnings: unknown[] = [];
    const { warn } = console;
    console.warn = (...args: unknown[]) => void warnings.push(args[0]);
    try {
      const lonely = [document.createElement('org-switcher'), document.createElement('org-switcher')];
      document.body.append(...lonely);
      await new Promise((resolve) => setTimeout(resolve, 50));
      expect(lonely.map(({ shadowRoot }) => shadowRoot?.childElementCount)).to.deep.equal([0, 0]);
      expect(warnings).to.have.length(1);
      expect(warnings[0]).to.match(/no <org-provider>/);
      for (const element of lonely) element.remove();
    } finally {
      console.warn = warn;
    }
  });
});
