// Next: app/orgkit/[...path]/route.js. The handler is a route handler as it is.
import { createOrgHandler } from 'orgkit/server';

const handler = createOrgHandler({
  logto: {
    endpoint: process.env.LOGTO_ENDPOINT,
    resource: process.env.LOGTO_RESOURCE,
    m2m: { id: process.env.LOGTO_M2M_ID, secret: process.env.LOGTO_M2M_SECRET },
  },
  clientIds: [process.env.LOGTO_APP_ID],
});

export {
  handler as DELETE,
  handler as GET,
  handler as OPTIONS,
  handler as PATCH,
  handler as POST,
  handler as PUT,
};
