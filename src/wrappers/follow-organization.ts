/** What is known of the provider before its class is loaded. */
interface Provider extends HTMLElement {
  readonly state?: string;
  readonly organizationId?: string | null;
}

/**
 * Tells the current organization of a provider as soon as it is settled: for a two-way binding. To be called from
 * listeners of `org-change` and `org-state-change`.
 */
export function followOrganization(provider: Provider, tell: (organizationId: string | null) => void): void {
  // The provider obeys after all listeners, unless one of them prevents it.
  setTimeout(() => {
    if (provider.state === 'ready') tell(provider.organizationId ?? null);
  });
}
