import type { Answer } from '../support/backend.js';
import { Judge, momentOf, Violation, type Outcome } from './judge.js';
import { toAttempt, type Attempt, type Step } from './steps.js';
import { createWorld, type Sabotage, type World, type WorldPlan } from './world.js';

export interface Play {
  readonly world: WorldPlan;
  /** What happens one after the other; the steps of one turn go on at once. */
  readonly turns: readonly (readonly Step[])[];
  /** Of calls to Logto, while two steps go on at once. */
  readonly delays?: readonly number[];
}

/** What came up in all plays: a property that never meets a success, or a refusal, says little. */
export type Tally = Map<string, number>;

const pathOf = ({ route, params, query }: Attempt): string =>
  route.path.replace(/:(\w+)/g, (_, name: string) => params[name] ?? '') + query;

const send = ({ backend }: World, attempt: Attempt): Promise<Answer> => {
  const { route, token, body, headers } = attempt;
  return backend.call(route.method, pathOf(attempt), { token, headers, ...(body && { body }) });
};

/** Plays it on a backend of its own, and judges after every turn. @throws Violation */
export const play = async (
  { world: plan, turns, delays = [] }: Play,
  tally: Tally,
  sabotage?: Sabotage & { readonly answer?: (answer: Answer) => Answer },
): Promise<void> => {
  const world = await createWorld(plan, sabotage);
  const judge = new Judge(world);
  for (const steps of turns) {
    const attempts = await Promise.all(steps.map((step) => toAttempt(world, step)));
    const before = momentOf(world);
    world.delays = steps.length > 1 ? delays : [];
    const outcomes: Outcome[] = await Promise.all(
      attempts.map(async (attempt) => {
        const answer = await send(world, attempt);
        return { attempt, answer: sabotage?.answer?.(answer) ?? answer };
      }),
    );
    judge.judge(outcomes, before, momentOf(world));
    for (const outcome of outcomes) {
      const { attempt, answer } = outcome;
      const key = `${attempt.route.operation} ${answer.status}`;
      tally.set(key, (tally.get(key) ?? 0) + 1);
      if (answer.status === 404) await compareWithUnknown(world, attempt, answer);
    }
  }
};

/** What is somebody else's answers letter by letter as what nobody has. */
const compareWithUnknown = async (world: World, attempt: Attempt, answer: Answer): Promise<void> => {
  const names = Object.keys(attempt.params);
  const last = names.at(-1);
  if (last === undefined) return;
  const unknown = await send(world, { ...attempt, params: { ...attempt.params, [last]: 'does-not-exist' } });
  const shown = ({ status, headers, body }: Answer): string => {
    const { requestId: _, ...rest } = body as Readonly<Record<string, unknown>>;
    return JSON.stringify({ status, rest, headers: [...headers.keys()].sort() });
  };
  if (shown(answer) !== shown(unknown)) {
    throw new Violation(`foreign and unknown differ: ${shown(answer)} ${shown(unknown)}`);
  }
};
