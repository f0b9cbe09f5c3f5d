import { format } from 'prettier';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { errorStatus } from '../../src/contract/errors.js';
import { paths } from '../../src/contract/paths.js';
import { examples } from '../../src/server/openapi-examples.js';
import { routes } from '../../src/server/routes/index.js';
import { createBackend } from './support/backend.js';

describe('the OpenAPI document', () => {
  it('is served to anybody, and has every route', async () => {
    const { call } = await createBackend();
    const { status, body } = await call('GET', '/openapi.json');
    expect(status).toBe(200);
    expect(body.openapi).toBe('3.1.0');
    for (const { path, method, operation, authorization } of routes) {
      const described = body.paths[path.replace(/:(\w+)/g, '{$1}')][method.toLowerCase()];
      expect(described.operationId).toBe(operation);
      expect(described.security).toEqual(authorization.who === 'anybody' ? [] : undefined);
    }
    expect(body.components.schemas.Error.properties.code.enum).toEqual(Object.keys(errorStatus));
  });

  it('says what a body may hold, and that nothing else may', async () => {
    const { call } = await createBackend();
    const { body } = await call('GET', '/openapi.json');
    const { schema } = body.paths['/organizations'].post.requestBody.content['application/json'];
    expect(schema).toMatchObject({ type: 'object', required: ['name'], additionalProperties: false });
    expect(Object.keys(schema.properties)).toEqual([
      'name',
      'description',
      'logoUrl',
      'darkLogoUrl',
      'customData',
    ]);
    const query = body.paths['/organizations/{organizationId}/members'].get.parameters.map(
      ({ name }: { name: string }) => name,
    );
    expect(query).toEqual(['organizationId', 'page', 'page_size', 'q', 'role']);
  });

  it.each(
    routes.filter(({ body, output, authorization }) => (body ?? output) && authorization.who !== 'anybody'),
  )('has examples that fit: $operation', ({ operation, body, output }) => {
    const example = examples[operation];
    if (body) expect(v.safeParse(body, example?.body).issues).toBeUndefined();
    if (output) expect(v.parse(output, example?.output)).toEqual(example?.output);
  });

  it('names each operation once', () => {
    const names = routes.map(({ operation }) => operation);
    expect(new Set(names).size).toBe(names.length);
  });

  it('is what the paths of the contract lead to', () => {
    const patterns = routes.map(({ path }) => path.replace(/:\w+/g, 'x'));
    for (const make of Object.values(paths)) {
      expect(patterns).toContain(make('x', 'x'));
    }
  });
});

describe('docs/openapi.json', () => {
  // `npx vitest run -u test/server/openapi.test.ts` brings it up to date.
  it('is the document that the handler serves', async () => {
    const { call } = await createBackend();
    const { text } = await call('GET', '/openapi.json');
    const document = await format(text, { parser: 'json', printWidth: 110 });
    await expect(document).toMatchFileSnapshot('../../docs/openapi.json');
  });
});
