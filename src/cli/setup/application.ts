import { UsageError } from '../options.js';
import type { SetupSettings } from './settings.js';
import type { TenantApplication } from './tenant.js';

/** What an application lacks, and its metadata with that added: Logto replaces metadata as a whole. */
export interface ApplicationChange {
  /** One line each. Empty: nothing is missing. */
  readonly additions: readonly string[];
  readonly metadata: Pick<TenantApplication, 'oidcClientMetadata' | 'customClientMetadata'>;
}

/** @throws UsageError when there is no such application, or it is no single-page application */
export const requirePageApplication = (application: TenantApplication | undefined): TenantApplication => {
  if (!application) throw new UsageError('--app-id or LOGTO_APP_ID: this tenant has no such application');
  if (application.type === 'SPA') return application;
  throw new UsageError(
    `--app-id or LOGTO_APP_ID: expected a single-page application (SPA), got one of type ${application.type}`,
  );
};

/** Adds addresses, and turns on refresh tokens and their rotation. What is there stays. */
export const applicationChange = (
  { oidcClientMetadata: oidc, customClientMetadata: custom }: TenantApplication,
  { redirectUris, signOutUris, origins }: SetupSettings,
): ApplicationChange => {
  const redirect = missing(redirectUris, oidc.redirectUris);
  const signOut = missing(signOutUris, oidc.postLogoutRedirectUris);
  const cors = missing(origins, custom.corsAllowedOrigins ?? []);
  return {
    additions: [
      ...redirect.map((uri) => `redirect URI ${uri}`),
      ...signOut.map((uri) => `post sign-out redirect URI ${uri}`),
      ...cors.map((origin) => `CORS allowed origin ${origin}`),
      ...(custom.alwaysIssueRefreshToken ? [] : ['refresh tokens are always issued']),
      ...(custom.rotateRefreshToken ? [] : ['refresh tokens rotate']),
    ],
    metadata: {
      oidcClientMetadata: {
        ...oidc,
        redirectUris: [...oidc.redirectUris, ...redirect],
        postLogoutRedirectUris: [...oidc.postLogoutRedirectUris, ...signOut],
      },
      customClientMetadata: {
        ...custom,
        ...(cors.length > 0 && { corsAllowedOrigins: [...(custom.corsAllowedOrigins ?? []), ...cors] }),
        alwaysIssueRefreshToken: true,
        rotateRefreshToken: true,
      },
    },
  };
};

const missing = (wanted: readonly string[], present: readonly string[]): string[] =>
  wanted.filter((value) => !present.includes(value));
