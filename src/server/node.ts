import type { IncomingMessage, ServerResponse } from 'node:http';
import { getRequestListener } from '@hono/node-server';

export { nodeFetch } from './node-fetch.js';

/**
 * Makes the handler fit for Node's `http.createServer`, Express and Connect:
 * `createServer(toNodeHandler(createOrgHandler(options)))`. Besides `nodeFetch` the only code that knows Node.
 */
export const toNodeHandler = (
  handler: (request: Request) => Promise<Response>,
): ((incoming: IncomingMessage, outgoing: ServerResponse) => Promise<void>) => {
  // The host's own Request and Response stay as they are.
  const listener = getRequestListener(handler, { overrideGlobalObjects: false });
  return (incoming, outgoing) => listener(incoming, outgoing);
};
