import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { toNodeHandler } from '../../src/server/node.js';
import { createBackend, type Backend } from './support/backend.js';

let backend: Backend;
let server: Server;
let port: number;
beforeAll(async () => {
  backend = await createBackend();
  server = createServer(toNodeHandler(backend.handler));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => server.close());

/** Sends bytes as they are: fetch would tidy the path up before it leaves. */
const raw = (text: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.end(text));
    let answer = '';
    socket.setEncoding('utf8').on('data', (chunk) => (answer += String(chunk)));
    socket.on('end', () => resolve(answer)).on('error', reject);
  });

describe('in Node', () => {
  it('answers over real HTTP, with body and headers', async () => {
    const token = await backend.sandbox.accessToken({ userId: 'ada', organizationId: 'northwind' });
    const response = await fetch(
      `http://127.0.0.1:${port}/orgkit/organizations/northwind/members/sam/roles`,
      {
        method: 'PUT',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify({ roleIds: ['role-member'] }),
      },
    );
    expect(response.status).toBe(200);
    expect(response.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    expect(await response.json()).toMatchObject({ userId: 'sam' });
  });

  it('takes a change without a body, and a body whose length nobody said', async () => {
    const token = await backend.sandbox.accessToken({ userId: 'ada', organizationId: 'northwind' });
    const members = `http://127.0.0.1:${port}/orgkit/organizations/northwind/members`;
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const chunked = await fetch(`${members}/sam/roles`, {
      method: 'PUT',
      headers,
      body: new Blob([JSON.stringify({ roleIds: ['role-billing'] })]).stream(),
      duplex: 'half',
    } as RequestInit);
    expect(await chunked.json()).toMatchObject({ roles: [{ id: 'role-billing' }] });
    const removed = await fetch(`${members}/sam`, { method: 'DELETE', headers });
    expect(await removed.text()).toBe('');
    expect(removed.status).toBe(204);
  });

  it.each([
    '/orgkit/organizations/../organizations/northwind/me',
    '/orgkit/organizations/northwind/../../../api/users',
    '/orgkit/organizations/..%2f..%2fapi/me',
    '/orgkit/organizations/%00/me',
    '/orgkit/organizations/%2e%2e/me',
    '//orgkit/organizations',
    '/orgkit\\organizations',
    `/orgkit/organizations/${'a'.repeat(5000)}/me`,
  ])('a path that plays tricks reaches nothing: %s', async (path) => {
    backend.forget();
    const answer = await raw(`GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1\.1 (?:400|401|404) /);
    expect(backend.upstream).toEqual([]);
  });

  it('does not take a caller who leaves within a body for a fault of its own', async () => {
    const token = await backend.sandbox.accessToken({ userId: 'ada', organizationId: 'northwind' });
    backend.forget();
    const head = [
      'PATCH /orgkit/organizations/northwind HTTP/1.1',
      'Host: x',
      `Authorization: Bearer ${token}`,
      'Content-Type: application/json',
      'Content-Length: 100',
    ];
    const asked = once(server, 'request');
    const socket = connect(port, '127.0.0.1', () => socket.write(`${head.join('\r\n')}\r\n\r\n{"name"`));
    await asked;
    socket.destroy();
    await vi.waitFor(() => expect(backend.audit).toHaveLength(1));
    expect(backend.audit).toMatchObject([{ outcome: 'refused', code: 'invalid_input' }]);
    expect(backend.log).toMatchObject([{ level: 'warn', code: 'invalid_input', cause: expect.any(Error) }]);
  });

  it('stops working for a caller who goes away', async () => {
    const caller = new AbortController();
    let aborted: (() => void) | undefined;
    const gone = new Promise<void>((resolve) => (aborted = resolve));
    const slow = await createBackend({
      intercept: ({ url, signal }) => {
        if (!url.includes('/api/')) return undefined;
        // Not sooner: there would be nothing to stop.
        caller.abort();
        return new Promise((_, reject) =>
          signal.addEventListener('abort', () => {
            aborted?.();
            reject(new Error('aborted'));
          }),
        );
      },
    });
    const other = createServer(toNodeHandler(slow.handler));
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const token = await slow.sandbox.accessToken({ userId: 'ada', organizationId: 'northwind' });
    const request = fetch(`http://127.0.0.1:${(other.address() as AddressInfo).port}/orgkit/organizations`, {
      headers: { authorization: `Bearer ${token}` },
      signal: caller.signal,
    }).catch(() => undefined);
    await Promise.all([request, gone]);
    other.close();
  });
});
