import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** The line that `orgkit demo --json` prints. */
export interface DemoAddresses {
  readonly page: string;
  readonly backend: string;
  readonly redirectUri: string;
  readonly sandbox?: {
    readonly endpoint: string;
    readonly mailbox: string;
    readonly accounts: readonly { readonly email: string; readonly name: string | null }[];
  };
}

export interface Started<Line> {
  readonly line: Line;
  readonly process: ChildProcess;
  /** Sends SIGINT, as Ctrl-C does, and waits for the exit status. */
  stop(): Promise<number | null>;
}

/** Starts a command of the kit as a process, as a person would, and waits for its line of JSON. */
export async function startCommand<Line>(
  args: readonly string[],
  environment: NodeJS.ProcessEnv = {},
): Promise<Started<Line>> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/cli/orgkit.ts', ...args], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  const exited = once(child, 'exit') as Promise<[number | null]>;
  const firstLine = new Promise<string>((resolve) => {
    createInterface({ input: child.stdout }).once('line', resolve);
  });
  const line = await Promise.race([
    firstLine,
    exited.then(([status]) => {
      throw new Error(`orgkit ${args.join(' ')} ended with status ${String(status)}: ${errors}`);
    }),
  ]);
  return {
    line: JSON.parse(line) as Line,
    process: child,
    stop: async () => {
      child.kill('SIGINT');
      const [status] = await exited;
      return status;
    },
  };
}

/** Runs a command that is expected to end by itself. */
export async function runCommand(
  args: readonly string[],
  environment: NodeJS.ProcessEnv = {},
): Promise<{ status: number | null; stdout: string; stderr: string }> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/cli/orgkit.ts', ...args], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  const [status] = (await once(child, 'close')) as [number | null];
  return { status, stdout, stderr };
}
