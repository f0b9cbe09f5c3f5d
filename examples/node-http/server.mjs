// Node alone.
import { createServer } from 'node:http';
import { createOrgHandler } from 'orgkit/server';
import { nodeFetch, toNodeHandler } from 'orgkit/server/node';

const handler = createOrgHandler({
  logto: {
    endpoint: process.env.LOGTO_ENDPOINT,
    resource: process.env.LOGTO_RESOURCE,
    m2m: { id: process.env.LOGTO_M2M_ID, secret: process.env.LOGTO_M2M_SECRET },
  },
  clientIds: [process.env.LOGTO_APP_ID],
  fetch: nodeFetch,
});

const server = createServer(toNodeHandler(handler));
server.listen(process.env.PORT ?? 3000, '127.0.0.1', () => {
  console.log(`http://127.0.0.1:${server.address().port}/orgkit`);
});
