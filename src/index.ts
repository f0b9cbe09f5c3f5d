/** The kit's classes and types. Importing this registers nothing: `orgkit/define` and `orgkit/define/<tag>` do. */
// The tags have their classes by name, as in `document.querySelector('org-provider')`, for whoever imports this.
export type {} from './define/all.js';
export { OrgMembers } from './elements/org-members/org-members.js';
export { OrgInvitations } from './elements/org-invitations/org-invitations.js';
export { OrgInvite } from './elements/org-invite/org-invite.js';
export { OrgInvitation } from './elements/org-invitation/org-invitation.js';
export { OrgList } from './elements/org-list/org-list.js';
export { OrgCreate } from './elements/org-create/org-create.js';
export { OrgDirectory } from './elements/org-directory/org-directory.js';
export { OrgGate } from './elements/org-gate/org-gate.js';
export { OrgManager } from './elements/org-manager/org-manager.js';
export { OrgProfile } from './elements/org-profile/org-profile.js';
export { OrgMe } from './elements/org-me/org-me.js';
export { OrgProvider } from './elements/org-provider/org-provider.js';
export { OrgBots } from './elements/org-bots/org-bots.js';
export { OrgRoles } from './elements/org-roles/org-roles.js';
export { OrgSwitcher } from './elements/org-switcher/org-switcher.js';
export { OrgError, type ClientErrorCode, type OrgErrorCode } from './org-error.js';
export type {
  OrgBeforeDetail,
  OrgBeforeEventName,
  OrgChangeDetail,
  OrgDirectoryShowDetail,
  OrgEventMap,
  OrgHoldings,
  OrgInvitationSendDetail,
  OrgInvitationsDetail,
  OrgMemberRolesChange,
  OrgMembersShowDetail,
  OrgOrganizationUpdate,
  OrgPermissionsChangeDetail,
  OrgState,
  OrgStateChangeDetail,
  SignInOptions,
} from './events.js';
export type { CustomData, CustomField } from './elements/parts/custom-fields.js';
export type { UploadLogo } from './elements/parts/logo-field.js';
export type { LogtoClientLike } from './api/logto-client.js';
export type { GetToken, OrganizationTokens, TokenRequest } from './api/token-source.js';
export type { DirectoryEntry } from './contract/admin.js';
export type { Bot } from './contract/bot.js';
export type { ErrorCode } from './contract/errors.js';
export type { InviteInput, InviteResult, ReceivedInvitation, SentInvitation } from './contract/invitation.js';
export type {
  OrganizationInput,
  OrganizationProfile,
  OrganizationSummary,
  OrganizationUpdate,
} from './contract/organization.js';
export type {
  CommonWords,
  Term,
  TermName,
  Translation,
  WordSection,
  WordSections,
} from './locales/translation.js';
export type { Member } from './contract/member.js';
