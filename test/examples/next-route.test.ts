import { afterAll, beforeAll, expect, it } from 'vitest';
import { startLogto, startProcess, type LogtoServer } from '../cli/serve-process.js';

let logto: LogtoServer;
beforeAll(async () => {
  logto = await startLogto();
});
afterAll(() => logto.close());

it('the example next-route exports functions from request to answer, one for each method', async () => {
  const token = await logto.sandbox.accessToken({ userId: 'ada', organizationId: 'northwind' });
  const script = `
    const route = await import('./examples/next-route/route.mjs');
    const call = async (method, path, authorization, body) => {
      const headers = { 'content-type': 'application/json', ...(authorization && { authorization }) };
      const url = 'https://app.example.com/orgkit' + path;
      const response = await route[method](new Request(url, { method, headers, body }));
      return [response.status, await response.json()];
    };
    const token = 'Bearer ' + process.env.TOKEN;
    console.log(JSON.stringify({
      read: await call('GET', '/organizations/northwind/members', token),
      changed: await call('PATCH', '/organizations/northwind', token, '{"description":"Told by Next"}'),
      refused: await call('DELETE', '/organizations/northwind'),
    }));
    process.exit(0);`;
  const running = startProcess(process.execPath, ['--input-type=module', '-e', script], {
    ...logto.environment,
    TOKEN: token,
  });
  expect(await running.exited, running.output.stderr).toBe(0);
  // The audit trail writes lines of its own.
  const { read, changed, refused } = running.lines().find((line) => 'read' in line) ?? {};
  expect(read).toMatchObject([200, { items: expect.any(Array) }]);
  expect(changed).toMatchObject([200, { description: 'Told by Next' }]);
  expect(refused).toMatchObject([401, { code: 'unauthenticated' }]);
});
