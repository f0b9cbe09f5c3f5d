import { OrgError } from '../org-error.js';
import type { LogtoClientLike } from './logto-client.js';
import { toTokenError } from './token-error.js';
import type { TokenQueue } from './token-queue.js';

export interface TokenRequest {
  /** Absent for a token that says who the person is, and nothing about an organization. */
  readonly organizationId?: string | undefined;
}

/**
 * A page's own way to get tokens. `refresh` is true when a cached token must not be used: the backend refused it, or
 * the permissions have changed. `null` means that nobody is signed in; `undefined` is a failure.
 */
export type GetToken = (
  request: TokenRequest & { readonly refresh: boolean },
) => Promise<string | null | undefined>;

/**
 * Which of Logto's tokens prove an organization: those of the organization itself, or those of the API resource for
 * it, with the permissions that roles give for the resource.
 */
export type OrganizationTokens = 'organization' | 'resource';

/** Where tokens come from: a client, or a function of the page. */
export interface TokenSource {
  isSignedIn(): Promise<boolean>;
  /** @throws OrgError `unauthenticated`, `mfa_required`, `not_a_member`, `token_failed`, ... */
  getToken(request?: TokenRequest): Promise<string>;
  /** Forgets cached tokens. With a token that was refused: only if it has not been replaced in the meantime. */
  drop(refused?: string): Promise<void>;
  /** From now on nobody is asked for a token: who wants one hears `aborted`. */
  close(): void;
}

interface Reader {
  readonly isSignedIn: () => Promise<boolean>;
  readonly read: (request: TokenRequest) => Promise<string | null | undefined>;
  readonly forget: () => Promise<void>;
}

/** Tokens of a client: for an organization as `organizationTokens` says, or of the API resource for the person. */
export function clientTokens(
  client: LogtoClientLike,
  resource: string,
  queue: TokenQueue,
  organizationTokens?: OrganizationTokens,
): TokenSource {
  return new QueuedTokens(queue, {
    isSignedIn: async () =>
      (typeof client.isAuthenticated === 'function'
        ? await client.isAuthenticated()
        : client.isAuthenticated) ?? true,
    read: async ({ organizationId }) => {
      const before = await client.getRefreshToken?.();
      try {
        return organizationId === undefined || organizationTokens === 'resource'
          ? await client.getAccessToken(resource, organizationId)
          : await client.getOrganizationToken(organizationId);
      } finally {
        if (before !== (await client.getRefreshToken?.())) queue.noteRotation();
      }
    },
    forget: async () => client.clearAccessToken?.(),
  });
}

/** Tokens of a function of the page. */
export function functionTokens(getToken: GetToken, queue: TokenQueue): TokenSource {
  // Each token has to be asked for afresh once after they were dropped.
  let fresh: Set<string | undefined> | undefined;
  const read = async ({ organizationId }: TokenRequest): Promise<string | null | undefined> => {
    const refresh = fresh !== undefined && !fresh.has(organizationId);
    const token = await getToken({ organizationId, refresh });
    fresh?.add(organizationId);
    return token;
  };
  return new QueuedTokens(queue, {
    isSignedIn: async () => (await read({})) !== null,
    read,
    forget: async () => void (fresh = new Set()),
  });
}

class QueuedTokens implements TokenSource {
  readonly #queue: TokenQueue;
  readonly #reader: Reader;
  /** Given out since the last drop. */
  readonly #given = new Set<string>();
  /** Refused for good: the client may still believe that somebody is signed in. */
  #isOver = false;
  #isClosed = false;

  constructor(queue: TokenQueue, reader: Reader) {
    this.#queue = queue;
    this.#reader = reader;
  }

  async isSignedIn(): Promise<boolean> {
    try {
      return !this.#isOver && (await this.#ask(this.#reader.isSignedIn));
    } catch (error) {
      const known = await toTokenError(error);
      // A function that tells why it has no token may do so before anybody asked for one.
      if (known.code === 'unauthenticated') return false;
      throw known;
    }
  }

  async getToken(request: TokenRequest = {}): Promise<string> {
    try {
      const token = await this.#ask(() => this.#reader.read(request));
      if (token === null) throw new OrgError('unauthenticated', 'Nobody is signed in.');
      if (!token) throw new OrgError('token_failed', 'The token function or client gave no token.');
      this.#given.add(token);
      return token;
    } catch (error) {
      const known = await toTokenError(error);
      this.#isOver ||= known.code === 'unauthenticated';
      throw known;
    }
  }

  async drop(refused?: string): Promise<void> {
    if (refused !== undefined && !this.#given.has(refused)) return;
    this.#given.clear();
    await this.#queue.run(this.#reader.forget);
  }

  close(): void {
    this.#isClosed = true;
  }

  #ask<Answer>(job: () => Promise<Answer>): Promise<Answer> {
    const requireOpen = (): void => {
      if (this.#isClosed) throw new OrgError('aborted', 'The call was aborted.');
    };
    return this.#queue.run(async () => {
      // Its turn may come after that, or what it brings.
      requireOpen();
      return job().finally(requireOpen);
    });
  }
}
