import LogtoClient from '@logto/browser';
import { OrgError } from '../org-error.js';
import { startSignIn, type LogtoClientLike, type SignInOptions } from './logto-client.js';
import { tokenQueue, type TokenQueue } from './token-queue.js';
import { clientTokens, type TokenSource } from './token-source.js';

export interface OwnClientOptions {
  /** Address of Logto. */
  readonly endpoint: string;
  readonly appId: string;
  readonly resource: string;
  readonly scopes: readonly string[];
}

/** Parameters that Logto adds to the redirect address. */
const callbackParameters = ['code', 'state', 'iss', 'error', 'error_description'];

/**
 * A client that the kit makes and keeps. Whatever touches the refresh token goes through the queue, also when the page
 * calls the client itself. Import this module on demand only: `@logto/browser` comes with it.
 */
export class OwnClient {
  readonly client: LogtoClientLike;
  readonly tokens: TokenSource;
  readonly #queue: TokenQueue;
  readonly #appId: string;
  readonly #isRedirected: (url: string) => Promise<boolean>;
  readonly #complete: (url: string) => Promise<void>;

  constructor({ endpoint, appId, resource, scopes }: OwnClientOptions) {
    const client = new LogtoClient({ endpoint, appId, resources: [resource], scopes: [...scopes] });
    this.#queue = tokenQueue(appId);
    this.#appId = appId;
    this.#isRedirected = (url) => client.isSignInRedirected(url);
    this.#complete = (url) => client.handleSignInCallback(url);
    const read = client.getAccessToken.bind(client);
    // The kit's own calls are in the queue already when they get here: with the page's entry they would wait for
    // themselves.
    const inner: LogtoClientLike = {
      getAccessToken: read,
      getOrganizationToken: (organizationId) => read(undefined, organizationId),
      isAuthenticated: () => client.isAuthenticated(),
      getRefreshToken: () => client.getRefreshToken(),
      clearAccessToken: () => client.clearAccessToken(),
    };
    this.tokens = clientTokens(inner, resource, this.#queue);
    this.client = Object.assign(client, {
      getAccessToken: (...request: Parameters<typeof read>) => this.#queue.run(() => read(...request)),
    });
  }

  /** Who is signed in, by the ID token; undefined when nobody is. */
  async userId(): Promise<string | undefined> {
    try {
      return (await this.client.getIdTokenClaims?.())?.sub;
    } catch {
      return undefined;
    }
  }

  /**
   * On the page that Logto sends the person back to: completes the sign-in and cleans the address. `leaving` when the
   * browser goes on to where the sign-in began.
   * @throws OrgError when Logto refused, or the answer belongs to another attempt.
   */
  async completeSignIn(): Promise<'nothing' | 'done' | 'leaving'> {
    const { href } = location;
    const parameters = new URL(href).searchParams;
    if (!parameters.has('state') || !(parameters.has('code') || parameters.has('error'))) return 'nothing';
    try {
      // Two providers of one application on this page: the second one finds the session gone.
      const isCompleted = await this.#queue.run(
        async () => (await this.#isRedirected(href)) && (await this.#complete(href), true),
      );
      if (!isCompleted) return 'nothing';
    } catch (cause) {
      cleanAddress();
      throw new OrgError('unauthenticated', `The sign-in was not completed: ${String(cause)}`, { cause });
    }
    const target = this.#takeReturn();
    if (target && target !== location.origin + location.pathname) {
      location.replace(target);
      return 'leaving';
    }
    cleanAddress();
    return 'done';
  }

  async signIn(options: SignInOptions & { readonly redirectUri: string }): Promise<void> {
    const { postRedirectUri, ...rest } = options;
    const target = new URL(postRedirectUri ?? location.href, location.href);
    if (target.href.split(/[?#]/)[0] !== rest.redirectUri) this.#keepReturn(target);
    await this.#queue.run(() => startSignIn(this.client, rest));
  }

  async signOut(redirectUri: string): Promise<void> {
    // In the queue: a refresh under way would put its tokens back.
    await this.#queue.run(async () => this.client.signOut?.(redirectUri));
  }

  /** Calls back when another tab signs in or out, or has new tokens for the same person. */
  watch(listener: () => void): () => void {
    const key = `logto:${this.#appId}:idToken`;
    const hear = (event: StorageEvent): void => {
      // A whole storage that is cleared has no key.
      if (event.key === key || event.key === null) listener();
    };
    window.addEventListener('storage', hear);
    return () => window.removeEventListener('storage', hear);
  }

  get #returnKey(): string {
    return `orgkit:${this.#appId}:return`;
  }

  #keepReturn({ origin, href }: URL): void {
    if (origin === location.origin) sessionStorage.setItem(this.#returnKey, href);
  }

  #takeReturn(): string | null {
    const target = sessionStorage.getItem(this.#returnKey);
    sessionStorage.removeItem(this.#returnKey);
    return target?.startsWith(`${location.origin}/`) ? target : null;
  }
}

function cleanAddress(): void {
  const url = new URL(location.href);
  for (const name of callbackParameters) url.searchParams.delete(name);
  history.replaceState(history.state, '', url);
}
