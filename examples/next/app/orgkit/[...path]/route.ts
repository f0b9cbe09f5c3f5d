import { createOrgHandler } from 'orgkit/server';
import { logto } from '../../../logto';

const handler = createOrgHandler({
  logto: {
    endpoint: logto.endpoint,
    resource: logto.resource,
    m2m: {
      id: process.env.LOGTO_M2M_ID ?? 'sandbox-m2m',
      secret: process.env.LOGTO_M2M_SECRET ?? 'sandbox-m2m-secret',
    },
  },
  clientIds: [logto.appId],
  basePath: '/orgkit',
  invitations: { link: 'http://localhost:3300/join?invitation={id}' },
});

export {
  handler as DELETE,
  handler as GET,
  handler as OPTIONS,
  handler as PATCH,
  handler as POST,
  handler as PUT,
};
