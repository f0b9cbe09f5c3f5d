import { beforeEach, describe, expect, test } from 'vitest';
import { names, refusal, startManagement, type ManagementClient } from './management-client.js';

let api: ManagementClient;
let org: string;
let ann: string;
let ben: string;
let admin: string;
let member: string;
let bot: string;

beforeEach(async () => {
  api = await startManagement();
  const created = async (path: string, body: object) => String((await api.post(path, body)).body['id']);
  org = await created('/organizations', { name: 'Acme' });
  ann = await created('/users', {
    username: 'ann',
    primaryEmail: 'ann@x.test',
    primaryPhone: '4912345',
    name: 'Ann',
  });
  ben = await created('/users', { username: 'ben', primaryEmail: 'ben@x.test', name: 'Ben_B' });
  const scope = await created('/organization-scopes', { name: 'manage:member' });
  admin = await created('/organization-roles', { name: 'admin', organizationScopeIds: [scope] });
  member = await created('/organization-roles', { name: 'member' });
  bot = await created('/organization-roles', { name: 'bot', type: 'MachineToMachine' });
  await api.post(`/organizations/${org}/users`, { userIds: [ann] });
});

const memberIds = async (query = '') =>
  (await api.get(`/organizations/${org}/users${query}`)).body.map(({ id }) => id);
const roleNames = async (user: string) => names(await api.get(`/organizations/${org}/users/${user}/roles`));

describe('members', () => {
  test('are ordered by id', async () => {
    await api.post(`/organizations/${org}/users`, { userIds: [ben] });
    expect(await memberIds()).toEqual([ann, ben].sort());
  });

  test('are found by address, phone, username and name, with LIKE wildcards', async () => {
    await api.post(`/organizations/${org}/users`, { userIds: [ben] });
    for (const q of ['ANN@', '12345', 'ann']) expect(await memberIds(`?q=${q}`)).toEqual([ann]);
    expect(await memberIds('?q=B_n')).toEqual([ben]);
    expect(await memberIds('?q=n%5C_B')).toEqual([ben]);
    expect(await memberIds('?q=%25')).toHaveLength(2);
  });

  test('are filtered by a role', async () => {
    await api.post(`/organizations/${org}/users`, { userIds: [ben] });
    await api.post(`/organizations/${org}/users/roles`, {
      userIds: [ben],
      organizationRoleIds: [admin, member],
    });
    expect(await memberIds(`?organizationRoleId=${admin}`)).toEqual([ben]);
    expect(await memberIds(`?organizationRoleId=${admin}&q=ann`)).toEqual([]);
    expect(await memberIds('?organizationRoleId=nope')).toEqual([]);
    expect((await api.get(`/organizations/${org}/users?organizationRoleId=`)).status).toBe(400);
  });

  test('are not added at all when one of them does not exist', async () => {
    const answer = await api.post(`/organizations/${org}/users`, { userIds: [ben, 'nope'] });
    expect(refusal(answer)).toBe('422 entity.relation_foreign_key_not_found');
    expect(await memberIds()).toEqual([ann]);
  });

  test('who stay through a replacement keep their roles', async () => {
    await api.post(`/organizations/${org}/users/${ann}/roles`, { organizationRoleIds: [admin] });
    expect((await api.put(`/organizations/${org}/users`, { userIds: [ben, ann, ben] })).status).toBe(204);
    expect(await roleNames(ann)).toEqual(['admin']);
    await api.put(`/organizations/${org}/users`, { userIds: [] });
    expect(await memberIds()).toEqual([]);
  });

  test('are kept when a replacement fails', async () => {
    const answer = await api.put(`/organizations/${org}/users`, { userIds: [ben, 'nope'] });
    expect(answer.status).toBe(422);
    expect(await memberIds()).toEqual([ann]);
  });

  test('lose their roles when they go, and have none when they come back', async () => {
    await api.post(`/organizations/${org}/users/${ann}/roles`, { organizationRoleIds: [admin] });
    await api.delete(`/organizations/${org}/users/${ann}`);
    await api.post(`/organizations/${org}/users`, { userIds: [ann] });
    expect(await roleNames(ann)).toEqual([]);
  });
});

describe('roles of members', () => {
  test('are given to all or to nobody', async () => {
    const path = `/organizations/${org}/users/roles`;
    const outside = await api.post(path, { userIds: [ann, ben], organizationRoleIds: [admin] });
    expect(refusal(outside)).toBe('422 entity.relation_foreign_key_not_found');
    const machine = await api.post(path, { userIds: [ann], organizationRoleIds: [admin, bot] });
    expect(refusal(machine)).toBe('422 entity.db_constraint_violated');
    expect(await roleNames(ann)).toEqual([]);
  });

  test('are given by id and by name together, each once', async () => {
    const path = `/organizations/${org}/users/${ann}/roles`;
    const { body } = await api.post(path, {
      organizationRoleIds: [admin],
      organizationRoleNames: ['admin', 'member'],
    });
    expect(body['organizationRoleIds']).toEqual([admin, member]);
    expect(await roleNames(ann)).toEqual(['admin', 'member']);
  });

  test('of an unknown name are refused with the names in the sentence', async () => {
    const path = `/organizations/${org}/users/${ann}/roles`;
    const answer = await api.put(path, { organizationRoleNames: ['owner', 'member', 'king'] });
    expect(refusal(answer)).toBe('422 organization.role_names_not_found');
    expect(answer.body['message']).toContain('owner and king');
  });

  test('are cleared by a replacement with nothing', async () => {
    const path = `/organizations/${org}/users/${ann}/roles`;
    await api.post(path, { organizationRoleIds: [admin] });
    expect((await api.post(path, {})).status).toBe(201);
    expect(await roleNames(ann)).toEqual(['admin']);
    expect((await api.put(path, {})).status).toBe(204);
    expect(await roleNames(ann)).toEqual([]);
  });

  test('survive a replacement that fails', async () => {
    const path = `/organizations/${org}/users/${ann}/roles`;
    await api.post(path, { organizationRoleIds: [admin] });
    expect(refusal(await api.put(path, { organizationRoleIds: [member, bot] }))).toBe(
      '422 entity.db_constraint_violated',
    );
    expect(await roleNames(ann)).toEqual(['admin']);
  });

  test('need membership, the permissions do not', async () => {
    const path = `/organizations/${org}/users/${ben}`;
    const required = '422 organization.require_membership';
    expect(refusal(await api.get(`${path}/roles`))).toBe(required);
    expect(refusal(await api.put(`${path}/roles`, {}))).toBe(required);
    expect(refusal(await api.delete(`${path}/roles/${admin}`))).toBe(required);
    expect(await api.get(`${path}/scopes`)).toMatchObject({ status: 200, body: [] });
  });

  test('go with the role, and with the permission of the role', async () => {
    await api.post(`/organizations/${org}/users/${ann}/roles`, { organizationRoleIds: [admin] });
    const scopes = () => api.get(`/organizations/${org}/users/${ann}/scopes`).then(names);
    expect(await scopes()).toEqual(['manage:member']);
    await api.delete(`/organization-roles/${admin}`);
    expect(await roleNames(ann)).toEqual([]);
    expect(await scopes()).toEqual([]);
  });
});

describe('applications in an organization', () => {
  test('are machine-to-machine, and get roles for machines', async () => {
    const app = async (type: string) =>
      String((await api.post('/applications', { name: type, type })).body['id']);
    const machine = await app('MachineToMachine');
    const page = await app('SPA');
    const path = `/organizations/${org}/applications`;
    expect(refusal(await api.post(path, { applicationIds: [machine, page] }))).toBe(
      '422 entity.db_constraint_violated',
    );
    expect((await api.get(path)).body).toEqual([]);
    expect(refusal(await api.get(`${path}/${machine}/roles`))).toBe('422 organization.require_membership');
    await api.put(path, { applicationIds: [machine] });
    expect((await api.put(`${path}/${machine}/roles`, { organizationRoleIds: [bot] })).status).toBe(204);
    expect(refusal(await api.put(`${path}/${machine}/roles`, { organizationRoleIds: [] }))).toBe(
      '400 guard.invalid_input',
    );
    const [organization] = (await api.get(`/applications/${machine}/organizations`)).body;
    expect(organization).toMatchObject({ id: org, organizationRoles: [{ id: bot, name: 'bot' }] });
    expect((await api.get(path)).body[0]).not.toHaveProperty('secret');
    expect((await api.delete(`${path}/${machine}/roles/${bot}`)).status).toBe(204);
  });
});
