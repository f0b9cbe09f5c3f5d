import { describe, expect, it } from 'vitest';
import { SANDBOX_RESOURCE } from '../../src/sandbox/index.js';
import type { Route } from '../../src/server/route.js';
import { routes } from '../../src/server/routes/index.js';
import { toDocument, type Measured } from './operations/document.js';
import { examples, options, type Example } from './operations/examples.js';
import { createBackend, type Answer, type Backend } from './support/backend.js';

const pathOf = (route: Route, { params = {}, query = '' }: Example): string =>
  route.path.replace(/:(\w+)/g, (_, name: string) => params[name] ?? 'missing') + query;

const start = async (example: Example): Promise<{ backend: Backend; token: string | undefined }> => {
  const backend = await createBackend({ options: { ...options, ...example.options } });
  const token = await example.token?.(backend);
  await example.prepare?.(backend);
  return { backend, token };
};

const send = (
  { backend, token }: Awaited<ReturnType<typeof start>>,
  route: Route,
  example: Example,
): Promise<Answer> =>
  backend.call(route.method, pathOf(route, example), {
    ...(token === undefined ? { as: example.as } : { token }),
    ...(example.body !== undefined && { body: example.body }),
    ...(example.headers && { headers: example.headers }),
  });

const examplesOf = ({ operation }: Route) => {
  const found = examples[operation];
  if (!found) throw new Error(`${operation} has no example: add one to operations/examples.ts`);
  return found;
};

/** The same caller reads something first, so that what may be remembered is remembered. */
const warmUp = async ({ backend, token }: Awaited<ReturnType<typeof start>>, { as, params }: Example) => {
  const caller = token === undefined ? { as } : { token };
  if (as === undefined && token === undefined) return;
  const organizationId = params?.organizationId;
  await (organizationId === undefined
    ? backend.call('GET', '/organizations', caller)
    : backend.call('GET', `/organizations/${organizationId}/roles`, caller));
  if (organizationId === undefined)
    await backend.call('GET', '/organizations/northwind/roles', { as: 'ada' });
  backend.forget();
};

const measured: Measured[] = [];

describe.each(routes.map((route) => [route.operation, route] as const))('%s', (_, route) => {
  it('works, within its budget of calls', async () => {
    const { done, budget = Infinity } = examplesOf(route);
    const started = await start(done);
    await warmUp(started, done);
    expect(await send(started, route, done)).toMatchObject({ status: route.status });
    const calls = started.backend.upstream.filter(({ path }) => path.startsWith('/api/')).length;
    expect(calls).toBeLessThanOrEqual(budget);
    measured.push({ route, examples: examplesOf(route), calls });
  });

  it.each(examplesOf(route).refused.map((refused) => [refused.why, refused] as const))(
    'is refused: %s',
    async (_why, refused) => {
      const started = await start(refused);
      const answer = await send(started, route, refused);
      expect(answer.body).toMatchObject({ code: refused.code });
    },
  );

  const { who } = route.authorization;
  if (who !== 'anybody')
    it('is refused without a token', async () => {
      const { done } = examplesOf(route);
      const backend = await createBackend({ options });
      const body = route.body ? (done.body ?? {}) : undefined;
      const answer = await backend.call(route.method, pathOf(route, done), { body });
      expect(answer).toMatchObject({ status: 401, body: { code: 'unauthenticated' } });
    });

  if (who === 'member')
    it('does not exist for strangers, nor with the token of another organization', async () => {
      const { done } = examplesOf(route);
      const backend = await createBackend({ options });
      const { sandbox } = backend;
      for (const token of [
        await sandbox.accessToken({ userId: 'noor', resource: SANDBOX_RESOURCE }),
        await sandbox.accessToken({ userId: 'sakura', organizationId: 'aoba' }),
      ]) {
        const body = route.body ? (done.body ?? {}) : undefined;
        const answer = await backend.call(route.method, pathOf(route, done), { token, body });
        expect(answer).toMatchObject({ status: 404, body: { code: 'not_found', message: 'Not found.' } });
      }
    });

  const needsMore = 'permission' in route.authorization || who === 'operator';
  if (needsMore)
    it('is refused to who lacks the permission', async () => {
      const { done } = examplesOf(route);
      const backend = await createBackend({ options });
      // Maximiliana has no role in the one organization, and loses those in the other.
      await backend.management('PUT', '/api/organizations/northwind/users/maximiliana/roles', {
        organizationRoleIds: [],
      });
      const body = route.body ? (done.body ?? {}) : undefined;
      const answer = await backend.call(route.method, pathOf(route, done), { as: 'maximiliana', body });
      expect(answer).toMatchObject({ status: 403, body: { code: 'forbidden' } });
    });
});

it('docs/operations.md tells what was measured', async () => {
  expect(measured.map(({ route }) => route.operation)).toEqual(routes.map(({ operation }) => operation));
  await expect(await toDocument(measured)).toMatchFileSnapshot('../../docs/operations.md');
});
