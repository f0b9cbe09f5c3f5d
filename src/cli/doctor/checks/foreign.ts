import type { Answer } from '../answers.js';
import type { CheckGroup } from '../check.js';
import { each, expect, refused } from '../expectations.js';
import { inOrganization, NOBODY, sample } from '../samples.js';
import type { Stage } from '../stage.js';

/** What one answer can be told from another by. */
const shown = ({ status, headers, body }: Answer): string => {
  const { requestId: _, ...rest } = Object(body) as Readonly<Record<string, unknown>>;
  const names = [...headers.keys()].filter(
    (name) => !/^(date|connection|keep-alive|content-length)$/.test(name),
  );
  return JSON.stringify({ status, rest, names: names.sort() });
};

export const foreign: CheckGroup<Stage> = {
  title: 'Organizations of others',
  checks: [
    {
      id: 'foreign/stranger',
      rule: 'For who is no member an organization does not exist, whatever the operation',
      run: async (stage) => {
        const token = await stage.personToken('outsider');
        await each(inOrganization, async (route) =>
          refused(
            await stage.backend.call(route.operation, { ...sample(route, stage), token }),
            ['not_found'],
            ' as a stranger',
          ),
        );
      },
    },
    {
      id: 'foreign/other-token',
      rule: 'A token of one organization is good for no other',
      run: async (stage) => {
        const token = await stage.organizationToken('outsider', stage.need('foreign').id);
        await each(inOrganization, async (route) => {
          const answer = await stage.backend.call(route.operation, { ...sample(route, stage), token });
          refused(answer, ['not_found'], ' with the token of another organization');
        });
      },
    },
    {
      id: 'foreign/member-without-proof',
      rule: 'Members need a token that proves the organization, not only their account',
      run: async (stage) => {
        const token = await stage.personToken('owner');
        await each(inOrganization, async (route) => {
          const answer = await stage.backend.call(route.operation, { ...sample(route, stage), token });
          refused(answer, ['not_found'], ' with a token of the account alone');
        });
      },
    },
    {
      id: 'foreign/same-as-unknown',
      rule: 'An organization of others answers letter by letter as one that nobody has',
      run: async (stage) => {
        const token = await stage.personToken('outsider');
        await each(['getOrganization', 'getMe', 'listMembers', 'updateOrganization'], async (operation) => {
          const [theirs, nobodys] = [stage.need('organization').id, NOBODY].map((organizationId) =>
            stage.backend.call(operation, {
              token,
              params: { organizationId },
              ...(operation === 'updateOrganization' && { body: {} }),
            }),
          );
          const [one, other] = [await theirs, await nobodys];
          const isSame = one !== undefined && other !== undefined && shown(one) === shown(other);
          expect(isSame, `${one?.request ?? operation}: another answer than for an unknown organization`);
        });
      },
    },
    {
      id: 'foreign/invitation',
      rule: 'An invitation of another organization does not exist, whatever its id is used for',
      run: async (stage) => {
        const token = await stage.organizationToken('owner');
        const params = stage.inside({ invitationId: stage.need('foreignInvitation') });
        await each(['renewInvitation', 'resendInvitation', 'removeInvitation'], async (operation) => {
          const body = operation === 'removeInvitation' ? {} : { body: {} };
          refused(await stage.backend.call(operation, { token, params, ...body }), ['not_found']);
        });
      },
    },
    {
      id: 'foreign/paths',
      rule: 'No path leads out of the organization that the token proves',
      run: async (stage) => {
        const token = await stage.organizationToken('owner');
        const [own, other] = [stage.need('organization').id, stage.need('foreign').id];
        const ways = [
          `/organizations/${own}/../${other}/me`,
          `/organizations/${own}%2F..%2F${other}`,
          `/organizations/${own}%2f%2e%2e%2f${other}/members`,
          `/organizations/%2e%2e/organizations/${other}`,
          `/organizations/${own}%00/me`,
          `/organizations/${own}%0a/me`,
          `/organizations/${own};${other}/me`,
          `/organizations/${own}?organizationId=${other}&/../${other}`,
          `/organizations/${'a'.repeat(300)}/me`,
          `/organizations/${own}/invitations/..%2F..%2F${other}`,
        ];
        await each(ways, async (path) => {
          const answer = await stage.backend.raw('GET', path, { token });
          const isOwn = answer.status < 300 && answer.text.includes(own) && !answer.text.includes(other);
          if (!isOwn) refused(answer, ['not_found', 'invalid_input']);
        });
      },
    },
  ],
};
