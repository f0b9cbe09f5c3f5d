import { beforeAll, describe, expect, test } from 'vitest';
import { ENDPOINT, names, refusal, startManagement, type ManagementClient } from './management-client.js';

let api: ManagementClient;

beforeAll(async () => {
  api = await startManagement();
  for (let index = 0; index < 25; index += 1) await api.post('/organizations', { name: `Number ${index}` });
});

describe('pagination', () => {
  test('starts at page 1 with 20', async () => {
    const { body, headers } = await api.get('/organizations');
    expect(body).toHaveLength(20);
    expect(headers.get('total-number')).toBe('25');
  });

  test('links to the first, previous, last and next page, and keeps other parameters', async () => {
    const { headers } = await api.get('/organizations?page_size=10&page=2&q=Number');
    const link = (page: number, relation: string) =>
      `<${ENDPOINT}/api/organizations?page_size=10&page=${page}&q=Number>; rel="${relation}"`;
    expect(headers.get('link')).toBe(
      [link(1, 'first'), link(1, 'prev'), link(3, 'last'), link(3, 'next')].join(', '),
    );
  });

  test('links neither back from the first page nor on from the last', async () => {
    const first = await api.get('/organizations?page=1&page_size=100');
    expect(first.headers.get('link')).not.toMatch(/prev|next/);
  });

  test.each(['page=0', 'page=-1', 'page=abc', 'page_size=0', 'page_size=101', 'page=1&page=2', 'page=NaN'])(
    'refuses %s',
    async (query) => {
      expect(refusal(await api.get(`/organizations?${query}`))).toBe('400 guard.invalid_pagination');
    },
  );

  test('takes the largest page and an empty value', async () => {
    expect((await api.get('/organizations?page=&page_size=100')).body).toHaveLength(25);
  });

  test('is optional for permissions: all of them, without headers', async () => {
    for (let index = 0; index < 22; index += 1)
      await api.post('/organization-scopes', { name: `scope:${index}` });
    const all = await api.get('/organization-scopes');
    expect(all.body).toHaveLength(22);
    expect(all.headers.has('total-number')).toBe(false);
    const paged = await api.get('/organization-scopes?page_size=5');
    expect(paged.body).toHaveLength(5);
    expect(paged.headers.get('total-number')).toBe('22');
  });

  test('is not optional for roles', async () => {
    expect((await api.get('/organization-roles')).headers.get('total-number')).toBe('0');
  });
});

test('a parameter that is one text is refused when it is given twice', async () => {
  expect(refusal(await api.get('/organizations?q=a&q=b'))).toBe('400 guard.invalid_input');
});

describe('search by q', () => {
  // Permissions are searched by name alone, so that no random id matches by chance.
  const words = [
    '50 per cent',
    '50% off',
    'Größe (a+b)',
    'Number 24',
    'back\\slash',
    'underXscore',
    'under_score',
  ];
  let search: ManagementClient;
  beforeAll(async () => {
    search = await startManagement();
    for (const name of words) await search.post('/organization-scopes', { name });
  });
  const found = async (q: string) =>
    names(await search.get(`/organization-scopes?q=${encodeURIComponent(q)}`));

  test('finds a part, ignoring case', async () => {
    expect(await found('NUMBER 24')).toEqual(['Number 24']);
    expect(await found('GRÖSSE')).toEqual([]);
    expect(await found('größE')).toEqual(['Größe (a+b)']);
  });

  test('takes % for any text and _ for one character', async () => {
    expect(await found('5%0')).toEqual(['50 per cent', '50% off']);
    expect(await found('under_score')).toEqual(['underXscore', 'under_score']);
    expect(await found('%')).toEqual(words);
  });

  test('takes a backslash before what is meant literally', async () => {
    expect(await found('50\\%')).toEqual(['50% off']);
    expect(await found('under\\_score')).toEqual(['under_score']);
    expect(await found('back\\\\slash')).toEqual(['back\\slash']);
  });

  test('takes the signs of regular expressions as they are', async () => {
    expect(await found('(a+b)')).toEqual(['Größe (a+b)']);
    expect(await found('.*')).toEqual([]);
    expect(await found('-%')).toEqual([]);
  });

  test('finds by id, and everything when it is empty', async () => {
    const { body } = await api.get('/organizations?page_size=1');
    expect(names(await api.get(`/organizations?q=${String(body[0]?.['id'])}`))).toEqual([body[0]?.['name']]);
    expect((await api.get('/organizations?q=')).headers.get('total-number')).toBe('25');
  });
});
