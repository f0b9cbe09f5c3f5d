/**
 * `npm run bench:load`: a thousand clients, each with one request on its way at any time, for 30 s against `orgkit serve`,
 * while Logto fails a tenth of its calls and answers some of them later than anybody waits. First against one process,
 * then against two that share a Redis. It needs the program redis-server, stays on this machine, ends by itself after
 * some three minutes, and its exit status is 1 when one of these does not hold:
 *
 * - every process is alive and healthy after the load, and ends with status 0 at SIGTERM;
 * - every answer fits the contract and is about what was asked, or is an error of the list with its status, and one that
 *   this trouble explains: `internal` is none of them;
 * - memory does not grow after the warm-up. With all garbage collected and nothing in flight, the heap in use may grow by
 *   3 MB, and 100 bytes for each answer: an object that stays of each request is more. The memory that the process takes
 *   under load may be a fifth larger in the last third of the time than in the second.
 *
 * Clients, Logto and backends are on one machine. With few processors two processes have no more of them than one, so
 * that there is a second figure: answers for the same processor time of the backends, which says what sharing costs.
 */
import { startRedis } from '../test/support/redis.js';
import { people } from './support/organizations.js';
import { cleanUp, LOAD_MS, runLoad, type LoadRun, type ProcessRun } from './support/load-run.js';

/** Bytes of the heap in use: code that is compiled late, and the counts of the limits for each answer. */
const RETAINED = 3 * 2 ** 20;
const RETAINED_FOR_EACH = 100;
/** Of what the process takes under load: the last third of the time, of the second. In the first the heap finds its size. */
const RESIDENT = 1.2;
/** It ends by itself long before. */
const LIMIT_MS = 300_000;

const problems: string[] = [];
const check = (holds: boolean, problem: string): void => {
  if (!holds) problems.push(problem);
};
const megabytes = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(1)} MB`;
const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

const judge = (name: string, { warmUp, load, processes, trouble }: LoadRun): void => {
  for (const [when, tally] of Object.entries({ 'warm-up': warmUp, load })) {
    for (const mistake of tally.mistakes()) problems.push(`${name}, ${when}: ${mistake}`);
  }
  check(trouble.failed > 0 && trouble.stalled > 0, `${name}: Logto was in no trouble`);
  const answers = load.answers / processes.length;
  for (const [index, run] of processes.entries()) {
    judgeProcess(
      processes.length === 1 ? name : `${name}, the ${index === 0 ? 'first' : 'second'}`,
      run,
      answers,
    );
  }
};

const judgeProcess = (name: string, run: ProcessRun, answers: number): void => {
  check(run.isHealthy, `${name}: not healthy after the load`);
  check(run.exitStatus === 0, `${name}: ended with ${String(run.exitStatus)}`);
  const [before, after] = run.retained;
  const kept = after - before;
  check(
    kept <= RETAINED + RETAINED_FOR_EACH * answers,
    `${name}: keeps ${kept} bytes after ${answers} answers`,
  );
  const resident = run.samples.map((sample) => sample.resident);
  const third = Math.ceil(resident.length / 3);
  const growth = median(resident.slice(-third)) / median(resident.slice(third, -third));
  check(
    growth <= RESIDENT,
    `${name}: takes ${growth.toFixed(2)} of the memory that it took ten seconds before`,
  );
  console.log(
    `${name}: heap in use ${megabytes(before)} after the warm-up and ${megabytes(after)} after the load; ` +
      `memory under load at most ${megabytes(Math.max(...resident))}, in the last third of the time ${growth.toFixed(2)} of the second`,
  );
};

const tell = (name: string, { load, trouble }: LoadRun): void => {
  const share = (count: number): string => `${((100 * count) / trouble.calls).toFixed(1)} %`;
  console.log(
    `\n${name}: ${load.answers} answers; Logto got ${trouble.calls} calls, failed ${share(trouble.failed)} and stalled ${share(trouble.stalled)} of them`,
  );
  console.table(
    Object.fromEntries([...load.successes, ...load.refusals].map(([what, count]) => [what, { count }])),
  );
};

const perProcessorSecond = ({ load, processes }: LoadRun): number =>
  load.answers / processes.reduce((sum, { processorSeconds }) => sum + processorSeconds, 0);

const end = (status: number): never => {
  for (const kill of cleanUp) kill();
  process.exit(status);
};
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => end(1));
setTimeout(() => {
  console.error('It did not end by itself.');
  end(1);
}, LIMIT_MS).unref();

console.log(`${people.length} clients, ${LOAD_MS / 1000} s each, after a warm-up`);
const redis = await startRedis();
cleanUp.push(() => void redis.kill());
try {
  const one = await runLoad(1, {});
  tell('One process', one);
  judge('One process', one);
  const two = await runLoad(2, { REDIS_URL: redis.url });
  tell('Two processes', two);
  judge('Two processes', two);
  console.log(
    `\nTwo processes answered ${(two.load.inTime / one.load.inTime).toFixed(2)} times as much as one in the same time, ` +
      `and ${(perProcessorSecond(two) / perProcessorSecond(one)).toFixed(2)} times as much with the same processor time.`,
  );
} catch (error) {
  problems.push(String(error).slice(-2_000));
}
for (const problem of problems) console.error(`✗ ${problem}`);
console.log(problems.length === 0 ? 'Every check passed.' : `${problems.length} checks failed.`);
await redis.kill();
end(problems.length === 0 ? 0 : 1);
