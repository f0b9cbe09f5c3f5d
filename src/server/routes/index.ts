import type { Route } from '../route.js';
import { meRoutes } from './me.js';
import { memberRoutes } from './members.js';
import { organizationRoutes } from './organizations.js';
import { receivedInvitationRoutes } from './received-invitations.js';
import { roleRoutes } from './roles.js';
import { sentInvitationRoutes } from './sent-invitations.js';
import { serviceRoutes } from './service.js';

/** Every route of the backend. */
export const routes: readonly Route[] = [
  ...serviceRoutes,
  ...organizationRoutes,
  ...meRoutes,
  ...memberRoutes,
  ...roleRoutes,
  ...sentInvitationRoutes,
  ...receivedInvitationRoutes,
];
