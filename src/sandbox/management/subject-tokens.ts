import * as v from 'valibot';
import { SUBJECT_TOKEN_LIFETIME_SECONDS } from '../subject-tokens.js';
import { id, jsonObject } from './guard.js';
import { notFound, orThrow } from './not-found.js';
import type { ManagementRouter } from './router.js';

const create = v.object({ userId: id, context: v.optional(jsonObject) });

/** `/subject-tokens`: the first half of acting in somebody's name; the second is the token exchange. */
export const subjectTokenRoutes = (router: ManagementRouter): void => {
  const { tenant } = router;
  router.route('POST', '/subject-tokens', { body: create }, ({ body }) => {
    const user = orThrow(tenant.accounts.get(body.userId), notFound);
    return {
      status: 201,
      body: {
        subjectToken: tenant.subjectTokens.create(user.id),
        expiresIn: SUBJECT_TOKEN_LIFETIME_SECONDS,
      },
    };
  });
};
