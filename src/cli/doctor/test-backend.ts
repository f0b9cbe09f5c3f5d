import { Backend } from './backend.js';
import { Halt, type Result } from './check.js';
import { checksOf } from './checks/index.js';
import { explain } from './explain.js';
import type { Cleanup } from './left-behind.js';
import { connectLogto, type LogtoAccess } from './logto.js';
import { restore } from './restore.js';
import { runChecks } from './run-checks.js';
import { Stage, type StageOptions } from './stage.js';

export interface BackendTest {
  readonly url: string;
  readonly logto: LogtoAccess;
  readonly options: StageOptions;
  readonly signal: AbortSignal;
  /** Areas, such as `tokens`, to check alone; what they build on is checked too. All without it. */
  readonly only?: readonly string[] | undefined;
  readonly onResult?: (result: Result) => void;
}

export interface BackendReport {
  readonly results: readonly Result[];
  readonly cleanup: Cleanup;
  /** Why nothing, or not everything that matters, could be checked. */
  readonly failure?: string | undefined;
}

/** Tests a running backend with accounts of its own, and takes away what it made, however it ends. */
export const testBackend = async (test: BackendTest): Promise<BackendReport> => {
  const logto = connectLogto(test.logto);
  const backend = new Backend(test.url, test.signal);
  const stage = new Stage(backend, logto, test.options);
  const words = (error: unknown): string | undefined =>
    error instanceof Halt ? error.message : explain(error, test.logto.m2m.secret);
  const results: Result[] = [];
  let failure: string | undefined;
  try {
    // Before anything is made: whatever it answers, it is there.
    await backend.raw('GET', '/health', { patient: false });
    await stage.prepare();
    await runChecks(checksOf(test.only), stage, {
      explain: words,
      afterBroken: () => restore(stage),
      onResult: (result) => {
        results.push(result);
        test.onResult?.(result);
      },
    });
    failure = backend.halted ?? (stage.find('organization') ? undefined : 'the doctor got no organization');
  } catch (error) {
    failure = words(error);
    if (failure === undefined) {
      await stage.makings.cleanUp();
      throw error;
    }
  }
  return { results, cleanup: await stage.makings.cleanUp(), failure };
};
