import { isGranted } from '../../controllers/is-granted.js';
import type { OrgContextValue } from '../../store/org-context.js';
import type { OrgStore } from '../../store/org-store.js';
import { me } from '../../store/queries/me.js';
import { readQuery } from '../../store/read-query.js';
import type { OrgProvider } from './org-provider.js';
import { forgetUngranted } from './ungranted.js';

export interface CanOptions {
  /** One of all that is named is enough; by default all are needed. */
  readonly any?: boolean;
  /** Names of roles that are needed beside the permissions. */
  readonly roles?: readonly string[];
}

/** What `provider.can()` does. In a module of its own: most pages never ask. */
export async function can(
  provider: OrgProvider,
  context: () => OrgContextValue,
  permissions: string | readonly string[],
  { any = false, roles = [] }: CanOptions = {},
): Promise<boolean> {
  if (provider.state === 'loading') await nextState(provider);
  const { store, organizationId } = context();
  if (!store || organizationId === null) return false;
  try {
    const wanted = { permissions: [permissions].flat(), roles, any };
    return isGranted(await readQuery(store, me(organizationId)), wanted);
  } catch {
    // The store has told why, as `org-error`.
    return false;
  }
}

/** What `provider.requestConsent()` does. */
export async function requestConsent(
  provider: OrgProvider,
  name: string,
  store: OrgStore | undefined,
  permissions?: readonly string[],
): Promise<void> {
  const { organizationId } = provider;
  const missing =
    permissions ?? (store && organizationId ? (await readQuery(store, me(organizationId))).drift.gained : []);
  // A token after it may have what none had before it.
  forgetUngranted(name);
  await provider.signIn({
    prompt: 'consent',
    permissions: missing,
    ...(organizationId !== null && { extraParams: { organization_id: organizationId } }),
  });
}

const nextState = (provider: OrgProvider): Promise<unknown> =>
  new Promise((resolve) => provider.addEventListener('org-state-change', resolve, { once: true }));
