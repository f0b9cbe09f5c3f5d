import { createSandboxListener, type SandboxInfo } from '../../sandbox/node.js';
import { bots } from '../../sandbox/seed/demo-cast.js';
import { createOrgHandler } from '../../server/index.js';
import { nodeFetch, toNodeHandler } from '../../server/node.js';
import type { Seed } from '../../sandbox/seed.js';
import { localServer, type Answer, type LocalServer } from './local-server.js';
import type { LogtoSettings } from './logto-settings.js';
import { demoPage } from './page.js';

const BASE_PATH = '/orgkit';

export interface DemoOptions {
  /** Port of the page; 0 is a free one. */
  readonly port: number;
  /** A backend that runs already; its address. */
  readonly backend: string | undefined;
  /** Ports of their own for the other two; without them everything is on the page's. */
  readonly backendPort: number | undefined;
  readonly sandboxPort: number | undefined;
  /** What the sandbox begins with. */
  readonly seed: Seed;
  /** A Logto to use instead of the sandbox. */
  readonly logto: LogtoSettings | undefined;
}

/** Every address of a running demo, as `--json` prints it. */
export interface DemoAddresses {
  readonly page: string;
  readonly backend: string;
  /** What the application in Logto must allow. */
  readonly redirectUri: string;
  readonly logto: string;
  /** Absent when a real Logto is used. */
  readonly sandbox?: SandboxInfo;
}

export interface RunningDemo {
  readonly addresses: DemoAddresses;
  close(): Promise<void>;
}

/** Starts sandbox, backend and page. When one of them can't start, none stays. */
export async function startDemo(options: DemoOptions): Promise<RunningDemo> {
  const servers: LocalServer[] = [];
  const listen = async (port: number): Promise<LocalServer> => {
    const server = await localServer(port);
    servers.push(server);
    return server;
  };
  const close = async (): Promise<void> => {
    await Promise.all(servers.map((server) => server.close()));
  };
  try {
    const page = await listen(options.port);
    const backend = options.backendPort === undefined ? page : await listen(options.backendPort);
    const sandboxServer =
      options.sandboxPort === undefined || options.logto ? page : await listen(options.sandboxPort);
    return { addresses: await connect(options, page, backend, sandboxServer), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function connect(
  options: DemoOptions,
  page: LocalServer,
  backend: LocalServer,
  sandboxServer: LocalServer,
): Promise<DemoAddresses> {
  const { logto, seed } = options;
  const sandbox = logto ? undefined : await createSandboxListener({ endpoint: sandboxServer.origin, seed });
  const endpoint = logto?.endpoint ?? sandboxServer.origin;
  const appId = logto?.appId ?? sandbox?.info.spa.id ?? '';
  const resource = logto?.resource ?? sandbox?.info.resource ?? '';
  const m2m = logto ? logto.m2m : sandbox?.info.m2m;
  const handler =
    m2m &&
    createOrgHandler({
      logto: { endpoint, resource, m2m },
      basePath: BASE_PATH,
      allowedOrigins: [page.origin],
      clientIds: [appId],
      fetch: nodeFetch,
      invitations: { link: `${page.origin}/join?invitation={id}` },
      // With a Logto of your own nothing is known of its machines and operators.
      ...(sandbox && {
        bots: { applications: bots.map(({ id }) => id) },
        operatorScope: 'manage:organizations',
      }),
      // What people did is worth seeing in a demo, but standard output is for its addresses.
      onAudit: (record) => console.error(JSON.stringify(record)),
    });
  const backendUrl = options.backend ?? `${backend.origin}${BASE_PATH}`;
  const files = await demoPage({
    backend: handler && backend === page ? BASE_PATH : backendUrl,
    logtoEndpoint: endpoint,
    appId,
    resource,
    mailbox: sandbox?.info.mailbox,
  });

  const answers = new Map<LocalServer, Answer[]>();
  const add = (server: LocalServer, answer: Answer): unknown =>
    answers.set(server, [...(answers.get(server) ?? []), answer]);
  if (sandbox) add(sandboxServer, sandbox.handle);
  if (handler) add(backend, under(`${BASE_PATH}/`, toNodeHandler(handler)));
  add(page, under('/', toNodeHandler(files)));
  for (const [server, chain] of answers) server.answer(...chain);

  return {
    page: `${page.origin}/`,
    backend: backendUrl,
    redirectUri: `${page.origin}/callback`,
    logto: endpoint,
    ...(sandbox ? { sandbox: sandbox.info } : {}),
  };
}

function under(prefix: string, listener: (...bindings: Parameters<Answer>) => Promise<void>): Answer {
  return (incoming, outgoing) => {
    if (incoming.url?.startsWith(prefix) !== true) return false;
    void listener(incoming, outgoing);
    return true;
  };
}
