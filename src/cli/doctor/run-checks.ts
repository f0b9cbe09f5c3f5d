import { BrokenRule, Halt, NotCheckable, type Check, type CheckGroup, type Result } from './check.js';

type Verdict = Pick<Result, 'verdict' | 'reason' | 'advice' | 'link'>;

export interface RunOptions {
  /** Words for what the world outside did; `undefined` for a bug, which is thrown. */
  readonly explain: (error: unknown) => string | undefined;
  /** Puts back what a broken rule let happen. */
  readonly afterBroken?: () => Promise<void>;
  readonly onResult?: (result: Result) => void;
}

/**
 * Runs all checks, one after the other: later ones build on what earlier ones made. After a `Halt` the others are not
 * run, and say so.
 */
export const runChecks = async <Subject>(
  groups: readonly CheckGroup<Subject>[],
  subject: Subject,
  { explain, afterBroken, onResult }: RunOptions,
): Promise<Result[]> => {
  const results: Result[] = [];
  let halted: string | undefined;
  for (const { title, checks } of groups) {
    for (const check of checks) {
      const started = performance.now();
      const verdict: Verdict =
        halted === undefined
          ? await judge(check, subject, explain, (reason) => (halted = reason))
          : { verdict: 'unchecked', reason: halted };
      const milliseconds = Math.round(performance.now() - started);
      const result = { id: check.id, group: title, rule: check.rule, ...verdict, milliseconds };
      results.push(result);
      onResult?.(result);
      if (result.verdict === 'broken') await afterBroken?.();
    }
  }
  return results;
};

const judge = async <Subject>(
  check: Check<Subject>,
  subject: Subject,
  explain: RunOptions['explain'],
  halt: (reason: string) => void,
): Promise<Verdict> => {
  try {
    await check.run(subject);
    return { verdict: 'kept' };
  } catch (error) {
    if (error instanceof BrokenRule) {
      return { verdict: 'broken', reason: error.message, advice: error.advice, link: error.link };
    }
    if (error instanceof NotCheckable) return { verdict: 'unchecked', reason: error.message };
    if (error instanceof Halt) {
      halt(error.message);
      return { verdict: 'unchecked', reason: error.message };
    }
    const reason = explain(error);
    if (reason === undefined) throw error;
    return { verdict: 'unchecked', reason };
  }
};
