import { useLogto } from '@logto/vue';
import type { OrgProvider } from 'orgkit';
import { watch } from 'vue';
import { resource } from './logto';

/** How `<org-provider>` gets tokens out of `@logto/vue`. */
export function useGetToken(): OrgProvider['getToken'] {
  const { isAuthenticated, isLoading, error, getAccessToken, getOrganizationToken, clearAccessToken } =
    useLogto();

  // At first the plugin does not know whether somebody is signed in. Later `isLoading` only tells of token calls.
  const isKnown = new Promise<void>((resolve) => {
    watch(isLoading, (loads) => void (loads || resolve()), { immediate: true });
  });

  return async ({ organizationId, refresh }) => {
    await isKnown;
    if (!isAuthenticated.value) return null;
    if (refresh) await clearAccessToken();
    const token = organizationId
      ? await getOrganizationToken(organizationId)
      : await getAccessToken(resource);
    // The plugin answers `undefined` in place of throwing. Its error tells the kit whether the session has ended.
    if (token === undefined) throw error.value;
    return token;
  };
}
