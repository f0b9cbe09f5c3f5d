import { Redis } from 'ioredis';
import type { Log } from '../log.js';
import { SETTLE } from './scripts.js';

/** Whoever waits for Redis waits no longer: it is asked several times in a request. */
const COMMAND_MS = 1_000;
const CONNECT_MS = 2_000;
const LONGEST_PAUSE_MS = 2_000;

export interface RedisConnectionOptions {
  readonly url: string;
  /** In front of every key. */
  readonly prefix: string;
  readonly log: Log;
  /** How long a lock may still be relied on that Redis has forgotten. */
  readonly settleMs: number;
}

/**
 * One connection, and the promise that nothing hangs on it: when Redis is away, or does not answer, a command rejects at
 * once or after a second. It comes back by itself.
 */
export class RedisConnection {
  readonly #redis: Redis;
  readonly #options: RedisConnectionOptions;
  /** Resolves when the first connection is there, or is not: the first requests of a process wait for that. */
  readonly #isKnown: Promise<void>;
  #isUp: boolean | undefined;
  #isClosed = false;

  constructor(options: RedisConnectionOptions) {
    this.#options = options;
    this.#redis = new Redis(options.url, {
      connectionName: 'orgkit',
      connectTimeout: CONNECT_MS,
      commandTimeout: COMMAND_MS,
      // A socket that says nothing is given up: then further commands reject at once instead of after a second each.
      socketTimeout: COMMAND_MS,
      // What was asked is never sent later: whoever asked has gone on without it.
      enableOfflineQueue: false,
      autoResendUnfulfilledCommands: false,
      maxRetriesPerRequest: 0,
      retryStrategy: (times) => Math.min(LONGEST_PAUSE_MS, 50 * 2 ** Math.min(times, 6)),
      // After a fail-over the address may lead to a replica for a while.
      reconnectOnError: (error) => error.message.startsWith('READONLY'),
    });
    this.#isKnown = new Promise((resolve) => {
      for (const event of ['ready', 'error', 'close']) this.#redis.once(event, () => resolve());
    });
    this.#redis.on('ready', () => void this.#settle());
    this.#redis.on('error', (error: Error) => this.#tell(false, error));
    this.#redis.on('close', () => this.#tell(false, 'the connection was closed'));
  }

  /** As far as is known; `undefined` before the first answer. */
  get isUp(): boolean | undefined {
    return this.#isUp;
  }

  /** Whether Redis answers now. */
  async isAnswering(): Promise<boolean> {
    return this.#watched(() => this.#redis.ping()).then(
      () => true,
      () => false,
    );
  }

  /** Runs a script, which is atomic. Its keys get the prefix. */
  run(script: string, keys: readonly string[], values: readonly (string | number)[]): Promise<unknown> {
    const names = keys.map((key) => this.#options.prefix + key);
    return this.#watched(() => this.#redis.eval(script, names.length, ...names, ...values));
  }

  get(key: string): Promise<string | null> {
    return this.#watched(() => this.#redis.get(this.#options.prefix + key));
  }

  async set(key: string, value: string, milliseconds: number): Promise<void> {
    await this.#watched(() => this.#redis.set(this.#options.prefix + key, value, 'PX', milliseconds));
  }

  /** Sets a key that is not there. False when it is. */
  async claim(key: string, value: string, milliseconds: number): Promise<boolean> {
    const name = this.#options.prefix + key;
    return (await this.#watched(() => this.#redis.set(name, value, 'PX', milliseconds, 'NX'))) === 'OK';
  }

  close(): void {
    this.#isClosed = true;
    this.#redis.disconnect();
  }

  /** As early as possible, so that the time after a restart has passed when the first lock is asked for. */
  async #settle(): Promise<void> {
    const { settleMs } = this.#options;
    await this.run(SETTLE, ['server', 'settling'], [settleMs]).catch(() => undefined);
  }

  async #watched<Result>(command: () => Promise<Result>): Promise<Result> {
    try {
      if (this.#isUp === undefined) await this.#isKnown;
      const result = await command();
      this.#tell(true);
      return result;
    } catch (error) {
      this.#tell(false, error);
      throw error;
    }
  }

  #tell(isUp: boolean, cause?: unknown): void {
    if (this.#isClosed || this.#isUp === isUp) return;
    const wasDown = this.#isUp === false;
    this.#isUp = isUp;
    if (!isUp) {
      const message = 'Redis is away: limits are counted here, and changes that need the lock are refused';
      this.#options.log({ level: 'error', message, cause });
    } else if (wasDown) this.#options.log({ level: 'warn', message: 'Redis is back' });
  }
}
