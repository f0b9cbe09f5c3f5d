import { once } from 'node:events';
import { createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import {
  createSandbox,
  MANAGEMENT_RESOURCE,
  SANDBOX_M2M,
  type Sandbox,
  type SandboxOptions,
} from '../../src/sandbox/index.js';
import { stop, urlOf, type Listening } from './listen.js';

export interface Upstream extends Listening {
  readonly sandbox: Sandbox;
  /** Opens the Management API. */
  readonly managementToken: string;
}

export type Handle = (request: Request) => Promise<Response>;

/**
 * The sandbox on a port of its own; without its OpenID provider, which nobody signs in to here.
 *
 * @param around put around what the sandbox answers, to count it or to hold it back
 */
export const startUpstream = async (
  options: Omit<SandboxOptions, 'endpoint'>,
  around: (handle: Handle) => Handle = (handle) => handle,
): Promise<Upstream> => {
  const server = createServer();
  // As long a queue as `orgkit serve` has, which comes with hundreds of connections at once.
  server.listen({ port: 0, host: '127.0.0.1', backlog: 4_096 });
  await once(server, 'listening');
  // The address is part of every token, so the port has to be known first.
  const url = urlOf(server);
  const sandbox = await createSandbox({ ...options, endpoint: url });
  const listener = getRequestListener(around((request) => sandbox.fetch(request)));
  server.on('request', (incoming, outgoing) => void listener(incoming, outgoing));
  const managementToken = await sandbox.authority.issue({
    subject: SANDBOX_M2M.id,
    clientId: SANDBOX_M2M.id,
    audience: MANAGEMENT_RESOURCE,
    scopes: ['all'],
  });
  return { url, sandbox, managementToken, close: () => stop(server) };
};
