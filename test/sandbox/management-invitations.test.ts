import { beforeEach, describe, expect, test } from 'vitest';
import { refusal, startManagement, type Answer, type ManagementClient } from './management-client.js';

const DAY = 86_400_000;

let clock: number;
let api: ManagementClient;
let org: string;
let ann: string;
let member: string;
let bot: string;

const created = async (path: string, body: object) => String((await api.post(path, body)).body['id']);

beforeEach(async () => {
  clock = Date.UTC(2026, 5, 1);
  api = await startManagement({ now: () => clock });
  org = await created('/organizations', { name: 'Acme', branding: { logoUrl: 'https://img.test/a.png' } });
  ann = await created('/users', { primaryEmail: 'ann@x.test', name: 'Ann' });
  member = await created('/organization-roles', { name: 'member' });
  bot = await created('/organization-roles', { name: 'bot', type: 'MachineToMachine' });
});

const invite = (invitee: string, more: object = {}): Promise<Answer> =>
  api.post('/organization-invitations', { organizationId: org, invitee, expiresAt: clock + DAY, ...more });
const status = async (id: unknown) =>
  (await api.get(`/organization-invitations/${String(id)}`)).body['status'];

describe('an invitation', () => {
  test('is told from another by the exact case of the address, but found in any', async () => {
    expect((await invite('eve@x.test')).status).toBe(201);
    expect((await invite('Eve@x.test')).status).toBe(201);
    expect(refusal(await invite('eve@x.test'))).toBe('422 entity.unique_integrity_violation');
    expect((await api.get('/organization-invitations?invitee=EVE%40x.test')).body).toHaveLength(2);
  });

  test('is refused for a member, unless the address is written in another case', async () => {
    await api.post(`/organizations/${org}/users`, { userIds: [ann] });
    expect(refusal(await invite('ann@x.test'))).toBe('422 request.invalid_input');
    expect((await invite('Ann@x.test')).status).toBe(201);
  });

  test('is accepted by the account of that address in any case', async () => {
    const { id } = (await invite('ANN@x.test', { organizationRoleIds: [member] })).body;
    const path = `/organization-invitations/${String(id)}/status`;
    const { status: code, body } = await api.put(path, { status: 'Accepted', acceptedUserId: ann });
    expect(code).toBe(200);
    expect(body).toMatchObject({ status: 'Accepted', acceptedUserId: ann });
    expect((await api.get(`/organizations/${org}/users`)).body[0]).toMatchObject({
      id: ann,
      organizationRoles: [{ id: member, name: 'member' }],
    });
  });

  test('with a role for machines is made, and cannot be accepted', async () => {
    const { id } = (await invite('ann@x.test', { organizationRoleIds: [member, bot] })).body;
    const path = `/organization-invitations/${String(id)}/status`;
    const answer = await api.put(path, { status: 'Accepted', acceptedUserId: ann });
    expect(refusal(answer)).toBe('422 entity.db_constraint_violated');
    expect((await api.get(`/organizations/${org}/users`)).body).toEqual([]);
    expect(await status(id)).toBe('Pending');
  });

  test('reads as expired when its time has come, and stays so', async () => {
    const { id } = (await invite('ann@x.test')).body;
    clock += DAY + 1;
    expect(await status(id)).toBe('Expired');
    expect(api.sandbox.tenant.tables.invitations.get(String(id))?.status).toBe('Pending');
    const path = `/organization-invitations/${String(id)}/status`;
    for (const wanted of [{ status: 'Accepted', acceptedUserId: ann }, { status: 'Revoked' }]) {
      expect(refusal(await api.put(path, wanted))).toBe('422 request.invalid_input');
    }
  });

  test('that has expired makes room for the next one to the same address', async () => {
    const { id } = (await invite('ann@x.test')).body;
    clock += DAY + 1;
    expect((await invite('ann@x.test')).status).toBe(201);
    expect(api.sandbox.tenant.tables.invitations.get(String(id))?.status).toBe('Expired');
  });

  test('can be made again after a revocation', async () => {
    const { id } = (await invite('ann@x.test')).body;
    await api.put(`/organization-invitations/${String(id)}/status`, { status: 'Revoked' });
    expect((await invite('ann@x.test')).status).toBe(201);
  });

  test('answers in the order of its checks', async () => {
    const path = '/organization-invitations/nope/status';
    expect(refusal(await api.put(path, { status: 'Accepted' }))).toBe('422 request.invalid_input');
    expect(refusal(await api.put(path, { status: 'Revoked' }))).toBe('404 entity.not_found');
    const { id } = (await invite('ann@x.test')).body;
    const unknown = { status: 'Accepted', acceptedUserId: 'nope' };
    expect(refusal(await api.put(`/organization-invitations/${String(id)}/status`, unknown))).toBe(
      '404 entity.not_found',
    );
    expect(refusal(await invite('zoe@x.test', { expiresAt: clock }))).toBe('400 request.invalid_input');
  });

  test.each(['eve', 'eve@x', '.eve@x.test', 'e..e@x.test', 'eve @x.test', '@x.test'])(
    'refuses %s',
    async (address) => {
      expect(refusal(await invite(address))).toBe('400 guard.invalid_input');
    },
  );

  test('takes an address with an apostrophe or a plus sign', async () => {
    expect((await invite("o'hara+work@x.test")).status).toBe(201);
  });

  test('lists the newest first, and without a filter the whole tenant', async () => {
    const other = await created('/organizations', { name: 'Other' });
    await invite('one@x.test');
    clock += 1;
    await invite('two@x.test', { organizationId: other });
    const { body } = await api.get('/organization-invitations');
    expect(body.map(({ invitee }) => invitee)).toEqual(['two@x.test', 'one@x.test']);
  });

  test('goes with its inviter and with who accepted it; a role that goes is left out', async () => {
    await invite('eve@x.test', { inviterId: ann });
    const { id } = (await invite('zoe@x.test', { organizationRoleIds: [member] })).body;
    await api.delete(`/organization-roles/${member}`);
    expect((await api.get(`/organization-invitations/${String(id)}`)).body['organizationRoles']).toEqual([]);
    await api.delete(`/users/${ann}`);
    expect((await api.get('/organization-invitations')).body.map((row) => row['invitee'])).toEqual([
      'zoe@x.test',
    ]);
  });
});

describe('the mail of an invitation', () => {
  const mails = () => api.sandbox.tenant.outbox.list();
  const withMail = { messagePayload: { link: 'https://app.test/join?id=1' } };

  test('has the link, the organization and the inviter', async () => {
    await invite('eve@x.test', { inviterId: ann, ...withMail });
    expect(mails()).toHaveLength(1);
    expect(mails()[0]).toMatchObject({
      to: 'eve@x.test',
      type: 'OrganizationInvitation',
      subject: 'Join Acme',
      link: 'https://app.test/join?id=1',
      payload: {
        organization: { id: org, name: 'Acme', branding: { logoUrl: 'https://img.test/a.png' } },
        inviter: { id: ann, name: 'Ann', primaryEmail: 'ann@x.test' },
      },
    });
    expect(mails()[0]?.text).toContain('Ann invites you to join Acme.');
  });

  test('takes keys of the caller, which replace the organization in it', async () => {
    await invite('eve@x.test', {
      messagePayload: { link: 'https://a.test', organization: { name: 'Evil' }, locale: 'de', extra: 1 },
    });
    expect(mails()[0]).toMatchObject({ subject: 'Join Evil', payload: { locale: 'de', extra: 1 } });
  });

  test('is not sent without a payload', async () => {
    await invite('eve@x.test');
    await invite('zoe@x.test', { messagePayload: false });
    expect(mails()).toEqual([]);
  });

  test('can be sent again after the invitation has ended', async () => {
    const { id } = (await invite('eve@x.test')).body;
    await api.put(`/organization-invitations/${String(id)}/status`, { status: 'Revoked' });
    clock += 2 * DAY;
    const answer = await api.post(`/organization-invitations/${String(id)}/message`, {
      link: 'https://a.test',
    });
    expect(answer.status).toBe(204);
    expect(mails()).toHaveLength(1);
  });

  test('is refused to a recipient from the eleventh in ten minutes on, in any case of the address', async () => {
    const { id } = (await invite('eve@x.test')).body;
    const { id: other } = (await invite('EVE@x.test')).body;
    const send = (invitation: unknown) =>
      api.post(`/organization-invitations/${String(invitation)}/message`, {});
    for (let sent = 0; sent < 10; sent += 1) expect((await send(id)).status).toBe(204);
    expect(refusal(await send(other))).toBe('429 request.message_rate_limited');
    clock += 600_000;
    expect((await send(other)).status).toBe(204);
  });

  test('needs a connector, and takes the invitation back without one', async () => {
    api.sandbox.tenant.settings.connector = 'none';
    expect(refusal(await invite('eve@x.test', withMail))).toBe('501 connector.not_found');
    expect((await api.get('/organization-invitations')).body).toEqual([]);
    expect((await invite('eve@x.test')).status).toBe(201);
  });

  test('that cannot be sent takes the invitation back, and what had expired is as before', async () => {
    const { id } = (await invite('eve@x.test')).body;
    clock += DAY + 1;
    api.sandbox.tenant.settings.connector = 'failing';
    expect((await invite('eve@x.test', withMail)).status).toBe(400);
    expect((await api.get('/organization-invitations')).body).toHaveLength(1);
    expect(api.sandbox.tenant.tables.invitations.get(String(id))?.status).toBe('Pending');
  });
});
