import { InjectionToken } from '@angular/core';
import LogtoClient, { UserScope } from '@logto/browser';

/** The backend's API resource. */
export const resource = 'https://api.orgkit.test';

/** What Logto never gives unless it was asked for at sign-in. */
const permissions = ['read:member', 'invite:member', 'manage:member', 'delete:member'];

export const LOGTO_CLIENT = new InjectionToken<LogtoClient>('Logto', {
  providedIn: 'root',
  factory: () =>
    new LogtoClient({
      endpoint: 'http://127.0.0.1:3301',
      appId: 'sandbox-spa',
      resources: [resource],
      scopes: [UserScope.Organizations, UserScope.OrganizationRoles, ...permissions],
    }),
});
