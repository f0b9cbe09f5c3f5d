import { useLogto } from '@logto/react';
import type { GetToken } from 'orgkit';
import { useEffect, useMemo, useState } from 'react';
import { resource } from './logto';

/** How `<OrgProvider>` gets tokens out of `@logto/react`; undefined until it is known whether somebody is signed in. */
export function useGetToken(): GetToken | undefined {
  const { isAuthenticated, isLoading, getAccessToken, getOrganizationToken, clearAccessToken } = useLogto();

  // Later on `isLoading` only tells of token calls.
  const [isKnown, setIsKnown] = useState(false);
  useEffect(() => {
    if (!isLoading) setIsKnown(true);
  }, [isLoading]);

  // Another function is another person to the provider: it begins anew.
  return useMemo<GetToken | undefined>(() => {
    if (!isKnown) return undefined;
    if (!isAuthenticated) return async () => null;
    return async ({ organizationId, refresh }) => {
      if (refresh) await clearAccessToken();
      // Where the hooks fail they answer `undefined`, which the provider takes for a failure, and keep their `error`.
      return organizationId ? getOrganizationToken(organizationId) : getAccessToken(resource);
    };
  }, [isKnown, isAuthenticated, getAccessToken, getOrganizationToken, clearAccessToken]);
}
