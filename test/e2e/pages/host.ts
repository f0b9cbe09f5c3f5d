import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { createSandbox, SANDBOX_M2M, SANDBOX_RESOURCE } from '../../../src/sandbox/index.js';
import { createOrgHandler } from '../../../src/server/index.js';
import { toNodeHandler } from '../../../src/server/node.js';
import type { Page } from '../browser.js';

const CDN = fileURLToPath(new URL('../../../dist/cdn/', import.meta.url));

/** Somebody else's page. */
export interface HostPage {
  readonly html: string;
  /** What is at `/frame`. */
  readonly frame?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Host {
  readonly address: string;
  /** What is at `/`. */
  page: HostPage;
  /** Further scripts of the page, by their names. */
  scripts: ReadonlyMap<string, string>;
  /** What was asked for below `/cdn/` and `/copy/`. */
  readonly fetched: string[];
  /** Changes what is sent of a file of the kit. */
  tamper: ((file: string, text: string) => string) | undefined;
  /** Whether a file of the kit is answered by a failure. */
  refuses: ((file: string) => boolean) | undefined;
  close(): Promise<void>;
}

/** A tag, before all others, that hears what goes wrong on the page; `problemsOf` asks it. */
export const WATCH = '<script src="/watch.js"></script>';

const watch = `
  window.problems = [];
  for (const kind of ['error', 'warn']) {
    const log = console[kind];
    console[kind] = (...values) => {
      problems.push(values.map(String).join(' '));
      log.apply(console, values);
    };
  }
  const hear = (type, tell) => window.addEventListener(type, (event) => problems.push(tell(event)), true);
  hear('error', ({ message, target }) => message ?? target.localName + ' did not load: ' + (target.src ?? target.href));
  hear('unhandledrejection', ({ reason }) => String(reason));
  hear('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => effectiveDirective + ' stops ' + blockedURI);
`;

/** What the page that begins with `WATCH` heard since it was opened. */
export const problemsOf = (page: Page): Promise<string[]> =>
  page.evaluate(() => (window as unknown as { problems: string[] }).problems);

/** A tag that gives every provider of the page Ada's tokens. It is a file: strict pages run nothing inline. */
export const SETUP = '<script type="module" src="/setup.js"></script>';

const setup = `
  const getToken = async ({ organizationId }) => {
    const answer = await fetch('/token?organization=' + (organizationId ?? ''));
    return answer.text();
  };
  const prepare = (root) => {
    for (const provider of root.querySelectorAll('org-provider')) provider.getToken ??= getToken;
    for (const element of root.querySelectorAll('*')) if (element.shadowRoot) prepare(element.shadowRoot);
  };
  window.prepare = prepare;
  await customElements.whenDefined('org-provider');
  prepare(document);
`;

/** A web server with a page of its own, the kit's script-tag files twice, and the backend with the sandbox behind it. */
export async function startHost(): Promise<Host> {
  const server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://host.test');
    const send = (type: string, body: string, headers = {}): void =>
      void response.writeHead(200, { 'content-type': type, ...headers }).end(body);
    if (pathname.startsWith('/orgkit/')) return backend(request, response);
    if (pathname.startsWith('/assets/')) return assets(request, response);
    const { html, frame, headers } = host.page;
    const documents = new Map([
      ['/', html],
      ['/frame', frame],
    ]);
    const document = documents.get(pathname);
    if (document !== undefined) return send('text/html; charset=utf-8', document, headers);
    if (pathname === '/setup.js') return send('text/javascript', setup);
    if (pathname === '/watch.js') return send('text/javascript', watch);
    if (pathname === '/ssr.css') return send('text/css', await readFile(`${CDN}../ssr.css`, 'utf8'));
    const script = host.scripts.get(pathname.slice(1));
    if (script !== undefined) return send('text/javascript', script);
    if (pathname === '/token') {
      const organizationId = searchParams.get('organization');
      const whose = organizationId ? { organizationId } : { resource: SANDBOX_RESOURCE };
      return send('text/plain', await sandbox.accessToken({ userId: 'ada', ...whose }));
    }
    const [, file] = /^\/(?:cdn|copy)\/(.+\.js)$/.exec(pathname) ?? [];
    if (file === undefined) return void response.writeHead(404).end();
    host.fetched.push(pathname);
    if (host.refuses?.(file)) return void response.writeHead(503).end();
    const text = await readFile(CDN + file, 'utf8');
    return send('text/javascript', host.tamper?.(file, text) ?? text);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  // The logos of its organizations are at its endpoint: on this server.
  const sandbox = await createSandbox({ endpoint, seed: 'demo' });
  const assets = toNodeHandler(({ url }) => sandbox.fetch(url));
  const { id, secret } = SANDBOX_M2M;
  const backend = toNodeHandler(
    createOrgHandler({
      logto: { endpoint, resource: SANDBOX_RESOURCE, m2m: { id, secret } },
      basePath: '/orgkit',
      fetch: sandbox.fetch,
      log: () => undefined,
      onAudit: () => undefined,
    }),
  );
  const host: Host = {
    address: `${endpoint}/`,
    page: { html: '' },
    scripts: new Map(),
    fetched: [],
    tamper: undefined,
    refuses: undefined,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  return host;
}
