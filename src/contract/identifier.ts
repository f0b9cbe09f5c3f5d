import * as v from 'valibot';

/**
 * Ids of organizations, people, roles, invitations and applications: what Logto generates and what fits its
 * columns. Checked before an id becomes part of any path, so that an id can never lead anywhere else.
 */
export const identifier = v.pipe(v.string(), v.regex(/^[a-z0-9_-]{1,21}$/, 'an id'));
