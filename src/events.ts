import type { OrgError } from './org-error.js';

/** The states of a provider, told by `data-state` and `org-state-change`. */
export type OrgState = 'signed-out' | 'loading' | 'ready' | 'error';

export interface OrgChangeDetail {
  /** The organization to become current; `null` is the personal row: none. */
  readonly organizationId: string | null;
  readonly previousOrganizationId: string | null;
}

/** Every event of the kit with its `detail`. All bubble and are composed. */
export interface OrgEventMap {
  'org-change': OrgChangeDetail;
  'org-state-change': { readonly state: OrgState };
  'org-error': OrgError;
  /** Somebody asked for the page's way to create an organization. */
  'org-create-request': null;
  /** Somebody asked for the page's way to manage an organization. */
  'org-manage-request': { readonly organizationId: string };
  'org-invitation-accept': { readonly invitationId: string; readonly organizationId: string };
}

/** Emits an event of the kit. Returns false when it was cancelable and somebody called `preventDefault()`. */
export function emit<Name extends keyof OrgEventMap>(
  target: EventTarget,
  name: Name,
  detail: OrgEventMap[Name],
  { cancelable = false }: { cancelable?: boolean } = {},
): boolean {
  return target.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true, cancelable }));
}
