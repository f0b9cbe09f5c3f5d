import { toJsonSchema } from '@valibot/to-json-schema';
import type { GenericSchema } from 'valibot';
import { errorStatus } from '../contract/errors.js';
import { examples } from './openapi-examples.js';
import type { Route } from './route.js';

type JsonObject = Record<string, unknown>;

/** The OpenAPI 3.1 document of every route, from the schemas that check what comes in and rebuild what goes out. */
export const openApiDocument = (routes: readonly Route[], basePath: string): JsonObject => {
  const paths: Record<string, JsonObject> = {};
  for (const route of routes) {
    const path = route.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operation(route) };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Orgkit', version: '1', description: 'Organizations of Logto, for the people in them.' },
    servers: [{ url: basePath || '/' }],
    security: [{ token: [] }],
    paths,
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
      schemas: { Error: errorSchema },
    },
  };
};

const operation = (route: Route): JsonObject => {
  const { body, output } = examples[route.operation] ?? {};
  return {
    operationId: route.operation,
    summary: route.summary,
    ...(route.authorization.who === 'anybody' && { security: [] }),
    parameters: [...pathParameters(route), ...queryParameters(route)],
    ...(route.body && {
      requestBody: { required: true, content: json(jsonSchema(route.body, 'input'), body) },
    }),
    responses: {
      [route.status]: {
        description: 'Done.',
        ...(route.output && { content: json(jsonSchema(route.output, 'output'), output) }),
      },
      default: {
        description: 'An error of the closed list.',
        content: json({ $ref: '#/components/schemas/Error' }),
      },
    },
  };
};

const json = (schema: unknown, example?: unknown): JsonObject => ({
  'application/json': { schema, ...(example !== undefined && { example }) },
});

const pathParameters = ({ path }: Route): JsonObject[] =>
  [...path.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string', pattern: '^[a-z0-9_-]{1,21}$' },
  }));

const queryParameters = ({ query }: Route): JsonObject[] => {
  if (!query) return [];
  const { properties = {}, required = [] } = jsonSchema(query, 'input') as {
    properties?: JsonObject;
    required?: readonly string[];
  };
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema,
  }));
};

const jsonSchema = (schema: GenericSchema, typeMode: 'input' | 'output'): JsonObject => {
  const { $schema: _, ...rest } = toJsonSchema(schema, { typeMode, errorMode: 'ignore' });
  return rest;
};

const errorSchema = {
  type: 'object',
  required: ['code', 'message'],
  properties: {
    code: { type: 'string', enum: Object.keys(errorStatus) },
    message: { type: 'string', description: 'For programmers; never shown to people.' },
    requestId: { type: 'string' },
    details: { type: 'object' },
  },
};
