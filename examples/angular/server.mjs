// All that stands behind the page: the backend of the organizations, and a sandbox in place of Logto.
import express from 'express';
import { startSandbox } from 'orgkit/sandbox/node';
import { createOrgHandler } from 'orgkit/server';
import { toNodeHandler } from 'orgkit/server/node';

const { info } = await startSandbox({ port: 3301, seed: 'demo' });

const organizations = createOrgHandler({
  logto: { endpoint: info.endpoint, resource: info.resource, m2m: info.m2m },
  clientIds: [info.spa.id],
  basePath: '/',
  invitations: { link: 'http://localhost:3300/join?invitation={id}' },
});

const app = express();
app.use('/orgkit', toNodeHandler(organizations));
app.use(express.static('dist'));
// The paths of pages are the router's.
app.use((_request, response) => response.sendFile('index.html', { root: 'dist' }));

app.listen(3300, 'localhost', () => {
  console.log(`The application: http://localhost:3300
Its mails:       ${info.mailbox}
Sign in as ${info.accounts.map(({ email }) => email).join(', ')}`);
});
