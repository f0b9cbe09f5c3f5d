import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from './free-port.js';

const program = process.env.REDIS_SERVER ?? 'redis-server';

export interface RedisServer {
  readonly url: string;
  /** Ends it as a crash would; what it held is gone. */
  kill(): Promise<void>;
  /** At the same address, empty. */
  start(): Promise<void>;
  /** Lets it hang: it accepts connections and answers nothing. */
  hang(): void;
  resume(): void;
  /** One command, as `redis-cli` would send it. */
  command(...words: readonly string[]): Promise<string>;
}

/** A real Redis on a free port, which keeps nothing on disk. Kill it when done. */
export const startRedis = async (): Promise<RedisServer> => {
  const port = await freePort();
  let child: ChildProcess | undefined;
  const start = async (): Promise<void> => {
    const options = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
    child = spawn(program, options, { stdio: ['ignore', 'ignore', 'ignore'] });
    const started = child;
    await new Promise<void>((resolve, reject) => {
      started.once('spawn', resolve);
      started.once('error', (error) => reject(new Error(MISSING, { cause: error })));
    });
    while (started.exitCode === null && !(await isListening(port))) await sleep(20);
    if (started.exitCode !== null) throw new Error(`${program} ended with ${started.exitCode}`);
  };
  await start();
  return {
    url: `redis://127.0.0.1:${port}`,
    start,
    kill: async () => {
      if (!child || child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
    },
    hang: () => void child?.kill('SIGSTOP'),
    resume: () => void child?.kill('SIGCONT'),
    command: (...words) => ask(port, words),
  };
};

const MISSING =
  'These tests need the program redis-server (Debian: apt-get install redis-server; macOS: brew install redis), ' +
  'in the PATH or named by REDIS_SERVER.';

const isListening = (port: number): Promise<boolean> =>
  ask(port, ['PING']).then(
    (answer) => answer.startsWith('+PONG'),
    () => false,
  );

const ask = async (port: number, words: readonly string[]): Promise<string> => {
  const socket = connect(port, '127.0.0.1');
  try {
    await once(socket, 'connect');
    const parts = words.map((word) => `$${Buffer.byteLength(word)}\r\n${word}\r\n`);
    socket.write(`*${words.length}\r\n${parts.join('')}`);
    const [answer] = (await once(socket, 'data')) as [Buffer];
    return answer.toString();
  } finally {
    socket.destroy();
  }
};
