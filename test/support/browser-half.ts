import { BaseClient, createRequester } from '@logto/browser';
import { OrgApi, type OrgApiOptions } from '../../src/api/org-api.js';
import { tokenQueue } from '../../src/api/token-queue.js';
import { clientTokens, type OrganizationTokens, type TokenSource } from '../../src/api/token-source.js';
import { SANDBOX_RESOURCE } from '../../src/sandbox/index.js';
import { createBackend, ENDPOINT, type Backend, type BackendOptions } from '../server/support/backend.js';
import { heldIdToken, strictTokens, type StrictTokens } from './strict-tokens.js';

/** One browser: what its tabs share. */
export interface Browser {
  readonly backend: Backend;
  readonly oidc: StrictTokens;
  /** What reached the backend: method, path and status. */
  readonly calls: string[];
  /** A tab of its own: a client that knows nothing of the others but the storage. */
  openTab(organizationTokens?: OrganizationTokens): Tab;
  /** Answers instead of the backend, for one call at a time. */
  intercept: ((request: Request) => Response | Promise<Response> | undefined) | undefined;
}

export interface Tab {
  readonly client: BaseClient;
  readonly tokens: TokenSource;
  api(options?: Partial<OrgApiOptions>): OrgApi;
}

/**
 * A signed-in person: real Logto clients, the real handler and the sandbox, with refresh tokens that rotate strictly.
 */
export async function openBrowser(userId: string, options?: BackendOptions): Promise<Browser> {
  const backend = await createBackend(options);
  const oidc = strictTokens(backend.sandbox);
  const storage = new Map<string, string>([
    ['refreshToken', oidc.grant(userId)],
    ['idToken', heldIdToken(oidc.issuer, userId)],
  ]);
  const browser: Browser = { backend, oidc, calls: [], openTab, intercept: undefined };

  const send: typeof fetch = async (input, init) => {
    const request = new Request(input, init);
    const answer = browser.intercept?.(request) ?? backend.handler(request);
    const response = await answer;
    browser.calls.push(`${request.method} ${new URL(request.url).pathname} ${response.status}`);
    return response;
  };

  function openTab(organizationTokens?: OrganizationTokens): Tab {
    const client = new BaseClient(
      {
        endpoint: ENDPOINT,
        appId: 'sandbox-spa',
        resources: [SANDBOX_RESOURCE],
        scopes: ['urn:logto:scope:organizations'],
      },
      {
        requester: createRequester(oidc.fetch),
        navigate: () => undefined,
        storage: {
          getItem: async (key) => storage.get(key) ?? null,
          setItem: async (key, value) => void storage.set(key, value),
          removeItem: async (key) => void storage.delete(key),
        },
        generateCodeChallenge: () => '',
        generateCodeVerifier: () => '',
        generateState: () => '',
      },
    );
    const queue = tokenQueue(`test-${userId}-${queues}`);
    const tokens = clientTokens(client, SANDBOX_RESOURCE, queue, organizationTokens);
    return {
      client,
      tokens,
      api: (more) => new OrgApi({ baseUrl: 'http://backend.test/orgkit', tokens, fetch: send, ...more }),
    };
  }

  queues++;
  return browser;
}

// One browser's queue is not another's.
let queues = 0;
