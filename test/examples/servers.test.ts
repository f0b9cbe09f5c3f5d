import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startLogto, startProcess, type LogtoServer, type StartedProcess } from '../cli/serve-process.js';

let logto: LogtoServer;
let running: StartedProcess | undefined;
beforeAll(async () => {
  logto = await startLogto();
});
afterAll(() => logto.close());
afterEach(() => {
  running?.child.kill('SIGKILL');
});

describe.each(['node-http', 'express', 'fastify', 'hono'])('the example %s', (name) => {
  it('reads, changes with a body, and refuses', async () => {
    running = startProcess(process.execPath, [`examples/${name}/server.mjs`], {
      ...logto.environment,
      PORT: '0',
    });
    const [base] = await running.find(/http:\/\/\S+\/orgkit/);
    const token = await logto.sandbox.accessToken({ userId: 'ada', organizationId: 'northwind' });
    const authorization = `Bearer ${token}`;

    const members = await fetch(`${base}/organizations/northwind/members`, { headers: { authorization } });
    expect(members.status).toBe(200);
    expect(await members.json()).toHaveProperty('items');

    const description = `Told by ${name}`;
    const change = await fetch(`${base}/organizations/northwind`, {
      method: 'PATCH',
      headers: { authorization, 'content-type': 'application/json' },
      body: JSON.stringify({ description }),
    });
    expect(await change.json()).toMatchObject({ description });
    expect(change.status).toBe(200);

    const nobody = await fetch(`${base}/organizations/northwind/members`);
    expect(nobody.status).toBe(401);
    expect(await nobody.json()).toMatchObject({ code: 'unauthenticated' });
    const foreign = await fetch(`${base}/organizations/fabrikam/members`, { headers: { authorization } });
    expect(foreign.status).toBe(404);
  });
});
