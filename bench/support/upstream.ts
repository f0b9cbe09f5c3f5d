import { once } from 'node:events';
import { createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import {
  createSandbox,
  MANAGEMENT_RESOURCE,
  SANDBOX_M2M,
  type Sandbox,
  type Seed,
} from '../../src/sandbox/index.js';
import { stop, urlOf, type Listening } from './listen.js';

export interface Upstream extends Listening {
  readonly sandbox: Sandbox;
  /** Opens the Management API. */
  readonly managementToken: string;
}

/** The sandbox on a port of its own; without its OpenID provider, which nobody signs in to here. */
export const startUpstream = async (seed: Seed): Promise<Upstream> => {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  // The address is part of every token, so the port has to be known first.
  const url = urlOf(server);
  const sandbox = await createSandbox({ endpoint: url, seed });
  const listener = getRequestListener((request) => sandbox.fetch(request));
  server.on('request', (incoming, outgoing) => void listener(incoming, outgoing));
  const managementToken = await sandbox.authority.issue({
    subject: SANDBOX_M2M.id,
    clientId: SANDBOX_M2M.id,
    audience: MANAGEMENT_RESOURCE,
    scopes: ['all'],
  });
  return { url, sandbox, managementToken, close: () => stop(server) };
};
