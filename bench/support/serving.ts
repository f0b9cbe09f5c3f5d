import { served, startServe, type StartedProcess } from '../../test/cli/serve-process.js';

/** At SIGUSR2 the process collects all garbage, twice because of finalizers, and tells what is left. */
const PROBE = `
import { runInNewContext } from 'node:vm';
import { setFlagsFromString } from 'node:v8';
setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc');
let probe = 0;
process.on('SIGUSR2', () => {
  collect();
  setImmediate(() => {
    collect();
    process.stdout.write('{"probe":' + ++probe + ',"retained":' + process.memoryUsage().heapUsed + '}\\n');
  });
});`;

const STOP_MS = 40_000;

export interface Sample {
  /** Bytes of memory that the process takes, together with garbage that was not collected yet. */
  readonly resident: number;
  readonly processorSeconds: number;
}

/** A process of `orgkit serve`, watched. */
export class Serving {
  readonly #process: StartedProcess;
  #base = '';
  #metrics = '';
  #probes = 0;

  constructor(environment: Readonly<Record<string, string>>) {
    this.#process = startServe(['--port', '0', '--metrics-port', '0'], {
      ...environment,
      ORGKIT_INVITATION_LINK: 'https://app.example.com/join?invitation={id}',
      // The line of each request would go to this process, which has enough to do.
      ORGKIT_LOG_REQUESTS: 'false',
      NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(PROBE)}`,
    });
  }

  async ready(): Promise<void> {
    this.#base = (await served(this.#process)).base;
    const [, metrics = ''] = await this.#process.find(/"metrics":"([^"]+)"/);
    this.#metrics = metrics;
  }

  get base(): string {
    return this.#base;
  }

  get isAlive(): boolean {
    return this.#process.child.exitCode === null && this.#process.child.signalCode === null;
  }

  async isHealthy(): Promise<boolean> {
    const url = `${new URL(this.#base).origin}/health`;
    return (
      this.isAlive &&
      (await fetch(url).then(
        ({ ok }) => ok,
        () => false,
      ))
    );
  }

  async sample(): Promise<Sample> {
    const text = await (await fetch(this.#metrics)).text();
    const value = (name: string): number => Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1]);
    return {
      resident: value('process_resident_memory_bytes'),
      processorSeconds: value('process_cpu_seconds_total'),
    };
  }

  /** Bytes of the heap that are in use when nothing is in flight and all garbage is gone. */
  async retained(): Promise<number> {
    this.#probes += 1;
    this.#process.child.kill('SIGUSR2');
    const [, bytes] = await this.#process.find(new RegExp(`"probe":${this.#probes},"retained":(\\d+)`));
    return Number(bytes);
  }

  /** Exit status after SIGTERM; `null` when it had to be killed. */
  async stop(): Promise<number | null> {
    const { child, exited } = this.#process;
    child.kill('SIGTERM');
    const timer = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
    const status = await exited;
    clearTimeout(timer);
    return status;
  }

  kill(): void {
    this.#process.child.kill('SIGKILL');
  }
}
