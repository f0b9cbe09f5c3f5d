import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  createSandboxListener,
  type SandboxInfo,
  type SandboxListener,
  type SandboxListenerOptions,
} from './listener.js';
import { html } from './oidc/html.js';
import { pageHeaders, pageSource } from './oidc/page.js';
import type { Tenant } from './tenant.js';

export { createSandboxListener, type SandboxInfo };
export { DataFileError } from './data-file.js';

export interface StartSandboxOptions extends Omit<SandboxListenerOptions, 'endpoint'> {
  /** 0, the default, picks a free one. */
  readonly port?: number | undefined;
  /** The address to listen at: `127.0.0.1` by default, which nothing but this machine reaches. */
  readonly host?: string | undefined;
}

export interface RunningSandbox {
  readonly url: string;
  readonly info: SandboxInfo;
  readonly tenant: Tenant;
  /** Ends open connections, and writes what the data file lacks. */
  readonly close: () => Promise<void>;
}

/**
 * Starts a sandbox on a port of its own.
 *
 * @throws DataFileError when the data file is damaged or can't be written, and what listening throws (a port that
 * is taken: code `EADDRINUSE`)
 */
export const startSandbox = async (options: StartSandboxOptions = {}): Promise<RunningSandbox> => {
  const { port = 0, host = '127.0.0.1', ...rest } = options;
  let listener: SandboxListener | undefined;
  const server = createServer((incoming, outgoing) => {
    if (!listener) outgoing.writeHead(503).end();
    else if (!listener.handle(incoming, outgoing)) answerRest(incoming, outgoing, listener.info);
  });
  server.listen(port, host);
  await once(server, 'listening');
  // The endpoint is part of every token, so the port has to be known first.
  const endpoint = `http://${hostInUrl(host)}:${(server.address() as AddressInfo).port}`;
  const stop = async (): Promise<void> => {
    const closed = once(server, 'close');
    server.close();
    server.closeAllConnections();
    await closed;
  };
  try {
    listener = await createSandboxListener({ ...rest, endpoint });
  } catch (error) {
    await stop();
    throw error;
  }
  const { info, sandbox, close } = listener;
  return {
    url: endpoint,
    info,
    tenant: sandbox.tenant,
    close: async () => {
      await stop();
      await close();
    },
  };
};

/** Any address means every one of this machine; `localhost` is the one that works in a browser here. */
const hostInUrl = (host: string): string => {
  if (host === '0.0.0.0' || host === '::') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
};

const answerRest = ({ url }: IncomingMessage, outgoing: ServerResponse, info: SandboxInfo): void => {
  const isIndex = url?.split('?', 1)[0] === '/';
  const { text, policy } = isIndex ? indexPage(info) : notFoundPage();
  outgoing.writeHead(isIndex ? 200 : 404, pageHeaders(policy)).end(text);
};

const indexPage = ({ endpoint, managementApi, mailbox, spa, m2m, resource }: SandboxInfo) =>
  pageSource({
    title: 'Orgkit sandbox',
    layout: 'wide',
    body: html`<h1>Orgkit sandbox</h1>
      <p>A stand-in for Logto, to try and test organizations with. It is no production server.</p>
      <ul>
        <li>Endpoint: ${endpoint}</li>
        <li>Management API: ${managementApi}</li>
        <li>Application of the page: ${spa.id}; of the backend: ${m2m.id}</li>
        <li>API resource: ${resource}</li>
        <li><a href="/oidc/.well-known/openid-configuration">OpenID configuration</a></li>
        <li><a href="${mailbox}">Mailbox</a></li>
      </ul>`,
  });

const notFoundPage = () =>
  pageSource({
    title: 'Not found',
    body: html`<h1>Not found</h1>
      <p><a href="/">What is here</a></p>`,
  });
