import LogtoClient from '@logto/browser';
import type { SignInOptions } from '../events.js';
import { startSignIn, type LogtoClientLike } from './logto-client.js';
import type { TokenQueue } from './token-queue.js';

export interface OwnClientOptions {
  /** Address of Logto. */
  readonly endpoint: string;
  readonly appId: string;
  readonly resource: string;
  /** What to ask for at sign-in, separated by spaces. */
  readonly permissions: string;
  readonly scopes: string;
  readonly queue: TokenQueue;
}

const ORGANIZATION_SCOPES = ['urn:logto:scope:organizations', 'urn:logto:scope:organization_roles'];

/** Parameters that Logto adds to the redirect address. */
const callbackParameters = ['code', 'state', 'iss', 'error', 'error_description'];

/**
 * A client that the kit makes and keeps. Whatever touches the refresh token goes through the queue, also when the page
 * calls the client itself. Import this module on demand only: `@logto/browser` comes with it. It imports nothing that
 * the rest of the kit needs at once, so that this stays in one piece.
 */
export class OwnClient {
  /** For the page. */
  readonly client: LogtoClientLike;
  /** For calls that are in the queue already: through `client` they would wait for themselves. */
  readonly inner: LogtoClientLike;
  readonly #queue: TokenQueue;
  readonly #appId: string;
  readonly #client: LogtoClient;
  /** A client that asks for more at the sign-in. */
  readonly #askFor: (permissions: readonly string[]) => LogtoClient;
  /** The refresh token of the last call. */
  #tried: string | null | undefined;
  #watchedUserId: Promise<string | undefined> | undefined;

  constructor(options: OwnClientOptions) {
    const { endpoint, appId, resource, queue } = options;
    const scopes = scopesOf(options);
    const config = { endpoint, appId, resources: [resource], scopes };
    const client = new LogtoClient(config);
    this.#askFor = (more) => new LogtoClient({ ...config, scopes: [...new Set([...scopes, ...more])] });
    this.#queue = queue;
    this.#appId = appId;
    const get = client.getAccessToken.bind(client);
    const read = async (...request: Parameters<typeof get>): Promise<string> => {
      this.#tried = await client.getRefreshToken();
      const token = await get(...request);
      const userId = await this.userId();
      if (isOf(userId, token)) return token;
      // Of who was signed in before: kept in the memory of this client, or put back by a tab that was late.
      await client.clearAccessToken();
      const fresh = await get(...request);
      if (isOf(userId, fresh)) return fresh;
      throw Object.assign(new Error('The tokens are another person’s.'), { code: 'not_authenticated' });
    };
    this.inner = {
      getAccessToken: read,
      getOrganizationToken: (organizationId) => read(undefined, organizationId),
      isAuthenticated: () => client.isAuthenticated(),
      getRefreshToken: () => client.getRefreshToken(),
      clearAccessToken: () => client.clearAccessToken(),
    };
    this.#client = client;
    this.client = Object.assign(client, {
      getAccessToken: (...request: Parameters<typeof read>) => queue.run(() => read(...request)),
    });
  }

  /** Who is signed in, by the ID token; undefined when nobody is. */
  async userId(): Promise<string | undefined> {
    try {
      return (await this.#client.getIdTokenClaims()).sub;
    } catch {
      return undefined;
    }
  }

  /**
   * On the page that Logto sends the person back to: completes the sign-in and cleans the address. `leaving` when the
   * browser goes on to where the sign-in began.
   * Rejects when Logto refused, or the answer belongs to another attempt.
   */
  async completeSignIn(): Promise<'nothing' | 'done' | 'leaving'> {
    const { href } = location;
    const parameters = new URL(href).searchParams;
    if (!parameters.has('state') || !(parameters.has('code') || parameters.has('error'))) return 'nothing';
    try {
      // Two providers of one application on this page: the second one finds the session gone.
      const isCompleted = await this.#queue.run(
        async () =>
          (await this.#client.isSignInRedirected(href)) &&
          // Tokens from before it, which a consent leaves, do not know of it.
          (await this.#client.handleSignInCallback(href), await this.#client.clearAccessToken(), true),
      );
      if (!isCompleted) return 'nothing';
      // What tokens from before it lacked, those after it may have.
      this.#take('ungranted');
    } catch (error) {
      // Also who gave up goes on where it began: an invitation is not lost with a sign-in.
      this.#goBack();
      throw error;
    }
    return this.#goBack() ? 'leaving' : 'done';
  }

  /** Whether the browser leaves this page for the one where the sign-in began. */
  #goBack(): boolean {
    const target = this.#takeReturn();
    const isElsewhere = target !== null && target !== location.origin + location.pathname;
    if (isElsewhere) location.replace(target);
    else cleanAddress();
    return isElsewhere;
  }

  async signIn(options: SignInOptions & { readonly redirectUri: string }): Promise<void> {
    const { postRedirectUri, permissions = [], ...rest } = options;
    const isConsent = rest.prompt === 'consent';
    const target = new URL(postRedirectUri ?? location.href, location.href);
    // The same page with a query is another address: registered ones are fixed, and an invitation's id would be lost.
    const isElsewhere = target.origin === location.origin && target.href !== rest.redirectUri;
    this.#keep('return', isElsewhere ? target.href : undefined);
    if (isConsent) this.#keep('organization', rest.extraParams?.['organization_id']);
    const client = permissions.length > 0 ? this.#askFor(permissions) : this.#client;
    // Who gives up a consent stays signed in.
    await this.#queue.run(() => startSignIn(client, { clearTokens: !isConsent, ...rest }));
  }

  async signOut(redirectUri: string): Promise<void> {
    // In the queue: a refresh under way would put its tokens back.
    await this.#queue.run(() => this.#client.signOut(redirectUri));
  }

  /** Forgets who was signed in when the tokens are refused for good; not who has signed in since, in another tab. */
  async forget(): Promise<void> {
    await this.#queue.run(async () => {
      if ((await this.#client.getRefreshToken()) === this.#tried) await this.#client.clearAllTokens();
    });
  }

  /**
   * Calls back when another tab signs in or out. Who was signed in at the first call counts for the later ones too:
   * what has changed between them is told at once.
   */
  watch(changed: () => void): () => void {
    const key = `logto:${this.#appId}:idToken`;
    const before = (this.#watchedUserId ??= this.userId());
    const look = async (): Promise<void> => {
      if ((await this.userId()) !== (await before)) changed();
    };
    const hear = (event: StorageEvent): void => {
      // A whole storage that is cleared has no key.
      if (event.key === key || event.key === null) void look();
    };
    window.addEventListener('storage', hear);
    void look();
    return () => window.removeEventListener('storage', hear);
  }

  /** The organization in which a consent was asked for, once, on the page where the person has come back to. */
  takeOrganization(): string | undefined {
    return this.#take('organization') ?? undefined;
  }

  #takeReturn(): string | null {
    const target = this.#take('return');
    return target?.startsWith(`${location.origin}/`) ? target : null;
  }

  /** For after the sign-in, in this tab. */
  #keep(name: string, value: string | undefined): void {
    const key = `orgkit:${this.#appId}:${name}`;
    if (value === undefined) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, value);
  }

  #take(name: string): string | null {
    const key = `orgkit:${this.#appId}:${name}`;
    const value = sessionStorage.getItem(key);
    sessionStorage.removeItem(key);
    return value;
  }
}

/** A permission that is not asked for at sign-in is in no later token. */
function scopesOf({ permissions, scopes }: OwnClientOptions): string[] {
  const words = `${permissions} ${scopes}`.split(/\s+/).filter(Boolean);
  return [...new Set([...ORGANIZATION_SCOPES, ...words])];
}

/** Whether a token is about this person. One without a resource is opaque and says nothing. */
function isOf(userId: string | undefined, token: string): boolean {
  const [, payload, signature] = token.split('.');
  if (!payload || !signature) return true;
  const text = atob(payload.replace(/-/g, '+').replace(/_/g, '/'));
  return (JSON.parse(text) as { readonly sub?: string }).sub === userId;
}

function cleanAddress(): void {
  const url = new URL(location.href);
  for (const name of callbackParameters) url.searchParams.delete(name);
  history.replaceState(history.state, '', url);
}
