import type { Trouble, UpstreamInfo } from '../load-upstream.js';
import { startProcess } from '../../test/cli/serve-process.js';
import { gather, type Client, type Tally } from './crowd.js';
import { people } from './organizations.js';
import { Serving, type Sample } from './serving.js';

/** Caches fill, code is compiled, and a new Redis gives no lock for the first 12 s. */
export const WARM_UP_MS = 15_000;
export const LOAD_MS = 30_000;
const SAMPLE_MS = 1_000;

/** What one process went through. */
export interface ProcessRun {
  /** Under load, once in a second. */
  readonly samples: readonly Sample[];
  /** Bytes of the heap in use after the warm-up, and after the load. */
  readonly retained: readonly [before: number, after: number];
  readonly processorSeconds: number;
  readonly isHealthy: boolean;
  /** After SIGTERM. */
  readonly exitStatus: number | null;
}

export interface LoadRun {
  readonly warmUp: Tally;
  readonly load: Tally;
  readonly processes: readonly ProcessRun[];
  /** What Logto did during the load. */
  readonly trouble: Trouble;
}

/** Ends what was started and is still there. */
export const cleanUp: (() => void)[] = [];

/** So many processes with a Logto of their own, and the whole crowd spread over them. */
export const runLoad = async (
  processes: number,
  environment: Readonly<Record<string, string>>,
): Promise<LoadRun> => {
  const upstream = startProcess(process.execPath, ['--import', 'tsx', 'bench/load-upstream.ts']);
  cleanUp.push(() => upstream.child.kill('SIGKILL'));
  const [line] = await upstream.find(/^\{.*\}\n/m);
  const info = JSON.parse(line) as UpstreamInfo;
  const trouble = async (): Promise<Trouble> =>
    (await (await fetch(`${info.url}/trouble`)).json()) as Trouble;

  const servings = Array.from(
    { length: processes },
    () => new Serving({ ...info.environment, ...environment }),
  );
  cleanUp.push(...servings.map((serving) => () => serving.kill()));
  await Promise.all(servings.map((serving) => serving.ready()));
  const clients = people.map((person, index): Client => {
    // By halves, and not in turn: so every process serves every organization.
    const serving = servings[Math.floor((index * processes) / people.length)];
    return { person, token: info.tokens[index] ?? '', base: serving?.base ?? '' };
  });

  const warmUp = await gather(clients, WARM_UP_MS);
  const retainedBefore = await Promise.all(servings.map((serving) => serving.retained()));
  const troubleBefore = await trouble();
  const watches = await Promise.all(servings.map(watch));
  const load = await gather(clients, LOAD_MS);
  const watched = await Promise.all(watches.map((end) => end()));
  const retainedAfter = await Promise.all(servings.map((serving) => serving.retained()));
  const troubleAfter = await trouble();
  const healthy = await Promise.all(servings.map((serving) => serving.isHealthy()));
  const exits = await Promise.all(servings.map((serving) => serving.stop()));
  upstream.child.kill('SIGTERM');
  await upstream.exited;
  return {
    warmUp,
    load,
    processes: watched.map((seen, index) => ({
      ...seen,
      retained: [retainedBefore[index] ?? Number.NaN, retainedAfter[index] ?? Number.NaN],
      isHealthy: healthy[index] ?? false,
      exitStatus: exits[index] ?? null,
    })),
    trouble: {
      calls: troubleAfter.calls - troubleBefore.calls,
      failed: troubleAfter.failed - troubleBefore.failed,
      stalled: troubleAfter.stalled - troubleBefore.stalled,
    },
  };
};

/** Samples a process until it is told to end. */
const watch = async (
  serving: Serving,
): Promise<() => Promise<Pick<ProcessRun, 'samples' | 'processorSeconds'>>> => {
  const first = await serving.sample();
  const samples: Sample[] = [];
  let pending: Promise<unknown> = Promise.resolve();
  const timer = setInterval(() => {
    // A process that has crashed gives no sample, and is found out by its health.
    pending = serving.sample().then(
      (sample) => samples.push(sample),
      () => undefined,
    );
  }, SAMPLE_MS);
  return async () => {
    clearInterval(timer);
    await pending;
    const last = await serving.sample();
    return { samples, processorSeconds: last.processorSeconds - first.processorSeconds };
  };
};
