import { NotCheckable, type CheckGroup } from '../check.js';
import { each, expect } from '../expectations.js';
import type { Stage } from '../stage.js';

const ELSEWHERE = 'https://orgkit-doctor.invalid';

const preflight = (stage: Stage, origin: string) =>
  stage.backend.raw('OPTIONS', '/organizations', {
    headers: {
      origin,
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'authorization,content-type',
    },
  });

export const crossOrigin: CheckGroup<Stage> = {
  title: 'Pages from elsewhere',
  checks: [
    {
      id: 'cors/closed',
      rule: 'Pages of origins that are not allowed read no answer',
      run: async (stage) => {
        const token = await stage.personToken('owner');
        await each([ELSEWHERE, 'null'], async (origin) => {
          const read = await stage.backend.call('listOrganizations', { token, headers: { origin } });
          for (const answer of [read, await preflight(stage, origin)]) {
            const allowed = answer.headers.get('access-control-allow-origin');
            expect(
              allowed !== '*' && allowed !== origin,
              `${answer.request}: allows the origin ${origin} (${allowed ?? ''})`,
            );
          }
        });
      },
    },
    {
      id: 'cors/open',
      rule: 'The page may call, with its token and If-Match, and sees what it needs',
      run: async (stage) => {
        const { origin } = stage.options;
        if (origin === undefined) throw new NotCheckable('it needs --origin, that of your page');
        const answer = await preflight(stage, origin);
        const header = (name: string): string => answer.headers.get(name) ?? '';
        const words = `${answer.request} from ${origin}`;
        const allowed = header('access-control-allow-origin');
        expect(allowed === origin || allowed === '*', `${words}: not allowed`);
        expect(/authorization/i.test(header('access-control-allow-headers')), `${words}: no Authorization`);
        expect(/\bDELETE\b/.test(header('access-control-allow-methods')), `${words}: no DELETE`);
        const token = await stage.personToken('owner');
        const read = await stage.backend.call('listOrganizations', { token, headers: { origin } });
        const exposed = read.headers.get('access-control-expose-headers') ?? '';
        expect(/retry-after/i.test(exposed), `${read.request} from ${origin}: Retry-After is not exposed`);
        expect(/\borigin\b/i.test(read.headers.get('vary') ?? ''), `${read.request}: no Vary: Origin`);
      },
    },
  ],
};
