import type { Adapter, AdapterFactory, AdapterPayload } from 'oidc-provider';

interface StoredRecord {
  readonly payload: AdapterPayload;
  /** Epoch ms; absent for what never ends by itself. */
  readonly expiresAt?: number;
}

/** Sessions, grants and tokens as plain JSON. */
export type OidcSnapshot = readonly (readonly [key: string, record: StoredRecord])[];

export interface OidcStoreOptions {
  /** Clock in epoch milliseconds: when a refresh token was used. */
  readonly now: () => number;
}

/**
 * What the OpenID provider keeps, in memory and as JSON, so that it outlives a restart.
 *
 * A refresh token that is used keeps the time of its **first** use, in seconds with a fraction: within the
 * tolerance of rotation it may be used again, and later uses must not extend that.
 */
export class OidcStore {
  readonly #now: () => number;
  readonly #records = new Map<string, StoredRecord>();
  readonly #listeners = new Set<() => void>();

  constructor({ now }: OidcStoreOptions) {
    this.#now = now;
  }

  /** Calls `listener` after each change; returns how to stop. */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  snapshot(): OidcSnapshot {
    this.#dropExpired();
    return [...this.#records];
  }

  /** @throws TypeError when it is no snapshot; then nothing was restored. */
  restore(snapshot: OidcSnapshot): void {
    for (const [key, record] of snapshot) {
      if (typeof key !== 'string' || typeof record?.payload !== 'object') {
        throw new TypeError('sessions and tokens: pairs of key and record expected');
      }
    }
    for (const [key, record] of snapshot) this.#records.set(key, record);
  }

  /** One adapter per kind of thing that the provider keeps, all over this store. */
  readonly adapter: AdapterFactory = (model): Adapter => {
    const keyOf = (id: string) => `${model}:${id}`;
    const findBy = (field: 'uid' | 'userCode', value: string) =>
      this.#entries(model).find(([, { payload }]) => payload[field] === value)?.[1].payload;
    return {
      find: async (id) => this.#get(keyOf(id)),
      findByUid: async (uid) => findBy('uid', uid),
      findByUserCode: async (userCode) => findBy('userCode', userCode),
      upsert: async (id, payload, expiresIn) => {
        const expiresAt = expiresIn ? { expiresAt: Date.now() + expiresIn * 1000 } : {};
        // A copy: the provider goes on working with its own object.
        this.#set(keyOf(id), { payload: structuredClone(payload), ...expiresAt });
      },
      consume: async (id) => {
        const record = this.#records.get(keyOf(id));
        if (!record || record.payload.consumed) return;
        this.#set(keyOf(id), { ...record, payload: { ...record.payload, consumed: this.#now() / 1000 } });
      },
      destroy: async (id) => this.#delete([keyOf(id)]),
      revokeByGrantId: async (grantId) => {
        const revoked = this.#entries(model).filter(([, { payload }]) => payload.grantId === grantId);
        this.#delete(revoked.map(([key]) => key));
      },
    };
  };

  #entries(model: string): [string, StoredRecord][] {
    return [...this.#records].filter(([key]) => key.startsWith(`${model}:`));
  }

  #get(key: string): AdapterPayload | undefined {
    const record = this.#records.get(key);
    if (record?.expiresAt !== undefined && record.expiresAt <= Date.now()) return undefined;
    return record && structuredClone(record.payload);
  }

  #set(key: string, record: StoredRecord): void {
    this.#records.set(key, record);
    if (this.#records.size % 1000 === 0) this.#dropExpired();
    this.#changed();
  }

  #delete(keys: readonly string[]): void {
    const deleted = keys.filter((key) => this.#records.delete(key));
    if (deleted.length > 0) this.#changed();
  }

  #dropExpired(): void {
    for (const [key, { expiresAt }] of this.#records) {
      if (expiresAt !== undefined && expiresAt <= Date.now()) this.#records.delete(key);
    }
  }

  #changed(): void {
    for (const listener of this.#listeners) listener();
  }
}
