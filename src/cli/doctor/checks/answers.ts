import { routes } from '../../../server/routes/index.js';
import { BrokenRule, NotCheckable, type Check, type CheckGroup } from '../check.js';
import type { Flaw } from '../answers.js';
import type { Stage } from '../stage.js';

/** As many as a person wants to read of one kind. */
const SHOWN = 5;

const tell = (problems: ReadonlySet<string> | undefined): void => {
  if (!problems || problems.size === 0) return;
  const all = [...problems];
  const more = all.length > SHOWN ? [`and ${all.length - SHOWN} more`] : [];
  throw new BrokenRule([...all.slice(0, SHOWN), ...more].join('\n'));
};

const flaw = (id: string, rule: string, name: Flaw): Check<Stage> => ({
  id,
  rule,
  run: ({ backend }) => tell(backend.log.flaws.get(name)),
});

/** Holds everything that was answered since the first request against the contract: so it comes last. */
export const answers: CheckGroup<Stage> = {
  title: 'Every answer that came',
  checks: [
    flaw('answers/errors', 'Every refusal has the body of an error, and nothing more', 'error-shape'),
    flaw('answers/codes', 'Every error has a code of the closed list, with its status', 'error-code'),
    flaw('answers/request-id', 'Every answer names its request, and errors name the same', 'request-id'),
    flaw('answers/no-store', 'No answer is kept on the way', 'cache'),
    {
      id: 'answers/retry-after',
      rule: 'Who is limited is told when to come back',
      run: ({ backend: { log } }) => {
        tell(log.flaws.get('retry-after'));
        if (!log.codes.has('rate_limited')) throw new NotCheckable('nothing was limited');
      },
    },
    ...routes.map(({ operation }): Check<Stage> => ({
      id: `answers/${operation}`,
      rule: `${operation} answers the contract’s fields and no others`,
      run: ({ backend: { log } }) => {
        const problems = log.operations.get(operation);
        if (!problems) throw new NotCheckable('no success came');
        tell(problems);
      },
    })),
  ],
};
