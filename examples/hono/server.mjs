// Hono, here on Node; the route is the same on every runtime.
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { createOrgHandler } from 'orgkit/server';

const handler = createOrgHandler({
  logto: {
    endpoint: process.env.LOGTO_ENDPOINT,
    resource: process.env.LOGTO_RESOURCE,
    m2m: { id: process.env.LOGTO_M2M_ID, secret: process.env.LOGTO_M2M_SECRET },
  },
  clientIds: [process.env.LOGTO_APP_ID],
});

const app = new Hono();
app.all('/orgkit/*', (context) => handler(context.req.raw));

serve({ fetch: app.fetch, port: Number(process.env.PORT ?? 3000), hostname: '127.0.0.1' }, ({ port }) => {
  console.log(`http://127.0.0.1:${port}/orgkit`);
});
