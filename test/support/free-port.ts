import { createServer } from 'node:net';

/**
 * Below the ports that systems give to outgoing connections and to `listen(0)`: nobody gets one of these by chance before
 * the program listens, or while it is started again.
 */
const FIRST = 20_000;
const COUNT = 12_000;

const given = new Set<number>();

/** For programs that can't pick one themselves. */
export const freePort = async (): Promise<number> => {
  for (;;) {
    const port = FIRST + Math.floor(Math.random() * COUNT);
    if (given.has(port) || !(await isFree(port))) continue;
    given.add(port);
    return port;
  }
};

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer()
      .once('error', () => resolve(false))
      .listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
