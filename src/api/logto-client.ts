/** The part of `LogtoClient` of `@logto/browser` that the kit uses. Wrappers of other SDKs fit as well. */
export interface LogtoClientLike {
  getAccessToken(resource?: string, organizationId?: string): Promise<string | undefined>;
  getOrganizationToken(organizationId: string): Promise<string | undefined>;
  /** A function in `@logto/browser`, a plain value in the hooks of some SDKs; absent means signed in. */
  readonly isAuthenticated?: boolean | (() => boolean | Promise<boolean>);
  getRefreshToken?(): Promise<string | null | undefined>;
  getIdTokenClaims?(): Promise<{ readonly sub: string } | undefined>;
  /** Drops every access token, not one: `@logto/browser` knows no other way. */
  clearAccessToken?(): Promise<void>;
  clearAllTokens?(): Promise<void>;
  signIn?(options: SignInOptions): Promise<void>;
  signOut?(postLogoutRedirectUri?: string): Promise<void>;
}

/** What `signIn` of `@logto/browser` takes, all of it optional here. */
export interface SignInOptions {
  redirectUri?: string;
  postRedirectUri?: string;
  prompt?: 'consent' | 'login' | 'none';
  firstScreen?: string;
  loginHint?: string;
  directSignIn?: { method: string; target: string };
  /** Such as `organization_id` for the branding of the sign-in page, `one_time_token`, `ui_locales`. */
  extraParams?: Record<string, string>;
  clearTokens?: boolean;
}
