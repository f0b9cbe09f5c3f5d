// Express: it cuts off the path of the mount, and the handler is told so. Mount it before any body parser.
import express from 'express';
import { createOrgHandler } from 'orgkit/server';
import { toNodeHandler } from 'orgkit/server/node';

const handler = createOrgHandler({
  logto: {
    endpoint: process.env.LOGTO_ENDPOINT,
    resource: process.env.LOGTO_RESOURCE,
    m2m: { id: process.env.LOGTO_M2M_ID, secret: process.env.LOGTO_M2M_SECRET },
  },
  clientIds: [process.env.LOGTO_APP_ID],
  basePath: '/',
});

const app = express();
app.use('/orgkit', toNodeHandler(handler));
app.get('/', (_request, response) => response.send('The rest of the application'));

const server = app.listen(process.env.PORT ?? 3000, '127.0.0.1', () => {
  console.log(`http://127.0.0.1:${server.address().port}/orgkit`);
});
