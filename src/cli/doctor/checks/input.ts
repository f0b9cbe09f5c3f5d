import type { CheckGroup } from '../check.js';
import { each, refused } from '../expectations.js';
import { guarded, sample } from '../samples.js';
import type { Stage } from '../stage.js';

const OVERSIZE_BYTES = 1_500_000;

export const input: CheckGroup<Stage> = {
  title: 'What is sent',
  checks: [
    {
      id: 'input/unknown-fields',
      rule: 'A field that the operation does not take is refused, and so nothing gets to Logto unseen',
      run: async (stage) => {
        const [person, token] = [await stage.personToken('owner'), await stage.organizationToken('owner')];
        await each(
          guarded.filter(({ body }) => body),
          async (route) => {
            const { params, body } = sample(route, stage);
            const isPerson = route.authorization.who === 'person';
            const answer = await stage.backend.call(route.operation, {
              params,
              body: { ...Object(body), tenantId: 'orgkit-doctor' },
              token: isPerson ? person : token,
            });
            refused(answer, ['invalid_input'], ' with a field too many');
          },
        );
      },
    },
    {
      id: 'input/body',
      rule: 'A body that is no JSON, or is not called so, is refused',
      run: async (stage) => {
        const token = await stage.personToken('owner');
        const wrong = [
          { body: '{"name":', type: 'application/json' },
          { body: '"name"', type: 'application/json' },
          { body: '[]', type: 'application/json' },
          { body: `{"name":"${stage.name} as text"}`, type: 'text/plain' },
        ];
        await each(wrong, async ({ body, type }) => {
          const headers = { 'content-type': type };
          const answer = await stage.backend.raw('POST', '/organizations', { token, body, headers });
          refused(answer, ['invalid_input'], ` with ${body.slice(0, 20)} as ${type}`);
        });
      },
    },
    {
      id: 'input/oversize',
      rule: 'A body over the limit is refused before it is read',
      run: async (stage) => {
        const token = await stage.personToken('owner');
        const body = JSON.stringify({ name: 'a'.repeat(OVERSIZE_BYTES) });
        const answer = await stage.backend.raw('POST', '/organizations', { token, body });
        refused(answer, ['payload_too_large'], ` with ${OVERSIZE_BYTES} bytes`);
      },
    },
    {
      id: 'input/pages',
      rule: 'Pages are bounded: at most 100, from 1 on',
      run: async (stage) => {
        const token = await stage.organizationToken('owner');
        const queries = [
          '?page_size=101',
          '?page_size=100000',
          '?page_size=0',
          '?page=0',
          '?page=-1',
          '?page=x',
        ];
        await each(['listMembers', 'listInvitations'], (operation) =>
          each(queries, async (query) => {
            const answer = await stage.backend.call(operation, { token, params: stage.inside(), query });
            refused(answer, ['invalid_input']);
          }),
        );
      },
    },
    {
      id: 'input/query',
      rule: 'A parameter that is unknown, or given twice, is refused',
      run: async (stage) => {
        const token = await stage.organizationToken('owner');
        await each(['?organizationId=other', '?page=1&page=2', '?role=..%2F..'], async (query) => {
          const answer = await stage.backend.call('listMembers', { token, params: stage.inside(), query });
          refused(answer, ['invalid_input']);
        });
        const answer = await stage.backend.call('listInvitations', {
          token,
          params: stage.inside(),
          query: '?status=none',
        });
        refused(answer, ['invalid_input']);
      },
    },
  ],
};
