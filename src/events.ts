import type { DirectoryEntry } from './contract/admin.js';
import type { Bot } from './contract/bot.js';
import type { InviteInput, InviteResult, ReceivedInvitation, SentInvitation } from './contract/invitation.js';
import type { Member } from './contract/member.js';
import type {
  OrganizationInput,
  OrganizationProfile,
  OrganizationSummary,
  OrganizationUpdate,
} from './contract/organization.js';
import type { OrgError } from './org-error.js';

/** The states of a provider, told by `data-state` and `org-state-change`. */
export type OrgState = 'signed-out' | 'loading' | 'ready' | 'error';

export interface OrgStateChangeDetail {
  readonly state: OrgState;
}

export interface OrgChangeDetail {
  /** The organization to become current; `null` is the personal row: none. */
  readonly organizationId: string | null;
  readonly previousOrganizationId: string | null;
}

/** What is about to happen to `value`. `preventDefault()` on the event stops it. */
export interface OrgBeforeDetail<Value> {
  readonly value: Value;
  /** Delays it until the promise has settled; a promise that rejects, or resolves to `false`, stops it. */
  waitUntil(promise: Promise<unknown>): void;
}

/** Names of permissions and roles that somebody has in an organization. */
export interface OrgHoldings {
  readonly permissions: readonly string[];
  readonly roles: readonly string[];
}

/**
 * What the person has in an organization is not what it was. Tokens from before are dropped, and elements have asked
 * again. In one that the person has just come to all of it is `gained`; in one that is gone for them all is `lost`.
 */
export interface OrgPermissionsChangeDetail {
  readonly organizationId: string;
  readonly gained: OrgHoldings;
  readonly lost: OrgHoldings;
  /**
   * Permissions that the person holds and that a new token lacks all the same: they were never asked for at sign-in.
   * Told at each load, and tried with a new token once in a tab. Empty when there are none.
   * `provider.requestConsent()` asks for them, and comes back to this page.
   */
  readonly consentRequired: readonly string[];
}

type Prompt = 'consent' | 'login' | 'none';

type FirstScreen =
  'sign_in' | 'register' | 'reset_password' | 'identifier:sign_in' | 'identifier:register' | 'single_sign_on';

/** What `signIn` of `@logto/browser` takes, all of it optional here. */
export interface SignInOptions {
  redirectUri?: string;
  /** Where the person goes on after the sign-in; by default where it began. */
  postRedirectUri?: string;
  /** `['login', 'consent']` asks for an account also where one is signed in. */
  prompt?: Prompt | Prompt[];
  /** Permissions to ask for beside those of the provider. A page's own client asks for what it was made with. */
  permissions?: readonly string[];
  firstScreen?: FirstScreen;
  loginHint?: string;
  directSignIn?: { method: 'social' | 'sso'; target: string };
  /** Such as `organization_id` for the branding of the sign-in page, `one_time_token`, `ui_locales`. */
  extraParams?: Record<string, string>;
  clearTokens?: boolean;
}

/** The members that are shown now, and by which choice: what a page keeps in its address. */
export interface OrgMembersShowDetail {
  readonly members: readonly Member[];
  /** How many match on all pages. */
  readonly total: number;
  readonly search: string;
  readonly roleFilter: string;
  readonly page: number;
  readonly pageSize: number;
}

/** The organizations that a directory shows now, and by which choice: what a page keeps in its address. */
export interface OrgDirectoryShowDetail {
  readonly organizations: readonly DirectoryEntry[];
  /** How many match on all pages. */
  readonly total: number;
  readonly search: string;
  readonly page: number;
  readonly pageSize: number;
}

/** Roles, by id, that these members get or lose. */
export interface OrgMemberRolesChange {
  readonly members: readonly Member[];
  readonly add: readonly string[];
  readonly remove: readonly string[];
}

/** Invitations that something was done to, as they were before. */
export interface OrgInvitationsDetail {
  readonly invitations: readonly SentInvitation[];
}

/** How a sending ended. */
export interface OrgInvitationSendDetail {
  readonly organizationId: string;
  /** One for each address that the backend has judged. */
  readonly items: InviteResult['items'];
}

/** What is about to be saved of a profile. */
export interface OrgOrganizationUpdate {
  /** As it was. */
  readonly organization: OrganizationProfile;
  /** Only the fields that change. */
  readonly update: OrganizationUpdate;
}

/** Every event of the kit with its `detail`. All bubble and are composed. */
export interface OrgEventMap {
  'org-change': OrgChangeDetail;
  'org-state-change': OrgStateChangeDetail;
  'org-permissions-change': OrgPermissionsChangeDetail;
  'org-error': OrgError;
  'org-sign-in-request': SignInOptions;
  'org-sign-out-request': null;
  'org-create-request': null;
  'org-open-request': { readonly organizationId: string };
  'org-before-organization-create': OrgBeforeDetail<OrganizationInput>;
  'org-organization-create': OrganizationSummary;
  'org-before-organization-update': OrgBeforeDetail<OrgOrganizationUpdate>;
  'org-organization-update': OrganizationProfile;
  'org-before-organization-delete': OrgBeforeDetail<OrganizationProfile>;
  'org-organization-delete': OrganizationProfile;
  'org-manage-request': { readonly organizationId: string };
  'org-directory-show': OrgDirectoryShowDetail;
  'org-tab-show': { readonly tab: string };
  'org-members-show': OrgMembersShowDetail;
  'org-before-member-roles-change': OrgBeforeDetail<OrgMemberRolesChange>;
  'org-member-roles-change': OrgMemberRolesChange;
  'org-before-member-remove': OrgBeforeDetail<readonly Member[]>;
  'org-member-remove': { readonly members: readonly Member[] };
  'org-before-organization-leave': OrgBeforeDetail<{ readonly organizationId: string }>;
  'org-organization-leave': { readonly organizationId: string };
  'org-before-invitation-send': OrgBeforeDetail<InviteInput>;
  'org-invitation-send': OrgInvitationSendDetail;
  'org-before-invitation-resend': OrgBeforeDetail<readonly SentInvitation[]>;
  'org-invitation-resend': OrgInvitationsDetail;
  'org-before-invitation-renew': OrgBeforeDetail<readonly SentInvitation[]>;
  'org-invitation-renew': OrgInvitationsDetail;
  'org-before-invitation-revoke': OrgBeforeDetail<readonly SentInvitation[]>;
  'org-invitation-revoke': OrgInvitationsDetail;
  'org-before-invitation-remove': OrgBeforeDetail<readonly SentInvitation[]>;
  'org-invitation-remove': OrgInvitationsDetail;
  'org-before-invitation-accept': OrgBeforeDetail<ReceivedInvitation>;
  'org-before-bot-add': OrgBeforeDetail<{
    readonly applicationId: string;
    readonly roleIds: readonly string[];
  }>;
  'org-bot-add': Bot;
  'org-before-bot-roles-change': OrgBeforeDetail<{ readonly bot: Bot; readonly roleIds: readonly string[] }>;
  'org-bot-roles-change': Bot;
  'org-before-bot-remove': OrgBeforeDetail<Bot>;
  'org-bot-remove': Bot;
  'org-before-invitation-decline': OrgBeforeDetail<ReceivedInvitation>;
  'org-invitation-accept': { readonly invitationId: string; readonly organizationId: string };
  'org-invitation-decline': { readonly invitationId: string; readonly organizationId: string };
  'org-invitation-request': { readonly invitationId: string; readonly organizationId: string };
}

/** Every event of the kit, as a listener gets it. */
type OrgCustomEventMap = { [Name in keyof OrgEventMap]: CustomEvent<OrgEventMap[Name]> };

declare global {
  // They bubble and are composed: any element, the document and the window may hear them.
  interface GlobalEventHandlersEventMap extends OrgCustomEventMap {}
}

/** The events that ask before something happens: cancelable, and a listener may delay it. */
export type OrgBeforeEventName = Extract<keyof OrgEventMap, `org-before-${string}`>;

/** Emits an event of the kit. Returns false when it was cancelable and somebody called `preventDefault()`. */
export function emit<Name extends keyof OrgEventMap>(
  target: EventTarget,
  name: Name,
  detail: OrgEventMap[Name],
  { cancelable = false }: { cancelable?: boolean } = {},
): boolean {
  return target.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true, cancelable }));
}
