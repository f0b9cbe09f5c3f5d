import * as v from 'valibot';
import { routes } from '../../../server/routes/index.js';
import type { CheckGroup } from '../check.js';
import { expect, succeeded } from '../expectations.js';
import type { Stage } from '../stage.js';

const document = v.looseObject({
  openapi: v.string(),
  paths: v.record(v.string(), v.record(v.string(), v.unknown())),
});

export const service: CheckGroup<Stage> = {
  title: 'What the backend tells about itself',
  checks: [
    {
      id: 'service/health',
      rule: 'Whether the process answers is told without a token',
      run: async ({ backend }) => {
        succeeded(await backend.call('getHealth'), v.object({ status: v.literal('ok') }));
      },
    },
    {
      id: 'service/openapi',
      rule: 'openapi.json names every operation of the contract',
      run: async ({ backend }) => {
        const { paths } = succeeded(await backend.call('getOpenApiDocument'), document);
        const missing = routes.filter(({ method, path, operation }) => {
          const described: unknown = paths[path.replace(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()];
          const isNamed = v.is(v.looseObject({ operationId: v.literal(operation) }), described);
          return !isNamed;
        });
        const names = missing.map(({ operation }) => operation).join(', ');
        expect(missing.length === 0, `openapi.json lacks ${names}`);
      },
    },
  ],
};
