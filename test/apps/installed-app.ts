import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, relative } from 'node:path';
import { inject } from 'vitest';
import { freePort } from '../support/free-port.js';

export interface RunningApp {
  readonly address: string;
  readonly mailbox: string;
  stop(): Promise<void>;
}

/** Whether a file or folder of this name is the work of a tool. */
const isMade = (name: string): boolean => /^(?:node_modules|dist|\.next|\.angular)$/.test(name);

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
  /** Those of the README. */
  #ports: readonly [page: number, logto: number] = [3300, 3301];

  constructor(name: string) {
    this.#name = name;
  }

  /** As the README says. */
  async install(): Promise<void> {
    const { folder } = this;
    const copied = (path: string): boolean => !isMade(basename(path));
    cpSync(`examples/${this.#name}`, folder, { recursive: true, filter: copied });
    this.#rewrite((text) => text.replaceAll('file:../..', `file:${inject('tarball')}`));
    const { status, output } = await this.#run(['install', '--no-audit', '--no-fund', '--prefer-offline']);
    if (status !== 0) throw new Error(`npm install failed in ${folder}\n${output()}`);
  }

  /** Builds and starts it as the README says, but on ports that are free: what was started before runs on. */
  async start(script = 'start'): Promise<RunningApp> {
    const [page, logto] = await this.#moveToFreePorts();
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

  async #moveToFreePorts(): Promise<readonly [page: number, logto: number]> {
    const [page, logto] = this.#ports;
    const [freePage, freeLogto] = (this.#ports = [await freePort(), await freePort()]);
    const move = (text: string, from: number, to: number): string =>
      text.replaceAll(new RegExp(`\\b${from}\\b`, 'g'), `${to}`);
    this.#rewrite((text) => move(move(text, page, freePage), logto, freeLogto));
    return this.#ports;
  }

  #rewrite(change: (text: string) => string): void {
    for (const entry of readdirSync(this.folder, { recursive: true, withFileTypes: true })) {
      const path = join(entry.parentPath, entry.name);
      if (!entry.isFile() || relative(this.folder, path).split('/').some(isMade)) continue;
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
