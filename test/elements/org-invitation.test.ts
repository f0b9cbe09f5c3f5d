import { expect, oneEvent } from '@open-wc/testing';
import '../../src/define/org-invitation.js';
import type { OrgInvitation } from '../../src/elements/org-invitation/org-invitation.js';
import type { OrgBeforeDetail, SignInOptions } from '../../src/events.js';
import type { Invitation } from '../../src/sandbox/rows.js';
import type { InPageBackend } from '../../stories/support/in-page-backend.js';
import { addInvitation } from '../../stories/support/add-invitation.js';
import { mount, words, type ElementPage, type PageOptions } from './element-page.js';

const address = location.href;
afterEach(() => history.replaceState(null, '', address));

/** The page behind the link to an invitation: by default one that waits for Noor, who is in no organization yet. */
async function open(
  options: PageOptions = {},
  id = 'invite-noor-northwind',
): Promise<ElementPage<OrgInvitation>> {
  return mount<OrgInvitation>('org-invitation', {
    userId: 'noor',
    current: '',
    ...options,
    attributes: { 'invitation-id': id, ...options.attributes },
  });
}

/** The same for somebody who is not signed in, at an address as in the mail; and what the page is asked to sign in with. */
async function openAsStranger(
  query: string,
  attributes: Readonly<Record<string, string>> = {},
): Promise<ElementPage<OrgInvitation> & { readonly asked: SignInOptions[] }> {
  history.replaceState(null, '', query);
  const page = await mount<OrgInvitation>('org-invitation', { attributes });
  page.provider.getToken = () => Promise.resolve(null);
  const asked: SignInOptions[] = [];
  page.root.addEventListener('org-sign-in-request', (event) => asked.push(event.detail));
  await page.untilText(/You have been invited/);
  return Object.assign(page, { asked });
}

const change =
  (id: string, row: Partial<Invitation>) =>
  ({ sandbox }: InPageBackend): unknown =>
    sandbox.tenant.tables.invitations.update(id, row);

const title = (page: ElementPage): string => words(page.query('h2'));

describe('<org-invitation>', () => {
  it('shows who invites to what, as what, and until when', async () => {
    const page = await open();
    await page.untilText('Ada Okafor invites you to join Northwind Studio');
    expect(words(page.query('[aria-label="Your roles"]'))).to.equal('member');
    expect(page.text).to.match(/Expires in \d days/);
    await expect(page.element).to.be.accessible();
  });

  it('takes the id from the address, by the name that the page gives it', async () => {
    history.replaceState(null, '', '?code=invite-noor-halden');
    const page = await open({ attributes: { parameter: 'code' } }, '');
    await page.untilText('渡辺 さくら invites you to join Halden & Frost Analytics');
  });

  it('accepts, makes it the current organization with a fresh token, and shows the way on', async () => {
    const page = await open({ attributes: { 'with-switch': '', 'with-open': '' } });
    const accepted = oneEvent(page.root, 'org-invitation-accept');
    await page.press('Join Northwind Studio');
    const { detail } = (await accepted) as CustomEvent<unknown>;
    expect(detail).to.deep.equal({ invitationId: 'invite-noor-northwind', organizationId: 'northwind' });
    await page.untilText('Welcome to Northwind Studio');
    expect(page.backend.sandbox.tenant.accounts.isMember('noor', 'northwind')).to.equal(true);
    await page.until(() => page.provider.organizationId === 'northwind', 'it is not the current one');
    expect(await page.provider.organizationToken()).to.be.a('string');
    expect(page.shadow.activeElement).to.equal(page.query('h2'));
    expect(page.announced).to.equal('You joined Northwind Studio');
    await expect(page.element).to.be.accessible();
    const opened = oneEvent(page.root, 'org-open-request');
    await page.press('Go to Northwind Studio');
    expect(((await opened) as CustomEvent<unknown>).detail).to.deep.equal({ organizationId: 'northwind' });
  });

  it('leaves the current organization alone unless the page wants it changed', async () => {
    const page = await open(
      {
        userId: 'ada',
        current: 'northwind',
        prepare: (backend) =>
          addInvitation(backend.sandbox, { id: 'new', organizationId: 'aoba', invitee: 'ada@demo.test' }),
        attributes: { 'open-url': '#/o/{id}' },
      },
      'new',
    );
    await page.press('Join 青葉デザイン');
    await page.untilText('Welcome to 青葉デザイン');
    expect(page.provider.organizationId).to.equal('northwind');
    const way = await page.find<HTMLAnchorElement>('Go to 青葉デザイン');
    expect(way.getAttribute('href')).to.equal('#/o/aoba');
    way.click();
    await page.until(() => page.provider.organizationId === 'aoba', 'the way on does not switch');
  });

  it('can be stopped, or delayed, by the page', async () => {
    const page = await open();
    let proceed: (value: boolean) => void = () => undefined;
    const heard: unknown[] = [];
    page.root.addEventListener('org-before-invitation-accept', (event) => {
      const { value, waitUntil } = (event as CustomEvent<OrgBeforeDetail<{ readonly id: string }>>).detail;
      heard.push(value.id);
      waitUntil(new Promise<boolean>((resolve) => (proceed = resolve)));
    });
    await page.press('Join Northwind Studio');
    const button = await page.find('Join Northwind Studio');
    expect(button.getAttribute('aria-busy')).to.equal('true');
    proceed(false);
    await page.until(() => button.getAttribute('aria-busy') === 'false', 'it stays busy');
    expect(heard).to.deep.equal(['invite-noor-northwind']);
    expect(page.backend.calls.filter((call) => call.startsWith('POST'))).to.deep.equal([]);
  });

  it('asks before it declines, and says that it is done', async () => {
    const page = await open({ attributes: { 'with-request': '' } });
    await page.press('Decline');
    await page.until(() => page.dialog, 'no dialog');
    expect(words(page.dialog)).to.match(/Decline the invitation to Northwind Studio\?/);
    await page.still();
    await expect(page.element).to.be.accessible();
    page.dialog?.querySelector<HTMLElement>('[part="cancel"]')?.click();
    await page.until(() => !page.dialog, 'the dialog stays');
    await page.press('Decline');
    await page.until(() => page.dialog, 'no dialog');
    const declined = oneEvent(page.root, 'org-invitation-decline');
    page.dialog?.querySelector<HTMLElement>('[part="confirm"]')?.click();
    await declined;
    await page.until(() => title(page) === 'You declined the invitation to Northwind Studio', page.text);
    expect(page.dialog).to.equal(null);
    expect(page.shadow.activeElement).to.equal(page.query('h2'));
    expect(page.backend.sandbox.tenant.tables.invitations.get('invite-noor-northwind')?.status).to.equal(
      'Revoked',
    );
    const asked = oneEvent(page.root, 'org-invitation-request');
    await page.press('Ask for a new invitation');
    await asked;
  });

  it('keeps the dialog open with the reason when declining fails', async () => {
    const page = await open();
    await page.press('Decline');
    await page.until(() => page.dialog, 'no dialog');
    page.backend.isOnline = false;
    page.dialog?.querySelector<HTMLElement>('[part="confirm"]')?.click();
    await page.until(() => /No connection/.test(words(page.dialog)), 'no reason is given');
  });

  it('says that it has ended in the meantime, when it is accepted too late', async () => {
    const page = await open();
    await page.find('Join Northwind Studio');
    change('invite-noor-northwind', { expiresAt: 1 })(page.backend);
    await page.press('Join Northwind Studio');
    await page.untilText('This invitation has expired');
    expect(page.text).to.match(/Ask Ada Okafor for a new invitation to Northwind Studio/);
    expect(page.control(/^Join/)).to.equal(undefined);
  });

  for (const [name, row, text] of [
    ['expired', { expiresAt: 1 }, 'This invitation has expired'],
    ['revoked', { status: 'Revoked' }, 'This invitation is no longer valid'],
    [
      'accepted by somebody who has left since',
      { status: 'Accepted', acceptedUserId: 'noor' },
      'This invitation has been used',
    ],
  ] as const) {
    it(`says what to do about one that is ${name}`, async () => {
      const page = await open({ prepare: change('invite-noor-northwind', row) });
      await page.untilText(text);
      expect(page.text).to.match(/Ask Ada Okafor for a new invitation/);
      expect(page.control(/Join|Decline|Ask/)).to.equal(undefined);
      await expect(page.element).to.be.accessible();
    });
  }

  it('shows the way on for one that was accepted already', async () => {
    const page = await open({ userId: 'sam', attributes: { 'with-open': '' } }, 'invite-sam-northwind');
    await page.untilText('You are a member of Northwind Studio');
    expect(page.control('Go to Northwind Studio')).to.not.equal(undefined);
  });

  it('tells a stranger nothing, neither by what is unknown nor by what is missing', async () => {
    const unknown = await open({}, 'nobody-knows-this-one');
    await unknown.untilText('This invitation can’t be found');
    const missing = await open({}, '');
    await missing.untilText('This invitation can’t be found');
    expect(missing.backend.calls.filter((call) => call.startsWith('GET /invitations'))).to.deep.equal([]);
  });

  it('tells a person with another account which one it is, and nothing about the invitation', async () => {
    const page = await open({}, 'invite-lena-northwind');
    await page.untilText('This invitation is for another account');
    expect(page.text).to.match(/You are signed in as Noor Haddad noor@demo\.test/);
    expect(page.text).to.not.match(/lena|Northwind/i);
    await expect(page.element).to.be.accessible();
  });

  it('switches accounts without losing the invitation', async () => {
    history.replaceState(
      null,
      '',
      '?invitation=invite-lena-northwind&token=secret&email=lena.fischer%40demo.test',
    );
    const page = await open({}, '');
    const asked = oneEvent(page.root, 'org-sign-in-request');
    await page.press('Switch account');
    const { detail } = (await asked) as CustomEvent<SignInOptions>;
    expect(detail).to.deep.include({
      prompt: ['login', 'consent'],
      loginHint: 'lena.fischer@demo.test',
      extraParams: { one_time_token: 'secret' },
    });
    expect(new URL(detail.postRedirectUri ?? '').search).to.equal('?invitation=invite-lena-northwind');
  });

  it('says that the account has no address', async () => {
    const page = await open({
      prepare: ({ sandbox }) => sandbox.tenant.tables.users.update('noor', { primaryEmail: null }),
    });
    await page.untilText('Your account has no email address');
    expect(page.control('Switch account')).to.not.equal(undefined);
    await expect(page.element).to.be.accessible();
  });

  it('takes what signs in out of the address once its owner is there', async () => {
    history.replaceState(
      null,
      '',
      '?invitation=invite-noor-northwind&token=secret&email=noor%40demo.test#top',
    );
    const page = await open({}, '');
    await page.find('Join Northwind Studio');
    expect(location.search + location.hash).to.equal('?invitation=invite-noor-northwind#top');
  });

  it('shows a failure with a retry that works', async () => {
    const page = await open({
      prepare: (backend) => {
        backend.intercept = ({ url }) =>
          url.includes('/invitations/')
            ? Response.json({ code: 'forbidden', message: '' }, { status: 403 })
            : undefined;
      },
    });
    await page.until(() => page.control('Retry'), 'no retry');
    page.backend.intercept = undefined;
    await page.press('Retry');
    await page.find('Join Northwind Studio');
  });

  it('shows the invitation without a way to answer it where it is readonly', async () => {
    const page = await open({ attributes: { readonly: '' } });
    await page.untilText('Ada Okafor invites you');
    expect(page.control(/Join|Decline/)).to.equal(undefined);
  });

  it('names roles as the page does', async () => {
    const page = await open({ properties: { roleNames: { member: 'Crew' } } });
    await page.untilText('Ada Okafor invites you');
    expect(words(page.query('[aria-label="Your roles"]'))).to.equal('Crew');
  });
});

describe('<org-invitation> for somebody who is not signed in', () => {
  it('offers to sign in and to sign up, and comes back to the invitation', async () => {
    const page = await openAsStranger('?invitation=invite-noor-northwind');
    expect(page.text).to.not.match(/Northwind|noor|Ada/i);
    expect(page.backend.calls.filter((call) => call.includes('invitations'))).to.deep.equal([]);
    await expect(page.element).to.be.accessible();
    await page.press('Sign in');
    await page.press('Create account');
    const [signIn, signUp] = page.asked;
    expect(signIn?.postRedirectUri).to.equal(location.href);
    expect(signIn?.firstScreen).to.equal(undefined);
    expect(signUp?.firstScreen).to.equal('register');
    expect(signUp?.postRedirectUri).to.equal(location.href);
  });

  it('uses the token in the link once, and keeps its address to itself', async () => {
    const page = await openAsStranger('?invitation=abc&token=secret&email=lena%40demo.test');
    expect(page.text).to.not.match(/lena|secret/);
    await page.press('Continue');
    await page.press('Sign in another way');
    const [byToken, otherwise] = page.asked;
    expect(byToken).to.deep.include({
      loginHint: 'lena@demo.test',
      extraParams: { one_time_token: 'secret' },
    });
    expect(otherwise?.extraParams).to.equal(undefined);
    expect(otherwise?.loginHint).to.equal('lena@demo.test');
    for (const { postRedirectUri } of page.asked) expect(postRedirectUri).to.not.match(/token|secret|lena/);
  });

  it('has the organization’s branding as far as the page gives it', async () => {
    const page = await openAsStranger('?invitation=abc', {
      'organization-id': 'northwind',
      'organization-name': 'Northwind Studio',
      'without-sign-up': '',
    });
    expect(title(page)).to.equal('You have been invited to Northwind Studio');
    expect(page.control('Create account')).to.equal(undefined);
    await page.press('Sign in');
    expect(page.asked[0]?.extraParams).to.deep.equal({ organization_id: 'northwind' });
  });
});
