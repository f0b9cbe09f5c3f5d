import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { inject } from 'vitest';
import { freePort } from '../support/free-port.js';

export interface RunningApp {
  readonly address: string;
  readonly mailbox: string;
  stop(): Promise<void>;
}

const MADE = /^(?:node_modules|dist|\.next|\.angular)$/;

/** What a shell of its own would have: nothing of the runner, nor of the packages that the kit itself is built with. */
const environment = (): NodeJS.ProcessEnv => ({
  ...Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(?:npm_|vite|vitest|node_|test$)/i.test(name)),
  ),
  PATH: process.env.PATH?.split(':')
    .filter((folder) => !folder.includes('node_modules'))
    .join(':'),
  // These ask, or tell their makers, otherwise.
  NG_CLI_ANALYTICS: 'false',
  NEXT_TELEMETRY_DISABLED: '1',
});

/** An example in a folder of its own, installed from the packed kit with what its `package.json` names, and nothing else. */
export class InstalledApp {
  readonly folder = mkdtempSync(join(tmpdir(), 'orgkit-app-'));
  readonly #name: string;
  #ports: readonly [page: number, logto: number] | undefined;

  constructor(name: string) {
    this.#name = name;
  }

  /** As the README says. */
  async install(): Promise<void> {
    const { folder } = this;
    const copied = (path: string): boolean => !MADE.test(basename(path));
    cpSync(`examples/${this.#name}`, folder, { recursive: true, filter: copied });
    this.#rewrite((text) => text.replaceAll('file:../..', `file:${inject('tarball')}`));
    const { status, output } = await this.#run(['install', '--no-audit', '--no-fund', '--prefer-offline']);
    if (status !== 0) throw new Error(`npm install failed in ${folder}\n${output()}`);
  }

  /** Builds and starts it as the README says, but on ports that are free. */
  async start(script = 'start'): Promise<RunningApp> {
    const [page, logto] = (this.#ports ??= await this.#moveToFreePorts());
    const address = `http://localhost:${page}`;
    const running = this.#spawn(['run', script]);
    let hasEnded = false;
    void running.ended.then(() => (hasEnded = true));
    while (!(await answers(address))) {
      if (hasEnded) throw new Error(`npm run ${script} ended\n${running.output()}`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    return { address, mailbox: `http://127.0.0.1:${logto}/mailbox`, stop: running.stop };
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  async #moveToFreePorts(): Promise<[number, number]> {
    const [page, logto] = [await freePort(), await freePort()];
    this.#rewrite((text) => text.replaceAll(/\b3300\b/g, `${page}`).replaceAll(/\b3301\b/g, `${logto}`));
    return [page, logto];
  }

  #rewrite(change: (text: string) => string): void {
    for (const entry of readdirSync(this.folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || /\/node_modules(?:\/|$)/.test(entry.parentPath)) continue;
      const path = join(entry.parentPath, entry.name);
      writeFileSync(path, change(readFileSync(path, 'utf8')));
    }
  }

  async #run(args: readonly string[]): Promise<{ status: number | null; output: () => string }> {
    const { ended, output } = this.#spawn(args);
    return { status: await ended, output };
  }

  #spawn(args: readonly string[]) {
    // A group of its own: npm, its shell and the server end together.
    const child = spawn('npm', args, { cwd: this.folder, env: environment(), detached: true });
    let printed = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => (printed += chunk.toString()));
    }
    const ended = once(child, 'close').then(([status]) => status as number | null);
    const stop = async (): Promise<void> => {
      if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGTERM');
      await ended;
    };
    return { ended, stop, output: () => printed };
  }
}

const answers = (address: string): Promise<boolean> =>
  fetch(address).then(
    () => true,
    () => false,
  );
