import type { LogtoOrganizationRole } from '../../../server/management-types.js';
import { consoleLink } from '../../setup/by-hand.js';
import { BrokenRule, type CheckGroup } from '../check.js';
import type { TenantState, TenantSubject } from '../tenant.js';

const quoted = (names: readonly string[]): string => names.map((name) => `"${name}"`).join(', ');

const forPeople = ({ roles }: TenantState): LogtoOrganizationRole[] =>
  roles.filter(({ type }) => type === 'User');

const gives = ({ scopes, resourceScopes }: LogtoOrganizationRole, permission: string): boolean =>
  [...scopes, ...resourceScopes].some(({ name }) => name === permission);

const none = (
  { settings }: TenantState,
  names: readonly string[],
  reason: string,
  advice: string,
  page = 'organization-template/organization-roles',
): void => {
  if (names.length === 0) return;
  throw new BrokenRule(`${reason}: ${quoted(names)}`, { advice, link: consoleLink(settings, page) });
};

export const template: CheckGroup<TenantSubject> = {
  title: 'Organization template',
  checks: [
    {
      id: 'template/permissions',
      rule: 'Every permission that the backend asks for is there',
      run: ({ state }) => {
        const known = new Set(state.permissions.map(({ name }) => name));
        const missing = Object.values(state.settings.permissions).filter((name) => !known.has(name));
        none(
          state,
          missing,
          'permissions that are missing',
          'make them, with orgkit setup or by hand, or name yours with --permission',
          'organization-template/organization-permissions',
        );
      },
    },
    {
      id: 'template/held',
      rule: 'Every permission that the backend asks for is given by a role',
      run: ({ state }) => {
        const known = new Set(state.permissions.map(({ name }) => name));
        const unheld = Object.values(state.settings.permissions).filter(
          (name) => known.has(name) && !forPeople(state).some((role) => gives(role, name)),
        );
        none(state, unheld, 'permissions that nobody can have', 'give them to a role');
      },
    },
    {
      id: 'template/empty-roles',
      rule: 'Every role gives something',
      run: ({ state }) => {
        const empty = state.roles.filter(
          ({ scopes, resourceScopes }) => scopes.length + resourceScopes.length === 0,
        );
        const names = empty.map(({ name }) => name);
        none(state, names, 'roles without a permission', 'give them permissions, or remove them');
      },
    },
    {
      id: 'template/administrator',
      rule: 'A role makes administrators',
      run: ({ state }) => {
        const { manageMember } = state.settings.permissions;
        if (forPeople(state).some((role) => gives(role, manageMember))) return;
        throw new BrokenRule(`no role for people gives "${manageMember}", so nobody administers anything`, {
          advice: 'give it to a role, or name yours with --permission manageMember=NAME',
          link: consoleLink(state.settings, 'organization-template/organization-roles'),
        });
      },
    },
    {
      id: 'template/creator',
      rule: 'The role of who makes an organization is there, for people, and makes an administrator',
      run: ({ state }) => {
        const { creatorRole } = state.wishes;
        const link = consoleLink(state.settings, 'organization-template/organization-roles');
        const advice =
          'make it, or name yours with --creator-role, and in ORGKIT_CREATOR_ROLES of the backend';
        const role = state.roles.find(({ name }) => name === creatorRole);
        if (!role) throw new BrokenRule(`there is no role "${creatorRole}"`, { advice, link });
        if (role.type !== 'User')
          throw new BrokenRule(`the role "${creatorRole}" is for machines`, { advice, link });
        if (!gives(role, state.settings.permissions.manageMember)) {
          const reason = `the role "${creatorRole}" makes no administrator: who makes an organization can't run it`;
          throw new BrokenRule(reason, {
            advice: `give it "${state.settings.permissions.manageMember}"`,
            link,
          });
        }
      },
    },
    {
      id: 'template/requested',
      rule: 'Every permission that a role gives is requested at sign-in',
      run: ({ state }) => {
        const requested = new Set(state.wishes.requested);
        const given = state.permissions.filter(({ name }) =>
          forPeople(state).some(({ scopes }) => scopes.some((scope) => scope.name === name)),
        );
        const unasked = given.map(({ name }) => name).filter((name) => !requested.has(name));
        if (unasked.length === 0) return;
        throw new BrokenRule(
          `permissions that nobody requests, so that no token ever has them: ${quoted(unasked)}`,
          {
            advice: `if your page or API needs them, add them to its list: <org-provider permissions="…">; tell the doctor with --requested`,
            link: 'https://docs.logto.io/authorization/organization-permissions',
          },
        );
      },
    },
  ],
};
