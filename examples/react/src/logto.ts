import { UserScope, type LogtoConfig } from '@logto/react';

/** The backend's API resource. */
export const resource = 'https://api.orgkit.test';

/** What Logto never gives unless it was asked for at sign-in. */
const permissions = ['read:member', 'invite:member', 'manage:member', 'delete:member'];

export const logto: LogtoConfig = {
  endpoint: 'http://127.0.0.1:3301',
  appId: 'sandbox-spa',
  resources: [resource],
  scopes: [UserScope.Organizations, UserScope.OrganizationRoles, ...permissions],
};
