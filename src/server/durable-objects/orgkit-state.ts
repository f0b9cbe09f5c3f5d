import * as v from 'valibot';

/** The part of a Durable Object's context that is used. */
export interface StateContext {
  readonly storage: {
    get(key: string): Promise<unknown>;
    put(key: string, value: unknown): Promise<void>;
    deleteAll(): Promise<void>;
    setAlarm(time: number): Promise<void>;
  };
}

const text = v.string();
const count = v.number();
const action = v.variant('action', [
  v.object({ action: v.literal('take'), limit: count, seconds: count, cost: count }),
  v.object({ action: v.literal('acquire'), owner: text, milliseconds: count }),
  v.object({ action: v.literal('renew'), owner: text, milliseconds: count }),
  v.object({ action: v.literal('release'), owner: text }),
]);
export type StateAction = v.InferOutput<typeof action>;

const bucket = v.fallback(v.object({ used: count, at: count, until: count }), { used: 0, at: 0, until: 0 });
const lease = v.fallback(v.object({ owner: text, until: count }), { owner: '', until: 0 });

/**
 * The class of the Durable Objects: each is one limit or one lock. It runs alone, and its storage outlives it, so that
 * nothing is forgotten when the platform moves it.
 */
export class OrgkitState {
  readonly #storage: StateContext['storage'];

  constructor(context: StateContext) {
    this.#storage = context.storage;
  }

  /** Answers one action with a number. */
  async fetch(request: Request): Promise<Response> {
    return Response.json(await this.#answer(v.parse(action, await request.json())));
  }

  /**
   * Nothing is left of a limit that is full again, or of a lease that has ended. The platform promises to call it once
   * at least: it may come again, when there is something new.
   */
  async alarm(): Promise<void> {
    const { until: leased } = v.parse(lease, await this.#storage.get('lease'));
    const { until: counted } = v.parse(bucket, await this.#storage.get('bucket'));
    const until = Math.max(leased, counted);
    if (until > Date.now()) await this.#storage.setAlarm(until + 1);
    else await this.#storage.deleteAll();
  }

  async #answer(asked: StateAction): Promise<number> {
    if (asked.action === 'take') return this.#take(asked);
    const now = Date.now();
    const { owner, until } = v.parse(lease, await this.#storage.get('lease'));
    const isTaken = until > now;
    if (asked.action === 'acquire') {
      if (isTaken && owner !== asked.owner) return until - now;
      await this.#keep(asked.owner, now + asked.milliseconds);
      return 0;
    }
    if (!isTaken || owner !== asked.owner) return 0;
    await this.#keep(owner, asked.action === 'renew' ? now + asked.milliseconds : now);
    return 1;
  }

  async #keep(owner: string, until: number): Promise<void> {
    await this.#storage.put('lease', { owner, until });
    await this.#storage.setAlarm(until + 1);
  }

  /** The leaking bucket of `MemoryRateLimiter`. */
  async #take({ limit, seconds, cost }: Extract<StateAction, { action: 'take' }>): Promise<number> {
    const now = Date.now();
    const perMs = limit / seconds / 1000;
    const { used, at } = v.parse(bucket, await this.#storage.get('bucket'));
    const left = Math.max(0, used - Math.max(0, now - at) * perMs);
    const over = left + cost - limit;
    if (over > 1e-9) return Math.max(1, Math.ceil(over / perMs / 1000));
    const until = now + Math.ceil((left + cost) / perMs) + 1000;
    await this.#storage.put('bucket', { used: left + cost, at: now, until });
    await this.#storage.setAlarm(until + 1);
    return 0;
  }
}
