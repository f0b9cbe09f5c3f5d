import type { ServerResponse } from 'node:http';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { served, startLogto, startServe, type LogtoServer, type StartedProcess } from './serve-process.js';

let logto: LogtoServer;
let running: StartedProcess;
let held: ServerResponse[];

beforeAll(async () => {
  logto = await startLogto();
});
afterAll(() => logto.close());
afterEach(() => {
  logto.before = () => false;
  running.child.kill('SIGKILL');
});

/** One that works on a single request at a time. */
const serve = async (waiting: string) => {
  running = startServe(['--port', '0'], {
    ...logto.environment,
    ORGKIT_REQUESTS_AT_ONCE: '1',
    ORGKIT_REQUESTS_WAITING: waiting,
  });
  const { base, origin } = await served(running);
  const token = await logto.sandbox.accessToken({ userId: 'ada', organizationId: 'northwind' });
  const members = (signal?: AbortSignal): Promise<Response> =>
    fetch(`${base}/organizations/northwind/members`, {
      headers: { authorization: `Bearer ${token}` },
      ...(signal && { signal }),
    });
  // The keys, the template and the Management token are there: from now on a request takes the same calls each time.
  expect((await members()).status).toBe(200);
  held = [];
  logto.before = (incoming, outgoing) => {
    const isHeld = incoming.url?.startsWith('/api/') === true;
    if (isHeld) held.push(outgoing);
    return isHeld;
  };
  return { members, origin };
};

/** One request is being worked on, and Logto has not answered. */
const underWay = () => expect.poll(() => held.length).toBeGreaterThan(0);

/** Logto answers again, and what it held back fails for good. */
const release = (): void => {
  logto.before = () => false;
  for (const outgoing of held) outgoing.writeHead(403).end();
};

describe('orgkit serve with more than it can do', () => {
  it('refuses at once what may not even wait, says when to come again, and still says that it lives', async () => {
    const { members, origin } = await serve('0');
    const first = members();
    await underWay();
    const second = await members();
    expect(second.status).toBe(503);
    expect(second.headers.get('retry-after')).toBe('1');
    expect(await second.json()).toEqual({
      code: 'unavailable',
      message: 'Too many requests are under way.',
      requestId: second.headers.get('x-request-id'),
    });
    expect((await fetch(`${origin}/health`)).status).toBe(200);
    release();
    await first;
    expect((await members()).status).toBe(200);
    await running.find(/"operation":"listMembers","status":503/);
  });

  it('lets the next one wait until there is room', async () => {
    const { members } = await serve('1');
    const first = members();
    await underWay();
    const others = [members(), members()];
    // Whichever of them came later.
    expect((await Promise.race(others)).status).toBe(503);
    release();
    await first;
    expect((await Promise.all(others)).map(({ status }) => status).sort()).toEqual([200, 503]);
  });

  it('gives the place of a caller who left to the next one', async () => {
    const { members } = await serve('1');
    const first = members();
    await underWay();
    const leaving = new AbortController();
    const others = [members(leaving.signal), members(leaving.signal)];
    expect((await Promise.race(others)).status).toBe(503);
    leaving.abort();
    expect((await Promise.allSettled(others)).map(({ status }) => status).sort()).toEqual([
      'fulfilled',
      'rejected',
    ]);
    await running.find(/"operation":"listMembers","status":499/);
    const next = [members(), members()];
    expect((await Promise.race(next)).status).toBe(503);
    release();
    await first;
    expect((await Promise.all(next)).map(({ status }) => status).sort()).toEqual([200, 503]);
  });

  it('does not let anybody wait for long', async () => {
    const { members } = await serve('1');
    const first = members();
    await underWay();
    const second = await members();
    expect(second.status).toBe(503);
    expect(held).toHaveLength(1);
    release();
    await first;
  });
});
