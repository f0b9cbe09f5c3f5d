import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

export interface Proxy {
  readonly url: string;
  readonly close: () => Promise<void>;
}

interface Seen {
  readonly method: string;
  readonly path: string;
  readonly body: string;
}

/** A way to `target` on which some answers come from `instead`; the others are the target's own. */
export const startProxy = async (
  target: string,
  instead: (seen: Seen) => { readonly status: number; readonly body: string } | undefined,
): Promise<Proxy> => {
  const server = createServer((incoming, outgoing) => {
    void (async () => {
      const { method = 'GET', url = '/', headers } = incoming;
      const body = await text(incoming);
      const other = instead({ method, path: url.split('?', 1)[0] ?? '', body });
      if (other) return outgoing.writeHead(other.status).end(other.body);
      const answer = await fetch(target + url, {
        method,
        headers: {
          'content-type': headers['content-type'] ?? 'text/plain',
          authorization: headers.authorization ?? '',
        },
        ...(body !== '' && { body }),
      });
      const total = answer.headers.get('total-number');
      outgoing.writeHead(answer.status, {
        'content-type': answer.headers.get('content-type') ?? 'text/plain',
        ...(total !== null && { 'total-number': total }),
      });
      return outgoing.end(await answer.text());
    })();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
};
