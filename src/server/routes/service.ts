import * as v from 'valibot';
import { openApiDocument } from '../openapi.js';
import { route, type Route } from '../route.js';

/** What the backend tells about itself. */
export const serviceRoutes: readonly Route[] = [
  route({
    operation: 'getHealth',
    method: 'GET',
    path: '/health',
    authorization: { who: 'anybody' },
    summary: 'Whether the process answers. Says nothing about Logto.',
    output: v.object({ status: v.literal('ok') }),
    handle: async () => ({ status: 'ok' as const }),
  }),
  route({
    operation: 'getOpenApiDocument',
    method: 'GET',
    path: '/openapi.json',
    authorization: { who: 'anybody' },
    summary: 'This document.',
    output: v.looseObject({}),
    handle: async ({ services }) => openApiDocument(services.routes, services.settings.basePath),
  }),
];
