import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Answers a request, or returns `false` with nothing done. */
export type Answer = (incoming: IncomingMessage, outgoing: ServerResponse) => boolean;

/** An HTTP server of this machine only, whose address is known before what it answers. */
export interface LocalServer {
  readonly origin: string;
  /** Asks each in turn; the first that answers wins. */
  answer(...answers: readonly Answer[]): void;
  close(): Promise<void>;
}

/** Listens on `localhost`; port 0 is a free one. Throws what listening throws, such as `EADDRINUSE`. */
export async function localServer(port: number): Promise<LocalServer> {
  let chain: readonly Answer[] = [];
  const server = createServer((incoming, outgoing) => {
    if (!chain.some((answer) => answer(incoming, outgoing))) outgoing.writeHead(503).end();
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    answer: (...answers) => {
      chain = answers;
    },
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
