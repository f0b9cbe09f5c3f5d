import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import type { RunningSandbox } from '../../src/sandbox/node.js';

export interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** What a person would have in the environment for this sandbox. */
export const environmentOf = ({ info }: RunningSandbox): Record<string, string> => ({
  LOGTO_ENDPOINT: info.endpoint,
  LOGTO_APP_ID: info.spa.id,
  LOGTO_RESOURCE: info.resource,
  LOGTO_M2M_ID: info.m2m.id,
  LOGTO_M2M_SECRET: info.m2m.secret,
});

/** Runs `orgkit setup` to its end, with these `LOGTO_*` and no others. */
export const runSetup = async (
  environment: Readonly<Record<string, string>>,
  args: readonly string[],
  input = '',
): Promise<Ended> => {
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('LOGTO_'));
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/cli/orgkit.ts', 'setup', ...args], {
    env: { ...Object.fromEntries(inherited), ...environment },
  });
  child.stdin.end(input);
  const [stdout, stderr] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    child.exitCode === null && once(child, 'exit'),
  ]);
  return { status: child.exitCode, stdout, stderr };
};
