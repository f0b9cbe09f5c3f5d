import { backoff, pause } from './management-backoff.js';
import { unavailable } from './refusal.js';
import type { Settings } from './settings.js';

/** Renewed this long before it expires, so that none expires on its way. */
const EARLY_MS = 60_000;
/** All attempts at one token together. */
const DEADLINE_MS = 8_000;
const ATTEMPT_MS = 4_000;

export interface ManagementTokenValue {
  readonly value: string;
  /** Epoch milliseconds: from then on a new one is asked for, though this one is still good for a moment. */
  readonly renewAt: number;
}

/** Lets several processes use one token. It opens the whole tenant: whatever keeps it must keep it secret. */
export interface ManagementTokenStore {
  /**
   * Gives the shared token, unless that is `refused`, or the one that `request` gets, which then is shared. Never fails
   * for its own reasons: when the store is away it gives what `request` gets.
   */
  obtain(
    application: ManagementApplication,
    refused: string | undefined,
    request: () => Promise<ManagementTokenValue>,
  ): Promise<ManagementTokenValue>;
}

/** Whose token it is. */
export type ManagementApplication = Settings['logto']['m2m'];

/** The backend's own token for the Management API: one request however many wait for it, renewed early. */
export class ManagementToken {
  readonly #settings: Settings;
  readonly #store: ManagementTokenStore | undefined;
  #token: ManagementTokenValue | undefined;
  #pending: Promise<ManagementTokenValue> | undefined;
  #refused: string | undefined;

  constructor(settings: Settings, store?: ManagementTokenStore) {
    this.#settings = settings;
    this.#store = store;
  }

  /** The one at hand, as long as it is good. */
  get current(): string | undefined {
    return this.#token && this.#token.renewAt > Date.now() ? this.#token.value : undefined;
  }

  /** @throws Refusal `unavailable` when Logto gives none */
  async get(): Promise<string> {
    if (this.current !== undefined) return this.current;
    // Not bound to the caller's request: the others who wait must not fail because one went away.
    // Kept before the request counts as over: who comes between the two would begin another.
    this.#pending ??= this.#obtain()
      .then((token) => (this.#token = token))
      .finally(() => (this.#pending = undefined));
    return (await this.#pending).value;
  }

  /** Forgets `value`, which was refused; a newer one stays. */
  drop(value: string): void {
    if (this.#token?.value !== value) return;
    this.#token = undefined;
    this.#refused = value;
  }

  #obtain(): Promise<ManagementTokenValue> {
    const request = (): Promise<ManagementTokenValue> => this.#request();
    return this.#store?.obtain(this.#settings.logto.m2m, this.#refused, request) ?? request();
  }

  async #request(): Promise<ManagementTokenValue> {
    const signal = AbortSignal.timeout(DEADLINE_MS);
    for (let attempt = 0; ; attempt += 1) {
      const response = await this.#attempt(signal).catch((error: unknown) => error);
      if (response instanceof Response && response.ok) return readToken(response);
      const wait = backoff(attempt, response);
      if (wait === undefined || signal.aborted) throw await failure(response);
      await pause(wait, signal);
    }
  }

  #attempt(signal: AbortSignal): Promise<Response> {
    const { m2m } = this.#settings.logto;
    return this.#settings.fetch(`${m2m.endpoint}/oidc/token`, {
      method: 'POST',
      // The secret is for Logto alone.
      redirect: 'manual',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: m2m.id,
        client_secret: m2m.secret,
        resource: m2m.resource,
        scope: 'all',
      }).toString(),
      signal: AbortSignal.any([signal, AbortSignal.timeout(ATTEMPT_MS)]),
    });
  }
}

const readToken = async (response: Response): Promise<ManagementTokenValue> => {
  const body: unknown = await response.json();
  const { access_token: value, expires_in: seconds } = Object(body) as Readonly<Record<string, unknown>>;
  if (typeof value !== 'string' || typeof seconds !== 'number') {
    throw unavailable('Logto cannot be reached.', 'the token endpoint answered without a token');
  }
  // A short-lived token is renewed after half of its life.
  const life = seconds * 1000;
  return { value, renewAt: Date.now() + Math.max(life - EARLY_MS, life / 2) };
};

const failure = async (outcome: unknown): Promise<Error> => {
  if (!(outcome instanceof Response)) return unavailable('Logto cannot be reached.', outcome);
  const text = await outcome.text().catch(() => '');
  return unavailable(
    'Logto cannot be reached.',
    `the token endpoint answered ${outcome.status}: ${text.slice(0, 300)}`,
  );
};
