import type { Route } from '../route.js';
import { accountRoutes } from './account.js';
import { botRoutes } from './bots.js';
import { directoryRoutes } from './directory.js';
import { meRoutes } from './me.js';
import { memberRoutes } from './members.js';
import { singleOrganizationRoutes } from './organization.js';
import { organizationRoutes } from './organizations.js';
import { receivedInvitationRoutes } from './received-invitations.js';
import { roleRoutes } from './roles.js';
import { sentInvitationRoutes } from './sent-invitations.js';
import { serviceRoutes } from './service.js';

/** Every route of the backend. */
export const routes: readonly Route[] = [
  ...serviceRoutes,
  ...organizationRoutes,
  ...singleOrganizationRoutes,
  ...meRoutes,
  ...memberRoutes,
  ...roleRoutes,
  ...sentInvitationRoutes,
  ...accountRoutes,
  ...receivedInvitationRoutes,
  ...botRoutes,
  ...directoryRoutes,
];
