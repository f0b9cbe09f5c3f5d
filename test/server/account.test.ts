import { describe, expect, it } from 'vitest';
import { SANDBOX_RESOURCE } from '../../src/sandbox/index.js';
import { createBackend } from './support/backend.js';

const start = async (userId: string) => {
  const backend = await createBackend();
  const token = await backend.sandbox.accessToken({ userId, resource: SANDBOX_RESOURCE });
  return { ...backend, ask: () => backend.call('GET', '/account', { token }) };
};

describe('GET /account', () => {
  it('says who I am, and nothing that is not on its list', async () => {
    const { ask, sandbox } = await start('sam');
    sandbox.tenant.tables.users.update('sam', {
      primaryPhone: '15550100',
      customData: { secret: 'hush' },
      avatar: 'javascript:alert(1)',
    });
    const { status, body } = await ask();
    expect(status).toBe(200);
    expect(body).toEqual({
      id: 'sam',
      name: null,
      username: 'sam_rivera',
      avatar: null,
      email: 'sam.rivera@demo.test',
      hasMfa: false,
    });
  });

  it('knows a second factor', async () => {
    expect((await (await start('ada')).ask()).body).toMatchObject({ hasMfa: true });
  });

  it('is live: what the account has become since the token counts', async () => {
    const { ask, sandbox } = await start('sam');
    sandbox.tenant.tables.users.update('sam', { primaryEmail: 'sam@new.test' });
    expect((await ask()).body).toMatchObject({ email: 'sam@new.test' });
    sandbox.tenant.tables.users.update('sam', { isSuspended: true });
    expect(await ask()).toMatchObject({ status: 401, body: { code: 'unauthenticated' } });
  });
});
