import { setTimeout as sleep } from 'node:timers/promises';
import type {
  ManagementApplication,
  ManagementTokenStore,
  ManagementTokenValue,
} from '../management-token.js';
import type { RedisConnection } from './connection.js';
import { RELEASE } from './scripts.js';
import { TokenSeal } from './sealed-token.js';

/** For the one that asks Logto; as long as all its attempts may take. */
const ASKING_MS = 10_000;
/** The others look so often whether it has come, and so long. */
const LOOK_MS = 50;
const PATIENCE_MS = 3_000;

/** One token for all processes, sealed, and one of them that asks Logto for it. */
export class RedisManagementTokens implements ManagementTokenStore {
  readonly #redis: RedisConnection;
  #seal: { readonly application: ManagementApplication; readonly seal: TokenSeal } | undefined;

  constructor(redis: RedisConnection) {
    this.#redis = redis;
  }

  async obtain(
    application: ManagementApplication,
    refused: string | undefined,
    request: () => Promise<ManagementTokenValue>,
  ): Promise<ManagementTokenValue> {
    const seal = this.#sealFor(application);
    const key = `token:${await seal.name}`;
    const asking = `asking:${key}`;
    const owner = crypto.randomUUID();
    const until = Date.now() + PATIENCE_MS;
    const look = async (): Promise<ManagementTokenValue | undefined> => {
      const shared = await this.#shared(seal, key);
      return shared && shared.value !== refused ? shared : undefined;
    };
    try {
      while (Date.now() < until) {
        const shared = await look();
        if (shared) return shared;
        if (await this.#redis.claim(asking, owner, ASKING_MS)) break;
        await sleep(LOOK_MS);
      }
    } catch {
      // Redis is away: each process asks for itself.
      return request();
    }
    try {
      // Whoever was asking may have shared it and let go between the last look and the claim.
      const shared = await look().catch(() => undefined);
      if (shared) return shared;
      const token = await request();
      const life = token.renewAt - Date.now();
      if (life > 0) await this.#redis.set(key, await seal.seal(token), life).catch(() => undefined);
      return token;
    } finally {
      await this.#redis.run(RELEASE, [asking], [owner]).catch(() => undefined);
    }
  }

  async #shared(seal: TokenSeal, key: string): Promise<ManagementTokenValue | undefined> {
    const text = await this.#redis.get(key);
    const token = text === null ? undefined : await seal.open(text);
    return token && token.renewAt > Date.now() ? token : undefined;
  }

  #sealFor(application: ManagementApplication): TokenSeal {
    if (this.#seal?.application !== application)
      this.#seal = { application, seal: new TokenSeal(application) };
    return this.#seal.seal;
  }
}
