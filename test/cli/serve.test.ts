import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { connect } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { served, startLogto, startServe, type LogtoServer, type StartedProcess } from './serve-process.js';

let logto: LogtoServer;
const started: StartedProcess[] = [];
beforeAll(async () => {
  logto = await startLogto();
});
afterAll(() => logto.close());
afterEach(() => {
  logto.before = () => false;
  for (const { child } of started.splice(0)) child.kill('SIGKILL');
});

const serve = async (args: readonly string[] = [], environment: Record<string, string> = {}) => {
  const running = startServe(['--port', '0', ...args], { ...logto.environment, ...environment });
  started.push(running);
  return { running, ...(await served(running)) };
};

const authorization = async (organizationId = 'northwind') => ({
  authorization: `Bearer ${await logto.sandbox.accessToken({ userId: 'ada', organizationId })}`,
});

/** Holds back the Management API's answers until `release` is called. */
const holdManagement = () => {
  let release = (): void => undefined;
  let seen = (): void => undefined;
  const released = new Promise<void>((resolve) => (release = resolve));
  const waiting = new Promise<void>((resolve) => (seen = resolve));
  let open = false;
  void released.then(() => (open = true));
  logto.before = (incoming, outgoing) => {
    if (open || !incoming.url?.startsWith('/api/')) return false;
    seen();
    void released.then(() => outgoing.writeHead(503).end());
    return true;
  };
  return { release, waiting };
};

describe('orgkit serve', () => {
  it('answers as the handler does, and logs requests and changes as JSON', async () => {
    const { running, base } = await serve();
    const response = await fetch(`${base}/organizations/northwind/members?page=1`, {
      headers: await authorization(),
    });
    expect(response.status).toBe(200);
    expect(await response.json()).toHaveProperty('items');
    expect((await fetch(`${base}/organizations/northwind/members`)).status).toBe(401);
    const change = await fetch(`${base}/organizations/northwind`, {
      method: 'PATCH',
      headers: { ...(await authorization()), 'content-type': 'application/json' },
      body: JSON.stringify({ description: 'Told to the audit trail' }),
    });
    expect(change.status).toBe(200);
    await running.find(/"operation":"updateOrganization","status":200/);
    const requests = running.lines().filter(({ message }) => message === 'request');
    expect(requests).toMatchObject([
      { level: 'info', method: 'GET', path: '/orgkit/organizations/northwind/members', status: 200 },
      { level: 'info', method: 'GET', status: 401 },
      { method: 'PATCH', status: 200, requestId: change.headers.get('x-request-id') },
    ]);
    expect(running.output.stdout).toContain('"audit":');
    expect(running.output.stdout + running.output.stderr).not.toContain('sandbox-m2m-secret');
  });

  it('says that it lives, and whether Logto gives keys and a token', async () => {
    const { origin } = await serve();
    const get = async (path: string) => {
      const response = await fetch(origin + path);
      return { status: response.status, body: await response.json() };
    };
    expect(await get('/health')).toEqual({ status: 200, body: { status: 'ok' } });
    expect(await get('/ready')).toEqual({
      status: 200,
      body: { ready: true, keys: 'ok', managementToken: 'ok' },
    });
    // Remembered for some seconds: a probe costs Logto nothing.
    let calls = 0;
    logto.before = () => {
      calls += 1;
      return false;
    };
    await Promise.all([get('/ready'), get('/ready'), get('/ready')]);
    expect(calls).toBe(0);
  });

  it('is not ready with a wrong secret, but lives', async () => {
    const { running, origin } = await serve([], { LOGTO_M2M_SECRET: 'a-wrong-secret' });
    const ready = await fetch(`${origin}/ready`);
    expect(ready.status).toBe(503);
    expect(await ready.json()).toEqual({ ready: false, keys: 'ok', managementToken: 'failed' });
    expect((await fetch(`${origin}/health`)).status).toBe(200);
    expect(running.output.stderr).toContain('"message":"not ready","check":"managementToken"');
    expect(running.output.stdout + running.output.stderr).not.toContain('a-wrong-secret');
  });

  it('is ready again when Logto is back', async () => {
    const { origin } = await serve();
    logto.before = (incoming, outgoing) => {
      if (incoming.url !== '/oidc/jwks') return false;
      outgoing.writeHead(500).end();
      return true;
    };
    expect(await (await fetch(`${origin}/ready`)).json()).toMatchObject({ ready: false, keys: 'failed' });
    logto.before = () => false;
    await expect
      .poll(async () => (await fetch(`${origin}/ready`)).status, { timeout: 10_000, interval: 500 })
      .toBe(200);
  });

  it.each(['SIGTERM', 'SIGINT'] as const)(
    'at %s finishes what is in flight and refuses what is new',
    async (signal) => {
      const { running, base, origin } = await serve();
      const hold = holdManagement();
      // Two connections that are kept: one with a request in flight.
      const agent = new Agent({ keepAlive: true, maxSockets: 1 });
      const headers = await authorization();
      const inFlight = request(`${base}/organizations/northwind/members`, { agent, headers });
      inFlight.end();
      const answered = once(inFlight, 'response');
      await hold.waiting;
      running.child.kill(signal);
      await running.find(/"message":"stopping"/);
      await expect(fetch(`${origin}/health`)).rejects.toThrow();
      expect(running.child.exitCode).toBeNull();
      hold.release();
      const [response] = await answered;
      response.resume();
      expect(response.statusCode).toBe(200);
      expect(response.headers.connection).toBe('close');
      expect(await running.exited).toBe(0);
      expect(running.output.stdout).toContain('"message":"stopped"');
      agent.destroy();
    },
  );

  it('refuses a request that comes on an open connection', async () => {
    const { running, origin } = await serve();
    const socket = connect(Number(new URL(origin).port), '127.0.0.1');
    let answer = '';
    socket.setEncoding('utf8').on('data', (chunk) => (answer += String(chunk)));
    const ended = once(socket, 'close');
    // Half a request: the connection is not idle, and the request is not there yet.
    socket.write('GET /orgkit/organizations HTTP/1.1\r\nhost: backend\r\n');
    // Its bytes are in the process when a later request has been answered.
    await fetch(`${origin}/health`, { headers: { connection: 'close' } });
    running.child.kill('SIGTERM');
    await running.find(/"message":"stopping"/);
    socket.write('\r\n');
    await ended;
    expect(answer).toContain('HTTP/1.1 503');
    expect(answer).toMatch(/connection: close/i);
    expect(answer).toContain('"code":"unavailable"');
    expect(await running.exited).toBe(0);
  });

  it('does not wait for a connection on which nobody has asked anything', async () => {
    const { running, origin } = await serve([], { ORGKIT_STOP_SECONDS: '60' });
    const unused = connect(Number(new URL(origin).port), '127.0.0.1');
    const ended = once(unused, 'close');
    await once(unused, 'connect');
    // It is accepted when one that came later has been answered.
    await fetch(`${origin}/health`, { headers: { connection: 'close' } });
    running.child.kill('SIGTERM');
    await ended;
    expect(await running.exited).toBe(0);
  });

  it('cuts off what takes longer than the time to stop, and says so', async () => {
    const { running, base } = await serve([], { ORGKIT_STOP_SECONDS: '1' });
    const hold = holdManagement();
    const slow = fetch(`${base}/organizations/northwind/members`, { headers: await authorization() });
    const failed = expect(slow).rejects.toThrow();
    await hold.waiting;
    running.child.kill('SIGTERM');
    await failed;
    expect(await running.exited).toBe(1);
    expect(running.output.stderr).toContain('"requests":1');
    hold.release();
  });

  it('counts in the form of Prometheus on a port of its own, when asked', async () => {
    const { running, base, origin } = await serve(['--metrics-port', '0']);
    const [, metricsUrl = ''] = await running.find(/"metrics":"([^"]+)"/);
    await fetch(`${base}/organizations/northwind/members`, { headers: await authorization() });
    await fetch(`${base}/organizations/northwind/members`);
    await fetch(`${base}/nowhere/secret-thing`);
    const page = await fetch(metricsUrl);
    expect(page.headers.get('content-type')).toContain('text/plain');
    const text = await page.text();
    expect(text).toMatch(/orgkit_requests_total\{method="GET",operation="listMembers",status="401"\} 1/);
    expect(text).toMatch(/orgkit_requests_total\{method="GET",operation="listMembers",status="200"\} 1/);
    expect(text).toMatch(/orgkit_requests_total\{method="GET",operation="none",status="404"\} 1/);
    expect(text).toMatch(/orgkit_request_duration_seconds_count\{method="GET",operation="listMembers"\} 2/);
    expect(text).toMatch(/orgkit_logto_request_duration_seconds_count\{status="200"\} \d/);
    expect(text).toContain('process_cpu_seconds_total');
    expect(text).not.toMatch(/northwind|sam"|secret-thing/);
    expect((await fetch(`${origin}/metrics`)).status).toBe(404);
  });

  it('tells when its port is taken', async () => {
    const { origin } = await serve();
    const second = startServe(['--port', new URL(origin).port], logto.environment);
    expect(await second.exited).toBe(1);
    expect(second.output.stderr).toContain('is taken');
  });
});
