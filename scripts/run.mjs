import { spawn } from 'node:child_process';
import { delimiter } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The top of the package, with a slash at its end. */
export const root = fileURLToPath(new URL('../', import.meta.url));

const environment = (extra) => ({
  ...process.env,
  PATH: `${root}node_modules/.bin${delimiter}${process.env.PATH ?? ''}`,
  ...(process.stdout.isTTY ? { FORCE_COLOR: '1' } : { NO_COLOR: '1' }),
  ...extra,
});

/**
 * Runs a command of this package and keeps what it prints. A command that takes longer than `timeout` is ended together
 * with everything it started.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ env?: Record<string, string>, show?: boolean, timeout?: number }} [options] `show` also prints the output as
 *   it comes; `timeout` is in milliseconds.
 * @returns {Promise<{ status: number, output: string, seconds: number }>}
 */
export function run(command, args, { env = {}, show = false, timeout = 600_000 } = {}) {
  const start = performance.now();
  return new Promise((resolve) => {
    // A process group of its own, so that browsers which it started end with it.
    const child = spawn(command, args, {
      cwd: root,
      env: environment(env),
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: process.platform !== 'win32',
    });
    let output = '';
    const end = () => {
      try {
        process.kill(process.platform === 'win32' ? child.pid : -child.pid, 'SIGKILL');
      } catch {
        // It has ended already.
      }
    };
    const timer = setTimeout(() => {
      output += `\n${command} took longer than ${timeout / 1000} s and was ended.\n`;
      end();
    }, timeout);
    const interrupted = () => {
      end();
      process.exit(130);
    };
    process.once('SIGINT', interrupted).once('SIGTERM', interrupted);
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => {
        output += text;
        if (show) process.stdout.write(text);
      });
    }
    const done = (status) => {
      clearTimeout(timer);
      process.off('SIGINT', interrupted).off('SIGTERM', interrupted);
      resolve({ status, output, seconds: (performance.now() - start) / 1000 });
    };
    child.on('error', (error) => {
      output += `${command}: ${error.message}\n`;
      done(127);
    });
    child.on('close', (status) => done(status ?? 1));
  });
}
