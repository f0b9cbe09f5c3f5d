import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Sandbox } from '../../src/sandbox/index.js';
import { createSandboxListener } from '../../src/sandbox/node.js';

/** Comes before the sandbox: `true` when it answered, or will. */
export type Before = (incoming: IncomingMessage, outgoing: ServerResponse) => boolean;

export interface LogtoServer {
  readonly url: string;
  readonly sandbox: Sandbox;
  /** What a process needs to work against it. */
  readonly environment: Readonly<Record<string, string>>;
  before: Before;
  /** What the sandbox says, for a `before` that only wanted it later. */
  handle(incoming: IncomingMessage, outgoing: ServerResponse): void;
  close(): Promise<void>;
}

/** The sandbox over HTTP, with a way to make tokens. */
export const startLogto = async (): Promise<LogtoServer> => {
  const server = createServer((incoming, outgoing) => {
    if (!logto.before(incoming, outgoing)) logto.handle(incoming, outgoing);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const listener = await createSandboxListener({ endpoint: url, seed: 'demo' });
  const { sandbox, info } = listener;
  const logto: LogtoServer = {
    url,
    sandbox,
    environment: {
      LOGTO_ENDPOINT: url,
      LOGTO_RESOURCE: info.resource,
      LOGTO_M2M_ID: info.m2m.id,
      LOGTO_M2M_SECRET: info.m2m.secret,
      LOGTO_M2M_RESOURCE: info.m2m.resource,
      LOGTO_APP_ID: info.spa.id,
    },
    before: () => false,
    handle: (incoming, outgoing) => {
      if (!listener.handle(incoming, outgoing)) outgoing.writeHead(404).end();
    },
    close: async () => {
      server.close();
      server.closeAllConnections();
      await listener.close();
    },
  };
  return logto;
};

export interface StartedProcess {
  readonly child: ChildProcess;
  readonly output: { stdout: string; stderr: string };
  /** JSON lines of standard output, so far. */
  lines(): Record<string, unknown>[];
  /** The first match in standard output; fails when the process ends before. */
  find(pattern: RegExp): Promise<RegExpExecArray>;
  readonly exited: Promise<number | null>;
}

/** Starts a process with this environment and nothing else but the path. */
export const startProcess = (
  command: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): StartedProcess => {
  const child = spawn(command, args, { env: { PATH: process.env.PATH, ...environment } });
  const output = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk: Buffer) => (output.stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output.stderr += chunk.toString()));
  const exited = once(child, 'close').then(([status]) => status as number | null);
  return {
    child,
    output,
    exited,
    lines: () =>
      output.stdout
        .split('\n')
        .filter((line) => line.startsWith('{'))
        .map((line) => JSON.parse(line) as Record<string, unknown>),
    find: async (pattern) => {
      const ended = exited.then((status) => {
        throw new Error(`${args.join(' ')} ended with ${String(status)}: ${output.stdout}${output.stderr}`);
      });
      ended.catch(() => undefined);
      for (;;) {
        const found = pattern.exec(output.stdout);
        if (found) return found;
        await Promise.race([once(child.stdout, 'data'), ended]);
      }
    },
  };
};

/** `orgkit serve` with these arguments. */
export const startServe = (
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
): StartedProcess =>
  startProcess(process.execPath, ['--import', 'tsx', 'src/cli/orgkit.ts', 'serve', ...args], environment);

/** The base address of a running `serve`, read from its first line. */
export const served = async (serve: StartedProcess): Promise<{ base: string; origin: string }> => {
  const [, base = ''] = await serve.find(/"message":"listening","url":"([^"]+)"/);
  return { base, origin: new URL(base).origin };
};
