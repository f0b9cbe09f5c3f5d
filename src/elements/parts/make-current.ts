import type { OrgContextValue } from '../../store/org-context.js';
import { emit } from '../../events.js';

/** Makes an organization the current one. False when the page does not want it. */
export function makeCurrent(
  host: HTMLElement,
  context: OrgContextValue | undefined,
  organizationId: string,
): boolean {
  const previousOrganizationId = context?.organizationId ?? null;
  if (organizationId === previousOrganizationId) return true;
  return emit(host, 'org-change', { organizationId, previousOrganizationId }, { cancelable: true });
}
