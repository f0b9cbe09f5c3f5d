// For this example only: a sandbox in place of Logto, and Next beside it.
import { createServer } from 'node:http';
import next from 'next';
import { startSandbox } from 'orgkit/sandbox/node';

const { info } = await startSandbox({ port: 3301, seed: 'demo' });

const app = next({ dev: process.argv.includes('--dev'), hostname: 'localhost', port: 3300 });
await app.prepare();

createServer(app.getRequestHandler()).listen(3300, 'localhost', () => {
  console.log(`The application: http://localhost:3300
Its mails:       ${info.mailbox}
Sign in as ${info.accounts.map(({ email }) => email).join(', ')}`);
});
