import * as v from 'valibot';
import type { OneTimeToken } from '../rows.js';
import { text } from './guard.js';
import { noSuchId, notFound, orThrow } from './not-found.js';
import { noContent, paged, type ManagementRouter } from './router.js';
import { parse } from './guard.js';

const statuses = v.picklist(['active', 'consumed', 'revoked', 'expired']);
const context = v.object({
  jitOrganizationIds: v.optional(v.array(v.string())),
  interactionEvent: v.optional(v.picklist(['SignIn', 'Register', 'ForgotPassword'])),
});
const email = v.pipe(v.string(), v.regex(/^\S+@\S+\.\S+$/));
const filters = v.object({ email: v.optional(email), status: v.optional(statuses) });
const create = v.object({
  email: text(128),
  context: v.optional(context, {}),
  expiresIn: v.optional(v.pipe(v.number(), v.minValue(1))),
});

/** `/one-time-tokens`: magic links. */
export const oneTimeTokenRoutes = (router: ManagementRouter): void => {
  const { tenant } = router;
  const { oneTimeTokens } = tenant.tables;

  const asRead = (token: OneTimeToken): OneTimeToken =>
    token.status === 'active' && token.expiresAt < tenant.now() ? { ...token, status: 'expired' } : token;

  // The status filter looks at what is stored, and the total counts every token: as in Logto.
  router.route('GET', '/one-time-tokens', { paging: 'optional' }, ({ query, page }) => {
    const wanted = parse('query', filters, Object.fromEntries(query));
    const found = oneTimeTokens
      .newest()
      .filter((token) => !wanted.email || token.email === wanted.email)
      .filter((token) => !wanted.status || token.status === wanted.status)
      .map(asRead);
    return { ...paged(found, page), total: oneTimeTokens.size };
  });

  router.route('POST', '/one-time-tokens', { body: create }, ({ body }) => ({
    status: 201,
    body: tenant.oneTimeTokens.create(body.email, compact(body.context), body.expiresIn),
  }));

  const credentials = v.object({ token: text(256), email: text(128) });
  router.route('POST', '/one-time-tokens/verify', { body: credentials }, ({ body }) => ({
    body: tenant.oneTimeTokens.verify(body.token, body.email),
  }));

  router.route('GET', '/one-time-tokens/:id', {}, ({ params }) => {
    const token = orThrow(oneTimeTokens.get(params.id), () => noSuchId('one_time_tokens', params.id));
    return { body: asRead(token) };
  });

  router.route(
    'PUT',
    '/one-time-tokens/:id/status',
    { body: v.object({ status: statuses }) },
    ({ params, body }) => {
      if (!oneTimeTokens.has(params.id)) throw noSuchId('one_time_tokens', params.id);
      return { body: tenant.oneTimeTokens.setStatus(params.id, body.status) };
    },
  );

  router.route('DELETE', '/one-time-tokens/:id', {}, ({ params }) => {
    if (!oneTimeTokens.delete(params.id)) throw notFound();
    return noContent;
  });
};

const compact = (value: v.InferOutput<typeof context>): OneTimeToken['context'] => ({
  ...(value.jitOrganizationIds && { jitOrganizationIds: value.jitOrganizationIds }),
  ...(value.interactionEvent && { interactionEvent: value.interactionEvent }),
});
