import { setTimeout } from 'node:timers/promises';
import { MANAGEMENT_RESOURCE, SANDBOX_RESOURCE, SANDBOX_SPA } from '../../../src/sandbox/index.js';
import { lasting } from '../../../src/server/limits/lease.js';
import { changed, type Mistake } from './world.js';

/** Backends with one mistake each, and every rule that the mistake breaks. */
export const mistakes: readonly (readonly [mistake: string, rules: readonly string[], Mistake])[] = [
  [
    'takes a request without a token for one of somebody',
    ['tokens/missing'],
    {
      around: async (seen, next) =>
        next(seen.request.headers.has('authorization') ? seen.request : await seen.asAdministrator()),
    },
  ],
  [
    'does not verify signatures',
    ['tokens/signature'],
    {
      around: async (seen, next) =>
        next(seen.claims && seen.claims.alg !== 'none' ? await seen.signed() : seen.request),
    },
  ],
  [
    'takes tokens without a signature',
    ['tokens/unsigned'],
    {
      around: async (seen, next) => next(seen.claims?.alg === 'none' ? await seen.signed() : seen.request),
    },
  ],
  [
    'does not look whether a token has expired',
    ['tokens/expired'],
    {
      around: async (seen, next) => {
        const { exp = Infinity } = seen.claims ?? {};
        const isOld = exp < Date.now() / 1000;
        return next(isOld ? await seen.signed({ exp: Math.floor(Date.now() / 1000) + 60 }) : seen.request);
      },
    },
  ],
  [
    'does not look whom a token is for',
    ['tokens/audience'],
    {
      around: async (seen, next) =>
        next(
          seen.claims?.aud === MANAGEMENT_RESOURCE
            ? await seen.signed({ aud: SANDBOX_RESOURCE })
            : seen.request,
        ),
    },
  ],
  [
    'takes an application for a person',
    ['tokens/machine'],
    {
      around: async (seen, next) =>
        next(
          seen.claims?.sub === 'sandbox-m2m'
            ? await seen.signed({ sub: 'ada', client_id: SANDBOX_SPA.id })
            : seen.request,
        ),
    },
  ],
  [
    'reads the organization from the path alone',
    ['foreign/other-token', 'foreign/paths'],
    {
      around: async (seen, next) =>
        next(
          seen.request.method === 'GET' && seen.organizationId !== undefined && seen.provesAnother
            ? await seen.asAdministrator()
            : seen.request,
        ),
    },
  ],
  [
    'tells strangers that there is such an organization',
    ['foreign/same-as-unknown'],
    {
      around: async (seen, next) => {
        const response = await next(seen.request);
        const { organizationId = '' } = seen;
        if (response.status !== 404 || !seen.sandbox.tenant.tables.organizations.has(organizationId))
          return response;
        return changed(response, (body) => ({ ...body, message: 'You are no member.' }));
      },
    },
  ],
  [
    'finds invitations by their id alone',
    ['foreign/invitation'],
    {
      around: async (seen, next) => {
        const [, id = ''] = /\/invitations\/([^/]+)$/.exec(seen.path) ?? [];
        const owner = seen.sandbox.tenant.tables.invitations.get(id)?.organizationId;
        const isElsewhere = owner !== undefined && seen.organizationId !== undefined;
        if (!isElsewhere || owner === seen.organizationId) return next(seen.request);
        const token = (await seen.asAdministrator(owner)).headers.get('authorization') ?? '';
        const path = `/organizations/${owner}/invitations/${id}`;
        return next(await seen.with({ token: token.slice('Bearer '.length), path }));
      },
    },
  ],
  [
    'shows invitations to every member',
    ['permissions/missing'],
    {
      around: async (seen, next) =>
        next(
          seen.is('GET', /^\/organizations\/[^/]+\/invitations$/) && seen.isMember
            ? await seen.asAdministrator()
            : seen.request,
        ),
    },
  ],
  [
    'believes the permissions of the token',
    ['permissions/live'],
    {
      around: async (seen, next) =>
        next(
          seen.is('PATCH', /^\/organizations\/[^/]+$/) &&
            seen.isMember &&
            String(seen.claims?.['scope']).includes('manage:organization') &&
            !seen.roles?.includes('admin')
            ? await seen.asAdministrator()
            : seen.request,
        ),
    },
  ],
  [
    'keeps quiet about permissions that the token does not know',
    ['permissions/drift'],
    {
      around: async (seen, next) =>
        changed(
          await next(seen.request),
          (body) => body,
          (headers) => headers.delete('x-org-permission-drift'),
        ),
    },
  ],
  [
    'shows addresses to everybody',
    ['permissions/addresses'],
    {
      around: async (seen, next) => {
        const response = await next(seen.request);
        if (!seen.is('GET', /\/members$/) || response.status !== 200) return response;
        return changed(response, (body) => ({
          ...body,
          items: (body['items'] as object[]).map((item) => ({ email: 'kim@studio.test', ...item })),
        }));
      },
    },
  ],
  [
    'lets who may invite invite with any role',
    ['escalation/invitation'],
    {
      around: async (seen, next) =>
        next(
          seen.is('POST', /^\/organizations\/[^/]+\/invitations$/) && seen.roles?.includes('member')
            ? await seen.asAdministrator()
            : seen.request,
        ),
    },
  ],
  [
    'lets who manages members give any role',
    ['escalation/grant'],
    {
      around: async (seen, next) =>
        next(
          seen.is('POST', /\/members\/roles$/) && seen.roles?.some((role) => role.startsWith('orgkit-doctor'))
            ? await seen.asAdministrator()
            : seen.request,
        ),
    },
  ],
  [
    'lets who removes members remove anybody',
    ['escalation/stronger-removed'],
    {
      around: async (seen, next) =>
        next(
          seen.is('DELETE', /\/members\/[^/]+$/) &&
            seen.roles?.some((role) => role.startsWith('orgkit-doctor'))
            ? await seen.asAdministrator()
            : seen.request,
        ),
    },
  ],
  [
    'lets everybody leave',
    ['administrators/leave', 'administrators/race'],
    {
      around: async (seen, next) => {
        const response = await next(seen.request);
        if (!seen.is('DELETE', /\/me$/) || response.status !== 409) return response;
        const key = `${seen.organizationId ?? ''}`;
        const { tables } = seen.sandbox.tenant;
        const row = tables.organizationUsers
          .all()
          .find(({ organizationId, userId }) => organizationId === key && userId === seen.claims?.sub);
        if (row) tables.organizationUsers.delete([row.organizationId, row.userId].join('\u0000'));
        return new Response(null, { status: 204, headers: response.headers });
      },
    },
  ],
  [
    'looks and then acts, with no lock between',
    ['administrators/race'],
    {
      options: (sandbox) => ({
        organizationLock: { run: (_organizationId, signal, work) => work(lasting(signal)) },
        fetch: async (input, init) => {
          const request = new Request(input, init);
          // Both have looked who else there is before either has gone.
          if (request.method === 'DELETE' && /\/users\//.test(request.url)) await setTimeout(100);
          return sandbox.fetch(request);
        },
      }),
    },
  ],
  [
    'shows an invitation to whoever has its id',
    ['received/wrong-account'],
    {
      around: async (seen, next) => {
        const response = await next(seen.request);
        if (!seen.is('GET', /^\/invitations\/[^/]+$/) || response.status !== 403) return response;
        const { tables } = seen.sandbox.tenant;
        const invitation = tables.invitations.get(seen.path.split('/')[2] ?? '');
        const userId = tables.users.all().find((user) => user.primaryEmail === invitation?.invitee)?.id ?? '';
        return next(
          await seen.with({ token: await seen.sandbox.accessToken({ userId, resource: SANDBOX_RESOURCE }) }),
        );
      },
    },
  ],
  [
    'tells whose invitation it is',
    ['received/neutral'],
    {
      around: async (seen, next) => {
        const response = await next(seen.request);
        const { tables } = seen.sandbox.tenant;
        const invitation = tables.invitations.get(seen.path.split('/')[2] ?? '');
        if (response.status !== 403 || !invitation) return response;
        return changed(response, (body) => ({ ...body, details: { email: invitation.invitee } }));
      },
    },
  ],
  [
    'makes a difference between addresses with and without an account',
    ['invitations/accounts'],
    {
      around: async (seen, next) => {
        const response = await next(seen.request);
        if (!seen.is('POST', /^\/organizations\/[^/]+\/invitations$/) || response.status !== 200)
          return response;
        return changed(response, (body) => ({
          items: (body['items'] as { email: string; invitation?: object }[]).map((item) => {
            if (!item.invitation || seen.sandbox.tenant.accounts.findByEmail(item.email)) return item;
            const { link: _, ...invitation } = item.invitation as { link?: string };
            return { ...item, invitation };
          }),
        }));
      },
    },
  ],
  [
    'shows more of a member than the contract has',
    ['answers/listMembers'],
    {
      around: async (seen, next) => {
        const response = await next(seen.request);
        if (!seen.is('GET', /\/members$/) || response.status !== 200) return response;
        return changed(response, (body) => ({
          ...body,
          items: (body['items'] as object[]).map((item) => ({ ...item, primaryPhone: null })),
        }));
      },
    },
  ],
  [
    'leaves out what it does not know of a body',
    ['input/unknown-fields'],
    {
      around: async (seen, next) => {
        const { tenantId, ...body } = await seen.body();
        return next(tenantId === undefined ? seen.request : await seen.with({ body }));
      },
    },
  ],
  [
    'reads bodies of any size',
    ['input/oversize'],
    { options: () => ({ limits: { bodyBytes: 10_000_000 } }) },
  ],
  [
    'takes 100 for any larger page',
    ['input/pages'],
    {
      around: async (seen, next) => {
        const url = new URL(seen.request.url);
        if (Number(url.searchParams.get('page_size')) <= 100) return next(seen.request);
        url.searchParams.set('page_size', '100');
        return next(new Request(url, seen.request));
      },
    },
  ],
  [
    'saves over what somebody else saved',
    ['profile/if-match'],
    { around: async (seen, next) => next(await seen.with({ without: 'if-match' })) },
  ],
  [
    'deletes without asking for the name',
    ['deletion/name'],
    {
      around: async (seen, next) => {
        const { name: said, ...more } = await seen.body();
        if (!seen.is('DELETE', /^\/organizations\/[^/]+$/) || typeof said !== 'string') {
          return next(seen.request);
        }
        const { name } = seen.sandbox.tenant.tables.organizations.get(seen.organizationId ?? '') ?? {};
        return next(await seen.with({ body: { ...more, name: name ?? said } }));
      },
    },
  ],
  [
    'lets every page in',
    ['cors/closed'],
    {
      around: async (seen, next) =>
        changed(
          await next(seen.request),
          (body) => body,
          (headers) => headers.set('access-control-allow-origin', '*'),
        ),
    },
  ],
  [
    'does not say when to come back',
    ['answers/retry-after'],
    {
      around: async (seen, next) =>
        changed(
          await next(seen.request),
          (body) => body,
          (headers) => headers.delete('retry-after'),
        ),
    },
  ],
  [
    'has codes of its own',
    ['answers/codes'],
    {
      around: async (seen, next) => {
        const response = await next(seen.request);
        return response.status === 409
          ? changed(response, (body) => ({ ...body, code: 'not_now' }))
          : response;
      },
    },
  ],
  [
    'tells where an error happened',
    ['answers/errors'],
    {
      around: async (seen, next) => {
        const response = await next(seen.request);
        return response.status === 400
          ? changed(response, (body) => ({ ...body, stack: 'at execute' }))
          : response;
      },
    },
  ],
  [
    'does not name its answers',
    ['answers/request-id'],
    {
      around: async (seen, next) =>
        changed(
          await next(seen.request),
          (body) => body,
          (headers) => headers.delete('x-request-id'),
        ),
    },
  ],
  [
    'describes less than it does',
    ['service/openapi'],
    {
      around: async (seen, next) => {
        const response = await next(seen.request);
        if (!seen.is('GET', /^\/openapi\.json$/)) return response;
        return changed(response, ({ paths, ...document }) => {
          const { '/invitations': _, ...rest } = paths as Record<string, unknown>;
          return { ...document, paths: rest };
        });
      },
    },
  ],
];
