import * as v from 'valibot';

/** `GET /account`: who I am, live from Logto, whatever the ID token still says. */
export const account = v.object({
  id: v.string(),
  name: v.nullable(v.string()),
  username: v.nullable(v.string()),
  /** https only. */
  avatar: v.nullable(v.string()),
  /** The primary address: the one that invitations have to be for. */
  email: v.nullable(v.string()),
  /** A second factor is set up: organizations that require one let me in. */
  hasMfa: v.boolean(),
});
export type Account = v.InferOutput<typeof account>;
