// Workers run in many places at once: limits and the lock of each organization are Durable Objects.
import { createOrgHandler } from 'orgkit/server';
import { OrgkitState, shareByDurableObjects } from 'orgkit/server/durable-objects';

export { OrgkitState };

let handler;

export default {
  fetch(request, env) {
    handler ??= createOrgHandler({
      logto: {
        endpoint: env.LOGTO_ENDPOINT,
        resource: env.LOGTO_RESOURCE,
        m2m: { id: env.LOGTO_M2M_ID, secret: env.LOGTO_M2M_SECRET },
      },
      clientIds: [env.LOGTO_APP_ID],
      invitations: { link: env.INVITATION_LINK },
      limits: { invitationsPerOrganization: { limit: 5, seconds: 3600 } },
      // A binding of the class OrgkitState.
      ...shareByDurableObjects(env.ORGKIT_STATE),
    });
    return handler(request);
  },
};
