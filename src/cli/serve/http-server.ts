import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { logLine } from './json-log.js';

/** Longer than balancers keep a connection (most: 60 s), so that they close it and none is closed under a request. */
const KEEP_ALIVE_MS = 65_000;
/** For a whole request to arrive: the largest body is small. */
const REQUEST_MS = 30_000;
/**
 * Connections that may wait to be accepted: as many as Linux lets wait. Of Node's 511 the rest is lost when a thousand come
 * at once, as after a restart, and tries again only seconds later.
 */
const BACKLOG = 4_096;
/** Browsers and balancers open connections in advance. So long a request may still be on its way on one when it stops. */
const UNUSED_MS = 1_000;

/** Answers a request. `isStopping` says that it came after the server was told to stop. */
export type Listener = (
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  isStopping: boolean,
) => Promise<void>;

export interface HttpServer {
  readonly url: string;
  /**
   * Accepts no more connections, and closes each when its request is answered.
   *
   * @returns how many requests were cut off after `seconds`
   */
  stop(seconds: number): Promise<number>;
}

/** Listens; port 0 is a free one. @throws what listening throws, such as `EADDRINUSE` */
export const startHttpServer = async (
  host: string,
  port: number,
  listener: Listener,
): Promise<HttpServer> => {
  const inFlight = new Set<ServerResponse>();
  const connections = new Set<Socket>();
  let stopping = false;
  const server = createServer(
    { keepAliveTimeout: KEEP_ALIVE_MS, requestTimeout: REQUEST_MS },
    (incoming, outgoing) => {
      inFlight.add(outgoing);
      outgoing.once('close', () => inFlight.delete(outgoing));
      if (stopping) outgoing.setHeader('connection', 'close');
      listener(incoming, outgoing, stopping).catch((error: unknown) => {
        logLine('error', 'a request failed', { cause: String(error) });
        outgoing.destroy();
      });
    },
  );
  server.on('connection', (socket) => {
    connections.add(socket);
    socket.once('close', () => connections.delete(socket));
  });
  server.listen({ port, host, backlog: BACKLOG });
  await once(server, 'listening');
  const { port: bound } = server.address() as AddressInfo;
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${bound}`,
    stop: async (seconds) => {
      stopping = true;
      const closed = once(server, 'close');
      server.close();
      server.closeIdleConnections();
      for (const outgoing of inFlight) if (!outgoing.headersSent) outgoing.setHeader('connection', 'close');
      // Node takes one that nothing was sent on for busy.
      const unused = setTimeout(() => {
        for (const socket of connections) if (socket.bytesRead === 0) socket.destroy();
      }, UNUSED_MS);
      let cut = 0;
      const timer = setTimeout(() => {
        cut = inFlight.size;
        server.closeAllConnections();
      }, seconds * 1000);
      await closed;
      clearTimeout(unused);
      clearTimeout(timer);
      return cut;
    },
  };
};
