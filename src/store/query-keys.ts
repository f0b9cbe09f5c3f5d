/** What queries are filed under. A change invalidates by the beginning of a key. */
export type Key = readonly unknown[];

export const organizationsKey: Key = ['organizations'];
export const receivedInvitationsKey: Key = ['invitations'];
export const accountKey: Key = ['account'];
export const directoryKey: Key = ['directory'];

/** Everything of one organization, or one part of it. */
export const organizationKey = (organizationId: string, ...part: Key): Key => [
  'organization',
  organizationId,
  ...part,
];
