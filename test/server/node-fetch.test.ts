import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createOrgHandler } from '../../src/server/index.js';
import { nodeFetch } from '../../src/server/node.js';
import { startLogto, type LogtoServer } from '../cli/serve-process.js';

let logto: LogtoServer;
let elsewhere: Server;
const reached: IncomingMessage[] = [];
beforeAll(async () => {
  logto = await startLogto();
  elsewhere = createServer((incoming, outgoing) => {
    reached.push(incoming);
    outgoing.end();
  });
  elsewhere.listen(0, '127.0.0.1');
  await once(elsewhere, 'listening');
});
afterEach(() => {
  logto.before = () => false;
  reached.length = 0;
});
afterAll(async () => {
  await logto.close();
  elsewhere.close();
});

const call = async (method: string, path: string, body?: unknown, signal?: AbortSignal) => {
  const { environment, sandbox, url } = logto;
  const token = await sandbox.accessToken({ userId: 'ada', organizationId: 'northwind' });
  const handler = createOrgHandler({
    logto: {
      endpoint: url,
      resource: environment.LOGTO_RESOURCE ?? '',
      m2m: {
        id: environment.LOGTO_M2M_ID ?? '',
        secret: environment.LOGTO_M2M_SECRET ?? '',
        resource: environment.LOGTO_M2M_RESOURCE ?? '',
      },
    },
    limits: { deadlineMs: 1_500 },
    invitations: { link: 'https://app.test/join?id={id}' },
    log: () => undefined,
    onAudit: () => undefined,
    fetch: nodeFetch,
  });
  const response = await handler(
    new Request(`http://backend.test/orgkit/organizations/northwind${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      ...(signal && { signal }),
    }),
  );
  const text = await response.text();
  return { status: response.status, body: text === '' ? undefined : (JSON.parse(text) as unknown) };
};

/** Answers the Management API's calls in place of the sandbox. */
const instead = (answer: (incoming: IncomingMessage, outgoing: ServerResponse) => void): void => {
  logto.before = (incoming, outgoing) => {
    const isApi = incoming.url?.startsWith('/api/') === true;
    if (isApi) answer(incoming, outgoing);
    return isApi;
  };
};

describe('the backend with nodeFetch', () => {
  it('reads pages with their totals, changes, and takes answers without a body', async () => {
    expect(await call('GET', '/members?page=1')).toMatchObject({
      status: 200,
      body: {
        page: 1,
        total: expect.any(Number),
        items: expect.arrayContaining([expect.objectContaining({ id: 'ada' })]),
      },
    });
    expect(await call('PUT', '/members/sam/roles', { roleIds: ['role-member'] })).toMatchObject({
      status: 200,
      body: { userId: 'sam' },
    });
    const { body } = await call('POST', '/invitations', {
      invitations: [{ email: 'jo@studio.test', roleIds: ['role-member'] }],
      delivery: 'link',
    });
    expect(body).toMatchObject({ items: [{ status: 'invited' }] });
    const [{ invitation }] = (body as { items: [{ invitation: { id: string } }] }).items;
    expect(await call('DELETE', `/invitations/${invitation.id}`)).toMatchObject({ status: 204 });
  });

  it('sends its token nowhere else, whatever Logto answers', async () => {
    const { port } = elsewhere.address() as AddressInfo;
    instead((_, outgoing) => {
      outgoing.writeHead(307, { location: `http://127.0.0.1:${port}/` }).end();
    });
    expect(await call('GET', '/members')).toMatchObject({ status: 503, body: { code: 'unavailable' } });
    expect(reached).toEqual([]);
  });

  it('gives up at the deadline, and lets go of the connection', async () => {
    const closed: Promise<unknown>[] = [];
    instead((incoming) => closed.push(once(incoming.socket, 'close')));
    expect(await call('GET', '/members')).toMatchObject({ status: 503, body: { code: 'unavailable' } });
    expect(closed.length).toBeGreaterThan(0);
    await Promise.all(closed);
  });

  it('gives up an answer that does not end', async () => {
    instead((_, outgoing) => {
      outgoing.writeHead(200, { 'content-type': 'application/json' }).write('[');
    });
    expect(await call('GET', '/members')).toMatchObject({ status: 503, body: { code: 'unavailable' } });
  });

  it('lets go when the caller leaves', async () => {
    const caller = new AbortController();
    const closed = new Promise((resolve) => {
      instead((incoming) => {
        incoming.socket.once('close', resolve);
        caller.abort();
      });
    });
    await call('GET', '/members', undefined, caller.signal);
    await closed;
  });

  it('says that Logto is away when nobody listens, and when an answer breaks off', async () => {
    instead((incoming) => incoming.socket.destroy());
    expect(await call('GET', '/members')).toMatchObject({ status: 503, body: { code: 'unavailable' } });
    instead((_, outgoing) => {
      outgoing.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' }).write('[');
      setTimeout(() => outgoing.destroy(), 10);
    });
    expect(await call('GET', '/members')).toMatchObject({ status: 503, body: { code: 'unavailable' } });
  });

  it('refuses what it cannot send', async () => {
    await expect(nodeFetch(new Request(logto.url))).rejects.toThrow('expected an address');
    await expect(nodeFetch(logto.url, { method: 'POST', body: new FormData() })).rejects.toThrow('a text');
    await expect(nodeFetch(logto.url, { signal: AbortSignal.abort(new Error('left')) })).rejects.toThrow(
      'left',
    );
  });
});
