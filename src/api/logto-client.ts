import type { SignInOptions } from '../events.js';

/** The part of `LogtoClient` of `@logto/browser` that the kit uses. Wrappers of other SDKs fit as well. */
export interface LogtoClientLike {
  /** Clients of one application share its tokens, and so one queue. */
  readonly logtoConfig?: { readonly appId: string };
  getAccessToken(resource?: string, organizationId?: string): Promise<string | undefined>;
  getOrganizationToken(organizationId: string): Promise<string | undefined>;
  /** A function in `@logto/browser`, a plain value in the hooks of some SDKs; absent means signed in. */
  readonly isAuthenticated?: boolean | (() => boolean | Promise<boolean>);
  getRefreshToken?(): Promise<string | null | undefined>;
  /** Roles are `organization:role`, where the tenant and the scopes put them into ID tokens. */
  getIdTokenClaims?(): Promise<
    { readonly sub: string; readonly organization_roles?: readonly string[] } | undefined
  >;
  /** Drops every access token, not one: `@logto/browser` knows no other way. */
  clearAccessToken?(): Promise<void>;
  clearAllTokens?(): Promise<void>;
  /** Called with `SignInOptions`; typed so that every version's own options fit. */
  signIn?(...options: never[]): Promise<void>;
  signOut?(postLogoutRedirectUri?: string): Promise<void>;
}

/** Calls the client's `signIn`; does nothing for a client without one. */
export async function startSignIn(client: LogtoClientLike, options: SignInOptions): Promise<void> {
  await (client.signIn as ((options: SignInOptions) => Promise<void>) | undefined)?.call(client, options);
}
