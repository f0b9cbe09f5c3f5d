import { acceptedInvitation, inviteResult } from '../../../contract/invitation.js';
import { me } from '../../../contract/me.js';
import { organizationList, organizationSummary } from '../../../contract/organization.js';
import { roleList, type Role } from '../../../contract/role.js';
import { NotCheckable, type CheckGroup } from '../check.js';
import { expect, succeeded } from '../expectations.js';
import type { PersonName, Stage } from '../stage.js';

/** Milliseconds until the invitation has expired that has to be expired later. */
const EXPIRES_IN = 1_500;

const found = async (stage: Stage, person: PersonName, what: string) => {
  const name = `${stage.name} ${what}`;
  const token = await stage.personToken(person);
  const list = succeeded(await stage.backend.call('listOrganizations', { token }), organizationList);
  if (!list.canCreate)
    throw new NotCheckable('not everybody makes organizations here, so neither does the doctor');
  const answer = await stage.backend.call('createOrganization', { token, body: { name } });
  const { id, roles } = succeeded(answer, organizationSummary);
  stage.makings.note('organization', id, name);
  return { id, name, roles };
};

const namesOf = ({ permissions }: Role): Set<string> => new Set(permissions.map(({ name }) => name));

/** Makes what the other checks need, through the backend: that it can be made are the first rules. */
export const ground: CheckGroup<Stage> = {
  title: 'Organizations of the doctor',
  checks: [
    {
      id: 'organizations/create',
      rule: 'Whoever is signed in makes an organization, and is in it with roles',
      run: async (stage) => {
        const { id, name, roles } = await found(stage, 'owner', 'one');
        stage.set('organization', { id, name });
        const answer = await stage.backend.call('listOrganizations', {
          token: await stage.personToken('owner'),
        });
        const mine = succeeded(answer, organizationList).items.find((item) => item.id === id);
        expect(mine !== undefined, `${answer.request}: the new organization is not in the list`);
        expect(roles.length > 0, 'whoever makes an organization gets no role in it');
        stage.set(
          'ownerRoles',
          roles.map((role) => role.id),
        );
      },
    },
    {
      id: 'organizations/administrator',
      rule: 'Who made an organization is its administrator, and is told so with live permissions',
      run: async (stage) => {
        const token = await stage.organizationToken('owner');
        const answer = await stage.backend.call('getMe', { token, params: stage.inside() });
        const { userId, organizationId, isAdministrator, isLastAdministrator } = succeeded(answer, me);
        expect(userId === stage.person('owner').userId, `${answer.request}: it is about somebody else`);
        expect(organizationId === stage.need('organization').id, `${answer.request}: another organization`);
        expect(isAdministrator && isLastAdministrator, 'the one who made it is not its only administrator');
      },
    },
    {
      id: 'organizations/another',
      rule: 'Somebody else makes another one',
      run: async (stage) => stage.set('foreign', await found(stage, 'outsider', 'two')),
    },
    {
      id: 'roles/list',
      rule: 'Members see the roles, and which of them they may give',
      run: async (stage) => {
        const token = await stage.organizationToken('owner');
        const answer = await stage.backend.call('listRoles', { token, params: stage.inside() });
        const { items } = succeeded(answer, roleList);
        stage.set('roles', items);
        const mine = stage.need('ownerRoles');
        expect(
          mine.every((id) => items.some((role) => role.id === id && role.grantable)),
          'the owner may not give the roles that the owner holds',
        );
        const held = new Set(
          items.filter(({ id }) => mine.includes(id)).flatMap((role) => [...namesOf(role)]),
        );
        const { manageMember, inviteMember } = stage.options.permissions;
        const givable = items.filter((role) => role.grantable && !mine.includes(role.id));
        const smaller = givable.filter((role) => namesOf(role).size < held.size);
        // Those that allow most are the best to try the limits with.
        const most = smaller.sort((left, right) => namesOf(right).size - namesOf(left).size);
        const middle = most.find((role) => namesOf(role).has(manageMember));
        const weak = most.filter((role) => !namesOf(role).has(manageMember));
        const inviting = weak.find((role) => namesOf(role).has(inviteMember)) ?? weak[0];
        if (middle) stage.set('middleRole', middle);
        if (inviting) stage.set('weakRole', inviting);
      },
    },
    {
      id: 'invitations/join',
      rule: 'People are invited with roles, accept, and are members with these roles',
      run: join,
    },
    {
      id: 'invitations/elsewhere',
      rule: 'Another organization sends invitations of its own',
      run: async (stage) => {
        const { id: organizationId } = stage.need('foreign');
        const token = await stage.organizationToken('outsider', organizationId);
        const body = { invitations: [{ email: stage.address('elsewhere') }], delivery: 'link' };
        const params = { organizationId };
        const { items } = succeeded(
          await stage.backend.call('invite', { token, params, body }),
          inviteResult,
        );
        const id = items[0]?.invitation?.id;
        expect(id !== undefined, `the invitation was not made: ${items[0]?.status ?? 'no result'}`);
        if (id !== undefined) stage.set('foreignInvitation', id);
      },
    },
  ],
};

async function join(stage: Stage): Promise<void> {
  const token = await stage.organizationToken('owner');
  const params = stage.inside();
  const { capabilities } = succeeded(await stage.backend.call('getMe', { token, params }), me);
  if (!capabilities.includes('invite-members')) {
    throw new NotCheckable('the backend offers no invitations: nobody else can be let into the organization');
  }
  const idOf = (name: 'middleRole' | 'weakRole'): string[] => {
    const role = stage.find(name);
    return role ? [role.id] : [];
  };
  const guests: readonly (readonly [PersonName, readonly string[]])[] = [
    ['manager', idOf('middleRole')],
    ['member', idOf('weakRole')],
    ['guest', []],
    ['leaver', idOf('weakRole')],
    ['invitee', idOf('weakRole')],
  ];
  const invitations = guests.map(([name, roleIds]) => ({ email: stage.person(name).email, roleIds }));
  const body = { invitations, delivery: 'link' };
  const { items } = succeeded(await stage.backend.call('invite', { token, params, body }), inviteResult);
  const idFor = (name: PersonName): string => {
    const item = items.find(({ email }) => email === stage.person(name).email);
    expect(item?.status === 'invited', `an invitation was not made: ${item?.status ?? 'no result'}`);
    return item?.invitation?.id ?? '';
  };
  stage.set('invitation', idFor('invitee'));
  for (const [name, roleIds] of guests.filter(([guest]) => guest !== 'invitee')) {
    const own = await stage.personToken(name);
    const invitation = { invitationId: idFor(name) };
    const answer = await stage.backend.call('acceptInvitation', { token: own, params: invitation });
    const { organizationId } = succeeded(answer, acceptedInvitation);
    expect(organizationId === params['organizationId'], `${answer.request}: another organization`);
    const seen = await stage.backend.call('getMe', { token: await stage.organizationToken(name), params });
    const mine = succeeded(seen, me).roles.map(({ id }) => id);
    expect(
      mine.length === roleIds.length && roleIds.every((id) => mine.includes(id)),
      'somebody who accepted has other roles than those of the invitation',
    );
  }
  stage.set('joined', true);
  await makeExpiring(stage);
}

/** One that lives for a day at least cannot be waited for: this one is made past the backend. */
const makeExpiring = async (stage: Stage): Promise<void> => {
  const invitation = {
    organizationId: stage.need('organization').id,
    inviterId: stage.person('owner').userId,
    invitee: stage.address('expired'),
    expiresAt: Date.now() + EXPIRES_IN,
    organizationRoleIds: [...stage.need('ownerRoles')],
  };
  // Logto's clock may be ahead of this one: then those checks that need it say that it is not there.
  const id = await stage.logto.createInvitation(invitation).catch(() => undefined);
  if (id !== undefined) stage.set('expiredInvitation', { id, expiresAt: invitation.expiresAt });
};
