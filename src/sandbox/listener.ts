import type { IncomingMessage, ServerResponse } from 'node:http';
import { getRequestListener, type HttpBindings } from '@hono/node-server';
import { MANAGEMENT_RESOURCE, SANDBOX_M2M, SANDBOX_RESOURCE, SANDBOX_SPA } from './built-in.js';
import { createAutosave, type Autosave } from './autosave.js';
import { DataFileError, movedTo, readState, writeState, type SandboxState } from './data-file.js';
import { generateSecret } from './ids.js';
import { mailboxResponse } from './mailbox.js';
import { createOidcProvider } from './oidc/provider.js';
import { createSignInHandler } from './oidc/sign-in/handler.js';
import { OidcStore } from './oidc/store.js';
import { createSandbox, type Sandbox } from './sandbox.js';
import { seedAccounts, type Seed, type SeedAccount } from './seed.js';
import { withTrouble } from './trouble.js';

export interface SandboxListenerOptions {
  /** Where the sandbox is reached, without a slash at the end. */
  readonly endpoint: string;
  /** What the tenant starts with: `empty` by default. A data file that exists comes first. */
  readonly seed?: Seed | undefined;
  /** Keeps the state across restarts. */
  readonly dataFile?: string | undefined;
  /** Milliseconds before each answer of the Management API and the token endpoint. */
  readonly latency?: number | undefined;
  /** Share of these requests, from 0 to 1, that fail with 503. */
  readonly failRate?: number | undefined;
  /** Clock in epoch milliseconds of the tenant, its tokens, and the rotation of refresh tokens. */
  readonly now?: (() => number) | undefined;
  /** How long a used refresh token is taken again, in seconds: 3 by default, as Logto does; 0 is never. */
  readonly refreshTokenReuseSeconds?: number | undefined;
  /** Told of trouble that no request sees: a data file that can't be written. `console.error` by default. */
  readonly onError?: ((error: unknown) => void) | undefined;
}

/** Everything that somebody needs who wants to use a running sandbox. */
export interface SandboxInfo {
  readonly endpoint: string;
  readonly managementApi: string;
  readonly m2m: { readonly id: string; readonly secret: string; readonly resource: string };
  readonly spa: { readonly id: string };
  readonly resource: string;
  readonly mailbox: string;
  /** The first ten accounts. */
  readonly accounts: readonly SeedAccount[];
}

export interface SandboxListener {
  readonly sandbox: Sandbox;
  readonly info: SandboxInfo;
  /**
   * Answers a request for `/oidc/*`, `/sign-in/*`, `/api/*`, `/mailbox`, `/mailbox.json`, `/assets/logos/*` and
   * `/assets/avatars/*`. Returns `false` at once, with nothing done, when the path is none of these.
   */
  readonly handle: (incoming: IncomingMessage, outgoing: ServerResponse) => boolean;
  /** Writes what the data file lacks. */
  readonly close: () => Promise<void>;
}

/**
 * A whole sandbox as a part of a Node server, so that it can share a port with others: Management API, OpenID
 * provider, sign-in page and mailbox.
 *
 * @throws DataFileError when the data file is damaged or can't be written
 */
export const createSandboxListener = async (options: SandboxListenerOptions): Promise<SandboxListener> => {
  const { endpoint } = options;
  const state = options.dataFile === undefined ? undefined : await readState(options.dataFile);
  const store = new OidcStore({ now: options.now ?? Date.now });
  const sandbox = await restoreOrSeed(options, store, state && movedTo(endpoint, state));
  const { tenant, authority } = sandbox;
  const cookieKeys = state?.cookieKeys ?? [generateSecret(43)];
  const provider = createOidcProvider({
    tenant,
    authority,
    store,
    cookieKeys,
    reuseSeconds: options.refreshTokenReuseSeconds,
  });
  // A public address over https means that something in front ends TLS.
  provider.proxy = endpoint.startsWith('https:');
  const autosave = await keepState(options, store, sandbox, cookieKeys);

  const signIn = createSignInHandler(provider, tenant);
  const oidc = provider.callback();
  const trouble = withTrouble(async () => new Response(null, { status: 204 }), options);

  const web = webListener(async (request, { incoming, outgoing }) => {
    const { pathname } = new URL(request.url);
    if (pathname.startsWith('/sign-in/')) return signIn({ request, incoming, outgoing });
    if (pathname.startsWith('/mailbox')) return mailboxResponse(tenant, request);
    const { method, headers } = request;
    const body = method === 'GET' || method === 'HEAD' ? null : await request.arrayBuffer();
    return sandbox.fetch(request.url, { method, headers, body });
  });

  const answerOidc = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    const isTokenCall = incoming.method === 'POST' && pathOf(incoming) === '/oidc/token';
    const { status } = isTokenCall ? await trouble(new Request(endpoint)) : { status: 204 };
    if (status !== 204) {
      outgoing.writeHead(status, { 'content-type': 'text/plain', 'access-control-allow-origin': '*' });
      outgoing.end('Service Unavailable');
      return;
    }
    // The provider is mounted: it finds the prefix in `originalUrl`.
    const { url = '/' } = incoming;
    Object.assign(incoming, { originalUrl: url, url: url.slice('/oidc'.length) || '/' });
    await oidc(incoming, outgoing);
  };

  return {
    sandbox,
    info: sandboxInfo(sandbox),
    handle: (incoming, outgoing) => {
      const path = pathOf(incoming);
      if (path.startsWith('/oidc/')) void answerOidc(incoming, outgoing);
      else if (WEB_PATHS.test(path)) void web(incoming, outgoing);
      else return false;
      return true;
    },
    close: async () => autosave?.close(),
  };
};

const WEB_PATHS = /^\/(sign-in\/|api\/|mailbox(\.json|\/)?$|assets\/(logos|avatars)\/)/;

const pathOf = ({ url = '/' }: IncomingMessage): string => url.split('?', 1)[0] ?? '/';

const webListener = (
  fetch: (request: Request, bindings: HttpBindings) => Promise<Response>,
): ((incoming: IncomingMessage, outgoing: ServerResponse) => Promise<void>) =>
  getRequestListener((request, bindings) => fetch(request, bindings as HttpBindings), {
    // `Request` and `Response` stay the runtime's own for whoever embeds the sandbox.
    overrideGlobalObjects: false,
  });

const restoreOrSeed = async (
  options: SandboxListenerOptions,
  store: OidcStore,
  state: SandboxState | undefined,
): Promise<Sandbox> => {
  if (!state) return createSandbox(options);
  try {
    const { tenant: snapshot, privateJwk } = state;
    const sandbox = await createSandbox({ ...options, snapshot, privateJwk });
    store.restore(state.oidc);
    return sandbox;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new DataFileError(options.dataFile ?? '', `is damaged (${reason}); it was left as it is`);
  }
};

const keepState = async (
  { endpoint, dataFile, onError = console.error }: SandboxListenerOptions,
  store: OidcStore,
  { tenant, authority }: Sandbox,
  cookieKeys: readonly string[],
): Promise<Autosave | undefined> => {
  if (dataFile === undefined) return undefined;
  const write = () =>
    writeState(dataFile, {
      version: 1,
      endpoint,
      privateJwk: authority.privateJwk,
      cookieKeys,
      tenant: tenant.snapshot(),
      oidc: store.snapshot(),
    });
  // At once, so that a place that can't be written to is named at the start.
  await write();
  const autosave = createAutosave(write, onError);
  tenant.onChange(autosave.changed);
  store.onChange(autosave.changed);
  return autosave;
};

const sandboxInfo = ({ endpoint, tenant }: Sandbox): SandboxInfo => ({
  endpoint,
  managementApi: `${endpoint}/api`,
  m2m: { ...SANDBOX_M2M, resource: MANAGEMENT_RESOURCE },
  spa: SANDBOX_SPA,
  resource: SANDBOX_RESOURCE,
  mailbox: `${endpoint}/mailbox`,
  accounts: seedAccounts(tenant),
});
