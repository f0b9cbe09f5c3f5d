import { expect } from '@open-wc/testing';
import { emit, type OrgMembersShowDetail } from '../../src/events.js';
import type { Member } from '../../src/contract/member.js';
import { compositeKey } from '../../src/sandbox/database/table-rules.js';
import { ROLE_IDS } from '../../src/sandbox/seed/template.js';
import { meeting } from '../support/meeting.js';
import { words } from './element-page.js';
import { crowd, mountMembers } from './org-members-page.js';

const refusal = (status: number, body: object): Response =>
  Response.json({ message: '', ...body }, { status });

describe('<org-members>', () => {
  it('shows who is there, with address and roles, and which one is me', async () => {
    const page = await (await mountMembers()).ready();
    expect(page.names).to.have.members([
      'Ada Okafor',
      'Maximiliana Katharina von Hohenstein-Oberndorf de la Cruz',
      '渡辺 さくら',
      'sam_rivera',
    ]);
    expect(words(page.row('Ada Okafor')))
      .to.contain('You')
      .and.to.contain('ada@demo.test');
    expect(words(page.row('sam_rivera'))).not.to.contain('You');
    expect(page.rolesOf('Maximiliana Katharina von Hohenstein-Oberndorf de la Cruz')).to.have.members([
      'member',
      'billing',
    ]);
    expect(page.text).to.contain('1–4 of 4');
    await expect(page.element).to.be.accessible();
  });

  it('offers a member without permissions nothing but to leave', async () => {
    const page = await (await mountMembers({ userId: 'sam' })).ready();
    await page.until(() => page.control('Leave'), 'no way to leave');
    expect(page.all('input[type="checkbox"], [part="edit-roles"], [part="remove"]')).to.be.empty;
    await expect(page.element).to.be.accessible();
  });

  it('is only to read with `readonly`, and shows the columns and role names of the page', async () => {
    const page = await mountMembers({
      attributes: {
        readonly: '',
        columns: 'roles',
        'role-names': '{"member":"Crew","role-billing":"Purser"}',
        'role-order': '["member"]',
      },
    });
    await page.ready();
    expect(page.all('tbody button, tbody input')).to.be.empty;
    expect(page.text).not.to.contain('ada@demo.test');
    expect(page.rolesOf('Maximiliana Katharina von Hohenstein-Oberndorf de la Cruz')).to.deep.equal([
      'Crew',
      'Purser',
    ]);
  });

  it('shows roles as the tenant has them when their order is no list', async () => {
    const page = await mountMembers({ attributes: { 'role-order': '"member"', 'role-names': '5' } });
    await page.ready();
    expect(page.rolesOf('Maximiliana Katharina von Hohenstein-Oberndorf de la Cruz')).to.deep.equal([
      'billing',
      'member',
    ]);
  });

  it('turns pages with one call each, keeps the old page meanwhile, and reflects the choice', async () => {
    const page = await mountMembers(crowd(103));
    const shown: OrgMembersShowDetail[] = [];
    page.root.addEventListener('org-members-show', (event) => shown.push(event.detail));
    await page.ready();
    expect(page.rows).to.have.length(20);
    await page.until(() => shown.length === 1, 'the page is not told what is shown');
    const before = page.backend.calls.length;
    let release = (): void => undefined;
    page.backend.intercept = async (request) => {
      if (request.url.includes('page=2')) await new Promise<void>((resolve) => (release = resolve));
      return undefined;
    };
    await page.press('Next page');
    expect(page.rows, 'the old page stays').to.have.length(20);
    await page.until(() => page.query('table')?.ariaBusy === 'true', 'it does not say that it is busy');
    await page.until(() => page.backend.calls.some((call) => call.includes('page=2')), 'no call');
    release();
    await page.until(() => page.text.includes('21–40 of 103') && shown.length === 2, 'no second page');
    const after = page.backend.calls.slice(before).filter((call) => call.includes('/members'));
    expect(after).to.deep.equal(['GET /organizations/crowd/members?page=2&page_size=20']);
    expect(page.element.getAttribute('page')).to.equal('2');
    expect(shown[1]?.page).to.equal(2);
    const size = await page.find<HTMLSelectElement>('Rows per page');
    expect([...size.options].map(({ value }) => value)).to.deep.equal(['10', '20', '50', '100']);
    size.value = '100';
    size.dispatchEvent(new Event('change'));
    await page.until(() => page.rows.length === 100, 'no larger page');
    expect(page.element.getAttribute('page-size')).to.equal('100');
    expect(page.element.page).to.equal(1);
  });

  it('needs two calls for its first rows, side by side', async () => {
    let answered = 0;
    let before: readonly string[] = [];
    // Both are under way before either is answered: everything is in one trip.
    const sent = meeting(2);
    const page = await mountMembers({
      ...crowd(103),
      prepare: (backend) => {
        backend.intercept = async () => {
          await sent();
          if (answered++ === 0) before = [...backend.calls];
          return undefined;
        };
      },
    });
    await page.ready();
    expect(before).to.have.members([
      'GET /organizations/crowd/me',
      'GET /organizations/crowd/members?page=1&page_size=20',
    ]);
    expect(page.all('*').length, 'elements at 20 rows').to.be.below(500);
  });

  it('searches while typing, with two calls at most for eight letters, and the latest answer wins', async () => {
    const page = await (await mountMembers(crowd(103))).ready();
    const before = page.lists.length;
    const field = await page.find<HTMLInputElement>('Search members');
    field.focus();
    let pauses = 0;
    for (const end of [1, 2, 3, 4, 5, 6, 7, 8]) {
      field.value = 'farid.ab'.slice(0, end);
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      const typed = performance.now();
      await new Promise((resolve) => setTimeout(resolve, 60));
      // A busy machine types more slowly: then there is more than one word.
      if (performance.now() - typed > 250) pauses += 1;
    }
    await page.until(() => page.rows.length === 1, 'it does not search');
    expect(page.lists.length - before).to.be.at.most(2 + pauses);
    expect(page.names).to.deep.equal(['Farid Abebe']);
    expect(page.element.getAttribute('search')).to.equal('farid.ab');
    await page.until(() => page.announced.includes('1–1 of 1'), 'the result is not announced');

    // The first answer comes after the second.
    let release = (): void => undefined;
    page.backend.intercept = async (request) => {
      if (request.url.includes('q=Bao')) await new Promise<void>((resolve) => (release = resolve));
      return undefined;
    };
    page.element.search = 'Bao';
    await page.until(() => page.lists.some((call) => call.includes('q=Bao')), 'no call');
    page.element.search = 'Carla Abebe';
    await page.until(() => page.names.join() === 'Carla Abebe', 'the second search is not answered');
    release();
    await page.element.updateComplete;
    expect(page.names).to.deep.equal(['Carla Abebe']);
  });

  it('says that nothing matches, and shows all again', async () => {
    const page = await (await mountMembers({ content: '<p slot="empty">Nobody on board</p>' })).ready();
    await page.fill('Search members', 'zzz');
    await page.until(() => page.query('.empty'), 'no word about an empty result');
    expect(page.query<HTMLSlotElement>('slot[name="empty"]')?.assignedElements()[0]?.textContent).to.equal(
      'Nobody on board',
    );
    await page.press('Clear search');
    await page.until(() => page.rows.length === 4, 'the members do not come back');
    expect(page.element.hasAttribute('search')).to.equal(false);
    expect((await page.find<HTMLInputElement>('Search members')).value).to.equal('');
  });

  it('filters by role', async () => {
    const page = await (await mountMembers()).ready();
    const filter = await page.find<HTMLSelectElement>('Roles');
    await page.until(() => filter.options.length === 4, 'the roles are not there');
    filter.value = ROLE_IDS.billing;
    filter.dispatchEvent(new Event('change'));
    await page.until(() => page.rows.length === 1, 'it does not filter');
    expect(page.element.getAttribute('role-filter')).to.equal(ROLE_IDS.billing);
  });

  it('gives a role at once, keeps it when it was saved, and takes it again', async () => {
    const page = await (await mountMembers()).ready();
    const changes: string[] = [];
    page.root.addEventListener('org-member-roles-change', () => changes.push('told'));
    await page.editRoles('sam_rivera');
    let release = (): void => undefined;
    page.backend.intercept = async (request) => {
      if (request.method === 'PUT') await new Promise<void>((resolve) => (release = resolve));
      return undefined;
    };
    page.choice('billing').click();
    await page.element.updateComplete;
    expect(page.rolesOf('sam_rivera'), 'before the answer').to.include('billing');
    await page.until(() => page.backend.calls.some((call) => call.startsWith('PUT')), 'nothing is saved');
    release();
    await page.until(() => changes.length === 1, 'the page is not told');
    expect(page.rolesOf('sam_rivera')).to.include('billing');
    page.backend.intercept = undefined;
    page.choice('billing').click();
    await page.until(() => changes.length === 2, 'the page is not told');
    expect(page.rolesOf('sam_rivera')).to.deep.equal(['member']);
  });

  it('puts a role back with the reason when it is refused', async () => {
    const page = await (await mountMembers()).ready();
    await page.editRoles('sam_rivera');
    page.backend.intercept = (request) =>
      request.method === 'PUT'
        ? refusal(403, { code: 'forbidden', details: { reason: 'exceeds_own' } })
        : undefined;
    page.choice('billing').click();
    await page.untilText('This needs permissions that you don’t have yourself.');
    await page.until(() => !page.choice('billing').checked, 'the tick stays');
    expect(page.rolesOf('sam_rivera')).to.deep.equal(['member']);
    expect(words(page.row('sam_rivera'))).to.contain('This needs permissions');
  });

  it('does nothing when the page says no, and waits for the page', async () => {
    const page = await (await mountMembers()).ready();
    page.root.addEventListener('org-before-member-roles-change', (event) => event.preventDefault());
    await page.editRoles('sam_rivera');
    page.choice('billing').click();
    await page.until(() => !page.choice('billing').checked, 'the tick stays');
    expect(page.backend.calls.some((call) => call.startsWith('PUT'))).to.equal(false);
    page.root.addEventListener('org-before-member-remove', (event) =>
      event.detail.waitUntil(Promise.resolve(false)),
    );
    page.button(page.row('sam_rivera'), 'remove').click();
    await page.until(() => page.dialog, 'no question');
    await page.press('Remove');
    await page.until(() => page.control('Remove')?.ariaBusy === 'false', 'it stays busy');
    expect(page.backend.calls.some((call) => call.startsWith('DELETE'))).to.equal(false);
    expect(page.names).to.include('sam_rivera');
  });

  it('removes from the organization that the question was about, also when the page answers after a switch', async () => {
    const page = await (await mountMembers()).ready();
    const { accounts } = page.backend.sandbox.tenant;
    let answer: (isWanted: boolean) => void = () => undefined;
    page.root.addEventListener('org-before-member-remove', (event) =>
      event.detail.waitUntil(new Promise<boolean>((resolve) => (answer = resolve))),
    );
    page.button(page.row('sam_rivera'), 'remove').click();
    await page.until(() => page.dialog, 'no question');
    await page.press('Remove');
    page.provider.organizationId = 'kestrel';
    await page.until(() => page.names.includes('Ada Okafor') && page.rows.length === 3, 'no other members');
    answer(true);
    const removed = (): string[] => page.backend.calls.filter((call) => call.startsWith('DELETE'));
    await page.until(() => removed().length > 0, 'nobody is removed');
    expect(removed()[0]).to.contain('/northwind/members/sam');
    await page.until(() => !accounts.isMember('sam', 'northwind'), 'he stays');
    expect(accounts.isMember('sam', 'kestrel')).to.equal(true);
  });

  it('saves each tick where it was set, also when its turn comes in another organization', async () => {
    const page = await (await mountMembers()).ready();
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    const puts = (): string[] => page.backend.calls.filter((call) => call.startsWith('PUT'));
    page.backend.intercept = async ({ method }) => {
      if (method === 'PUT') await held;
      return undefined;
    };
    await page.editRoles('sam_rivera');
    page.choice('billing').click();
    await page.until(() => puts().length === 1, 'nothing is saved');
    page.choice('admin').click();
    page.provider.organizationId = 'kestrel';
    await page.until(() => page.names.includes('Ada Okafor') && page.rows.length === 3, 'no other members');
    expect(page.rolesOf('sam_rivera')).to.deep.equal(['member']);
    release();
    await page.until(() => puts().length === 2, 'the second tick is lost');
    expect(puts()[1]).to.contain('/northwind/members/sam/roles');
    const rolesIn = (organizationId: string): string[] =>
      page.backend.sandbox.tenant.tables.organizationRoleUsers
        .all()
        .filter((one) => one.organizationId === organizationId && one.userId === 'sam')
        .map(({ organizationRoleId }) => organizationRoleId)
        .sort();
    await page.until(() => rolesIn('northwind').length === 3, 'not all is saved');
    expect(rolesIn('kestrel')).to.deep.equal([ROLE_IDS.member]);
  });

  it('removes after a question that names the person', async () => {
    const page = await (await mountMembers()).ready();
    const told: string[] = [];
    page.root.addEventListener('org-member-remove', (event) =>
      told.push(...(event as CustomEvent<{ members: Member[] }>).detail.members.map(({ id }) => id)),
    );
    page.button(page.row('sam_rivera'), 'remove').click();
    await page.until(() => page.dialog, 'no question');
    expect(words(page.dialog)).to.contain('Remove sam_rivera?');
    await page.still();
    await expect(page.element).to.be.accessible();
    await page.press('Remove');
    await page.until(() => told.length === 1, 'the page is not told');
    expect(told).to.deep.equal(['sam']);
    await page.until(() => page.rows.length === 3 && !page.dialog, 'the row stays');
    await page.until(() => page.announced.includes('sam_rivera was removed'), 'it is not announced');
    expect(page.shadow.activeElement, 'the focus is in the table').to.equal(page.query('table'));
  });

  it('says in the question why somebody could not be removed', async () => {
    const page = await (await mountMembers()).ready();
    page.backend.intercept = (request) =>
      request.method === 'DELETE' ? refusal(409, { code: 'last_admin' }) : undefined;
    page.button(page.row('sam_rivera'), 'remove').click();
    await page.until(() => page.dialog, 'no question');
    await page.press('Remove');
    await page.untilText('The last administrator has to stay.');
    expect(page.dialog).not.to.equal(null);
  });

  it('explains the last administrator before the click', async () => {
    const page = await (await mountMembers()).ready();
    const mine = page.row('Ada Okafor');
    expect(words(mine)).to.contain('You are the last administrator.');
    const leave = page.button(mine, 'leave');
    await page.until(() => leave.ariaDisabled === 'true', 'leaving looks possible');
    leave.click();
    await page.until(() => page.popover, 'a press explains nothing');
    expect(words(page.popover)).to.contain('You are the last administrator.');
    expect(page.dialog).to.equal(null);
    page.popover?.hidePopover();
    await page.editRoles('Ada Okafor');
    expect(page.choice('admin').disabled).to.equal(true);
    expect(words(page.choice('admin').closest('label'))).to.contain('The last administrator has to stay.');
  });

  it('leaves, and the provider goes to another organization', async () => {
    const page = await (await mountMembers({ current: 'halden' })).ready();
    await page.press('Leave');
    await page.untilText('Leave Halden & Frost Analytics?');
    expect(page.text).to.contain('To come back you need a new invitation.');
    (page.dialog?.querySelector('[part="confirm"]') as HTMLElement).click();
    await page.until(() => page.provider.organizationId !== 'halden', 'it stays');
    await page.until(() => !page.dialog, 'the question stays');
    expect(page.announced).to.contain('You have left Halden & Frost Analytics');
  });

  it('keeps what was there and says so when a refresh fails', async () => {
    const page = await (await mountMembers()).ready();
    page.backend.intercept = (request) =>
      request.url.includes('/members?') ? refusal(403, { code: 'forbidden' }) : undefined;
    await page.element.refresh();
    await page.untilText('You don’t have permission to do this.');
    expect(page.rows).to.have.length(4);
    page.backend.intercept = undefined;
    await page.press('Retry');
    await page.until(() => !page.query('[part="message"]'), 'the message stays');
  });

  it('forgets search and selection in another organization', async () => {
    const page = await (await mountMembers()).ready();
    page.select('sam_rivera');
    await page.untilText('1 selected');
    emit(page.element, 'org-change', { organizationId: 'kestrel', previousOrganizationId: 'northwind' });
    await page.until(() => page.names.includes('Ada Okafor') && page.rows.length === 3, 'no other members');
    expect(page.text).not.to.contain('selected');
  });

  it('says so when the permissions change, and offers no more than is left', async () => {
    const page = await (await mountMembers({ current: 'halden', userId: 'sakura' })).ready();
    await page.until(() => page.query('[part="edit-roles"]'), 'an administrator is offered nothing');
    const { organizationRoleUsers } = page.backend.sandbox.tenant.tables;
    organizationRoleUsers.delete(compositeKey('halden', ROLE_IDS.admin, 'sakura'));
    await page.element.refresh();
    await page.untilText('What you may do here has changed.');
    expect(page.all('[part="edit-roles"], [part="remove"], input[type="checkbox"]')).to.be.empty;
    await page.press('Dismiss');
    expect(page.text).not.to.contain('has changed');
  });
});
