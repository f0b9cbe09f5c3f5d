import type { GetToken } from '../../src/api/token-source.js';
import { OidcError } from '../../src/sandbox/oidc-error.js';
import { createSandbox, type Sandbox, type SandboxOptions } from '../../src/sandbox/sandbox.js';
import { createOrgHandler } from '../../src/server/handler.js';
import type { OrgHandlerOptions } from '../../src/server/options.js';

const RESOURCE = 'https://api.orgkit.test';

let backends = 0;

export interface InPageBackend {
  /** For the provider's `endpoint`. */
  readonly endpoint: string;
  readonly sandbox: Sandbox;
  /**
   * For the provider's `getToken`: tokens as Logto would give them to this person, with its refusals. `requested` are the
   * permissions that were asked for at sign-in; all when left out.
   */
  getTokenOf(userId: string, requested?: readonly string[]): GetToken;
  /** False: every call fails as it does without a network. */
  isOnline: boolean;
  /** What was asked of the backend, as `GET /organizations/northwind/members?page=1`, without the base path. */
  readonly calls: string[];
  /** Answers in place of the handler, or delays it: `undefined` leaves the call to the handler. */
  intercept: ((request: Request) => Promise<Response | undefined> | Response | undefined) | undefined;
  /** Answers a call of the Management API in place of the sandbox; `undefined` leaves it to the sandbox. */
  interceptLogto: ((request: Request) => Response | undefined) | undefined;
}

/**
 * The real handler in front of the sandbox, both in this page: what the kit fetches from `endpoint` is answered here,
 * through the same code as on a server. Nothing is mocked, and nothing leaves the page.
 */
export async function startInPageBackend(
  options: Partial<SandboxOptions> = {},
  handlerOptions: Partial<OrgHandlerOptions> = {},
): Promise<InPageBackend> {
  const name = `backend-${++backends}.test`;
  const sandbox = await createSandbox({ endpoint: `https://logto.${name}`, seed: 'demo', ...options });
  const handler = createOrgHandler({
    logto: {
      endpoint: sandbox.endpoint,
      resource: RESOURCE,
      m2m: { id: 'sandbox-m2m', secret: 'sandbox-m2m-secret' },
    },
    basePath: '/orgkit',
    fetch: async (input, init) => {
      const request = new Request(input, init);
      const isApi = new URL(request.url).pathname.startsWith('/api/');
      return (isApi && backend.interceptLogto?.(request)) || sandbox.fetch(request);
    },
    log: () => undefined,
    onAudit: () => undefined,
    // As in the demo: without it nobody can be invited.
    invitations: { link: `https://app.${name}/join?invitation={id}` },
    ...handlerOptions,
  });
  const backend: InPageBackend = {
    endpoint: `https://${name}/orgkit`,
    sandbox,
    isOnline: true,
    calls: [],
    intercept: undefined,
    interceptLogto: undefined,
    getTokenOf:
      (userId, scopes) =>
      async ({ organizationId }) => {
        try {
          return await sandbox.accessToken(
            organizationId === undefined
              ? { userId, resource: RESOURCE }
              : { userId, organizationId, scopes },
          );
        } catch (error) {
          throw error instanceof OidcError ? asClientError(error) : error;
        }
      },
  };
  answerFetch(`https://${name}/`, async (request) => {
    const { pathname, search } = new URL(request.url);
    backend.calls.push(`${request.method} ${pathname.replace('/orgkit', '')}${search}`);
    if (!backend.isOnline) throw new TypeError('Failed to fetch');
    return (await backend.intercept?.(request)) ?? handler(request);
  });
  return backend;
}

/** What `@logto/client` throws for it: a code, and the response as the cause. */
function asClientError(error: OidcError): Error {
  return Object.assign(new Error(error.message, { cause: error.toResponse() }), {
    code: `oidc.${error.error}`,
  });
}

function answerFetch(base: string, answer: (request: Request) => Promise<Response>): void {
  const next = globalThis.fetch;
  globalThis.fetch = async (input, init) => {
    const url = input instanceof Request ? input.url : String(input);
    return url.startsWith(base) ? answer(new Request(input, init)) : next(input, init);
  };
}
