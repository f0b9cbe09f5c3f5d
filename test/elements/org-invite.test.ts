import { expect, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { OrgInvite } from '../../src/elements/org-invite/org-invite.js';
import type { OrgBeforeDetail, OrgInvitationSendDetail } from '../../src/events.js';
import type { InPageBackend } from '../../stories/support/in-page-backend.js';
import { mount } from './element-page.js';
import { chips, invitees, mountInvite, paste } from './org-invite-page.js';

describe('<org-invite>', () => {
  const places: readonly { width: string; attributes: Record<string, string>; text?: string }[] = [
    { width: '14rem', attributes: {} },
    { width: '25rem', attributes: {} },
    { width: '40rem', attributes: {}, text: '1.25rem/1.6 serif' },
    { width: '40rem', attributes: { languages: 'en de', lifetimes: '' } },
    { width: '40rem', attributes: { languages: 'en de' } },
    { width: '40rem', attributes: { dialog: '' }, text: '1.25rem/1.6 serif' },
  ];
  for (const { width, attributes, text = '' } of places) {
    it(`moves nothing when it is there: ${JSON.stringify({ width, attributes, text })}`, async () => {
      let answer = (): void => undefined;
      const held = new Promise<undefined>((resolve) => (answer = () => resolve(undefined)));
      const prepare = (backend: InPageBackend): unknown =>
        (backend.intercept = ({ url }) => (url.endsWith('/me') ? held : undefined));
      const page = await mount<OrgInvite>('org-invite', { attributes, prepare });
      page.root.style.inlineSize = width;
      page.root.style.font = text;
      const heightOf = (): number => page.root.getBoundingClientRect().height;
      await page.until(() => page.query('[part=skeleton]'), 'nothing takes its place');
      const before = heightOf();
      answer();
      await page.find(/^Invite/);
      expect(heightOf()).to.be.closeTo(before, 2);
    });
  }

  it('makes a chip of each address: by Enter, comma, semicolon, a space after it, and when the field is left', async () => {
    const page = await mountInvite();
    const input = await page.find<HTMLInputElement>('Email addresses');
    input.focus();
    // One key at a time: WebDriver holds all of them down together, and the second of a pair is lost.
    for (const key of 'one@x.test,two@x.test;three@x.test four@x.test') await sendKeys({ type: key });
    await sendKeys({ press: 'Enter' });
    await sendKeys({ type: 'five@x.test' });
    input.blur();
    await page.until(() => chips(page).length === 5, 'not five chips');
    expect(chips(page)).to.deep.equal([
      'one@x.test',
      'two@x.test',
      'three@x.test',
      'four@x.test',
      'five@x.test',
    ]);
    expect(input.value).to.equal('');
    await expect(page.element).to.be.accessible();
  });

  it('takes the commas and semicolons of Arabic and Chinese keyboards', async () => {
    const page = await mountInvite();
    const input = await page.find<HTMLInputElement>('Email addresses');
    const type = async (text: string): Promise<void> => {
      input.value += text;
      input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
      await page.element.updateComplete;
    };
    await type('one@x.test،');
    await type('two@x.test؛');
    await paste(page, 'three@x.test، four@x.test，five@x.test；Six <six@x.test>、seven@x.test');
    await page.until(() => chips(page).length === 7, `not seven: ${chips(page).join(' | ')}`);
    expect(chips(page)).to.deep.equal(
      ['one', 'two', 'three', 'four', 'five', 'six', 'seven'].map((name) => `${name}@x.test`),
    );
  });

  it('makes no chip of half an address while somebody looks it up in another window', async () => {
    const page = await mountInvite();
    const input = await page.find<HTMLInputElement>('Email addresses');
    input.focus();
    await sendKeys({ type: 'one@x' });
    // So it is told when the window loses the focus: the field stays the one that has it in the document.
    input.dispatchEvent(new FocusEvent('blur'));
    await page.element.updateComplete;
    expect(chips(page)).to.deep.equal([]);
    expect(input.value).to.equal('one@x');
  });

  it('makes no chip with the Enter that ends a word of an input method', async () => {
    const page = await mountInvite();
    const input = await page.find<HTMLInputElement>('Email addresses');
    input.focus();
    await sendKeys({ type: 'one@x.test' });
    const enter = { key: 'Enter', bubbles: true, composed: true, cancelable: true };
    input.dispatchEvent(new KeyboardEvent('keydown', { ...enter, isComposing: true }));
    // Safari has ended it by then.
    input.dispatchEvent(new KeyboardEvent('keydown', { ...enter, keyCode: 229 }));
    await page.element.updateComplete;
    expect(chips(page)).to.deep.equal([]);
    expect(input.value).to.equal('one@x.test');
  });

  it('says that some cannot be invited as soon as that is known', async () => {
    const page = await mountInvite();
    const status = page.all('[role="status"]').find((one) => one.closest('form'));
    expect(status?.textContent.trim(), 'it has to be there before').to.equal('');
    (await page.find('Email addresses')).focus();
    await sendKeys({ type: 'nobody' });
    await sendKeys({ press: 'Enter' });
    await page.until(() => status?.textContent.trim() === '1 address can’t be invited.', 'nothing is said');
  });

  it('takes a list from a mail client', async () => {
    const page = await mountInvite();
    await paste(
      page,
      'Ada L <al@x.test>; "Doe, Jane" <jane@x.test>, Roe, Rick <rick@x.test>, team:m@x.test;',
    );
    expect(chips(page)).to.deep.equal(['al@x.test', 'jane@x.test', 'rick@x.test', 'm@x.test']);
  });

  it('takes a column and rows of a spreadsheet, and CSV', async () => {
    const page = await mountInvite();
    await paste(page, 'one@x.test\ntwo@x.test\r\n\nno address\n');
    expect(chips(page)).to.deep.equal(['one@x.test', 'two@x.test', 'no address Not an address']);
    page.element.reset();
    await page.element.updateComplete;
    await paste(page, 'Jane\tjane@x.test\tSales\n"Roe, Rick","rick@x.test","Support, 2nd"\n');
    expect(chips(page)).to.deep.equal(['jane@x.test', 'rick@x.test']);
  });

  it('says what speaks against an address before it is sent, with one call for members and one for invitations', async () => {
    const page = await mountInvite();
    const before = page.backend.calls.length;
    await paste(page, 'new@x.test, NEW@x.test, sakura@demo.test, Lena.Fischer@demo.test, what?');
    await page.untilText('Already a member');
    await page.untilText('Already invited');
    expect(chips(page)).to.deep.equal([
      'new@x.test',
      'NEW@x.test Twice',
      'sakura@demo.test Already a member',
      'Lena.Fischer@demo.test Already invited',
      'what? Not an address',
    ]);
    // The provider asks for its own list whenever the widgets have settled.
    const asked = page.backend.calls.slice(before).filter((call) => call.includes('/northwind/'));
    expect(asked).to.have.length(2);
    expect(page.text).to.contain('4 addresses can’t be invited.');
    await expect(page.element).to.be.accessible();
    await page.press('Remove these');
    expect(chips(page)).to.deep.equal(['new@x.test']);
    expect(page.shadow.activeElement).to.equal(page.control('Email addresses'));
  });

  it('sends what can be sent, gives the links, and keeps the rest with its reason', async () => {
    const page = await mountInvite({ attributes: { 'default-roles': 'member' } });
    await paste(page, 'one@x.test, two@x.test, sakura@demo.test');
    await page.untilText('Already a member');
    const told = oneEvent(page.root, 'org-invitation-send');
    await page.press('Invite 2 people');
    const { detail } = (await told) as CustomEvent<OrgInvitationSendDetail>;
    expect(detail.items.map(({ status }) => status)).to.deep.equal(['invited', 'invited']);
    expect(invitees(page)).to.include.members(['one@x.test', 'two@x.test']);
    await page.untilText('2 people invited');
    expect(chips(page)).to.deep.equal(['sakura@demo.test Already a member']);
    expect(page.backend.sandbox.tenant.outbox.list()).to.have.length(2);
    expect(page.announced).to.contain('2 people invited. 1 person not invited');
    const row = page.backend.sandbox.tenant.tables.invitations.newest()[0];
    const roles = page.backend.sandbox.tenant.tables.invitationRoles.where(
      'organizationInvitationId',
      row?.id ?? '',
    );
    expect(roles.map(({ organizationRoleId }) => organizationRoleId)).to.deep.equal(['role-member']);
    expect(page.control('Copy link for one@x.test')).to.be.instanceOf(HTMLButtonElement);
    await expect(page.element).to.be.accessible();
  });

  it('makes links without a mail, in the language and for the time that were chosen', async () => {
    const page = await mountInvite({ attributes: { languages: 'en de' } });
    await page.fill('Valid for', '14');
    await page.fill('Language of the email', 'de');
    await paste(page, 'mailed@x.test');
    await page.press('Invite 1 person');
    await page.untilText('1 person invited');
    const { tenant } = page.backend.sandbox;
    expect(tenant.outbox.list()[0]).to.deep.include({ to: 'mailed@x.test' });
    expect(JSON.stringify(tenant.outbox.list()[0])).to.contain('"locale":"de"');
    const days = ((tenant.tables.invitations.newest()[0]?.expiresAt ?? 0) - Date.now()) / 86_400_000;
    expect(Math.round(days)).to.equal(14);
    await page.fill('Delivery', 'link');
    expect(page.control('Language of the email')).to.equal(undefined);
    await paste(page, 'linked@x.test');
    await page.press('Invite 1 person');
    await page.untilText('2 people invited');
    expect(tenant.outbox.list()).to.have.length(1);
    expect(page.control('Copy all links')).to.be.instanceOf(HTMLButtonElement);
  });

  it('gives one address roles of its own', async () => {
    const page = await mountInvite({ attributes: { 'default-roles': 'member' } });
    await paste(page, 'one@x.test, two@x.test');
    await page.press(/^two@x.test/);
    const billing = await page.find<HTMLInputElement>(/^billing/);
    billing.click();
    await page.untilText('two@x.test billing, member');
    await page.still();
    await expect(page.element).to.be.accessible();
    let input: unknown;
    page.root.addEventListener('org-before-invitation-send', (event) => {
      input = (event as CustomEvent<OrgBeforeDetail<unknown>>).detail.value;
    });
    await page.press('Invite 2 people');
    await page.untilText('2 people invited');
    expect(input).to.deep.equal({
      invitations: [
        { email: 'one@x.test' },
        { email: 'two@x.test', roleIds: ['role-member', 'role-billing'] },
      ],
      roleIds: ['role-member'],
      delivery: 'mail',
    });
  });

  it('sends nothing when the page says no', async () => {
    const page = await mountInvite();
    page.root.addEventListener('org-before-invitation-send', (event) => event.preventDefault());
    await paste(page, 'one@x.test');
    await page.press('Invite 1 person');
    await page.until(
      () => page.control('Invite 1 person')?.getAttribute('aria-busy') === 'false',
      'still busy',
    );
    expect(invitees(page)).not.to.include('one@x.test');
    expect(chips(page)).to.deep.equal(['one@x.test']);
  });

  it('invites to the organization that it was written for, also when the page answers after a switch', async () => {
    const page = await mountInvite();
    let answer: (isWanted: boolean) => void = () => undefined;
    page.root.addEventListener('org-before-invitation-send', (event) =>
      event.detail.waitUntil(new Promise<boolean>((resolve) => (answer = resolve))),
    );
    await paste(page, 'one@x.test');
    await page.press('Invite 1 person');
    page.provider.organizationId = 'kestrel';
    await page.until(() => chips(page).length === 0, 'the draft stays');
    answer(true);
    await page.until(() => invitees(page).includes('one@x.test'), `not invited: ${page.text}`);
    page.provider.organizationId = 'northwind';
    await page.until(() => page.control(/^Invite/)?.ariaBusy === 'false', 'still busy');
    expect(chips(page), 'nothing is left to send').to.deep.equal([]);
  });

  it('ends with every address invited or in the form with its reason, and none twice, when every third call fails', async () => {
    let calls = 0;
    const page = await mountInvite();
    page.backend.interceptLogto = () => (++calls % 3 === 0 ? new Response('{}', { status: 500 }) : undefined);
    const all = Array.from({ length: 30 }, (_, index) => `person${index + 1}@x.test`);
    await paste(page, all.join('\n'));
    await page.press('Invite 30 people');
    await page.until(() => page.control(/^Invite/)?.getAttribute('aria-busy') === 'false', 'still busy');
    const left = chips(page);
    const invited = invitees(page).filter((email) => email.endsWith('@x.test'));
    expect(invited).to.deep.equal([...new Set(invited)]);
    for (const email of all) {
      const chip = left.find((text) => text.startsWith(`${email} `) || text === email);
      if (!invited.includes(email)) expect(chip, email).to.match(/@x\.test \S/);
      else if (chip) expect(chip).to.contain('Already invited');
    }
  });

  it('renders nothing for who may not invite, and where it is read only', async () => {
    const page = await mount<OrgInvite>('org-invite', { userId: 'maximiliana', current: 'halden' });
    await page.until(() => page.backend.calls.some((call) => call.endsWith('/me')), 'nothing was asked');
    await page.until(() => page.text === '', 'something is shown');
    const readonly = await mount<OrgInvite>('org-invite', { attributes: { readonly: '' } });
    await readonly.until(() => readonly.text === '', 'something is shown');
    expect(readonly.all('input')).to.have.length(0);
  });
});
