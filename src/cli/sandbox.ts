import { millisecondsOption, parseOptions, portOption, shareOption, UsageError } from './options.js';
import { seedOption } from './seed-option.js';
import { startError } from './start-error.js';
import { stopSignal } from './stop-signals.js';

const HELP = `Usage: orgkit sandbox [options]

Starts a stand-in for Logto: sign-in, tokens, the Management API of organizations, and a mailbox.
Prints one line of JSON with every address. It is no production server.

  --port PORT     where to listen; 0 picks a free one (3301)
  --host HOST     the address to listen at (127.0.0.1: this machine only)
  --seed SEED     empty, demo, or members=N with N from 1 to 100000 (demo)
  --data FILE     keep the state in FILE across restarts; a file that exists comes before the seed
  --latency MS    wait before each answer of the Management API and the token endpoint (0)
  --fail RATE     let a share of these requests fail, from 0 to 1 (0)
  --help          this text
`;

/** `orgkit sandbox`: runs until it is told to stop. Returns the exit status. */
export const run = async (args: readonly string[]): Promise<number> => {
  const options = parseOptions(args, {
    port: { type: 'string', default: '3301' },
    host: { type: 'string', default: '127.0.0.1' },
    seed: { type: 'string', default: 'demo' },
    data: { type: 'string' },
    latency: { type: 'string', default: '0' },
    fail: { type: 'string', default: '0' },
    help: { type: 'boolean', default: false },
  });
  if (options.help) {
    process.stdout.write(HELP);
    return 0;
  }
  if (options.host === '') throw new UsageError('--host: expected an address or a name, got ""');
  if (options.data === '') throw new UsageError('--data: expected the name of a file, got ""');
  const port = portOption('port', options.port);
  const settings = {
    port,
    host: options.host,
    seed: seedOption(options.seed),
    dataFile: options.data,
    latency: millisecondsOption('latency', options.latency),
    failRate: shareOption('fail', options.fail),
  };
  const stopped = stopSignal();
  // After the options: a wrong one should not wait for an OpenID provider to load.
  const { startSandbox } = await import('../sandbox/node.js');
  try {
    const sandbox = await startSandbox(settings);
    process.stderr.write('Orgkit sandbox: a stand-in for Logto, no production server. Ctrl-C stops it.\n');
    process.stdout.write(`${JSON.stringify(sandbox.info)}\n`);
    await stopped;
    await sandbox.close();
    return 0;
  } catch (error) {
    if (isWrongHost(error)) {
      throw new UsageError(`--host: expected an address or a name of this machine, got "${settings.host}"`);
    }
    const message = startError(error);
    if (message === undefined) throw error;
    process.stderr.write(`orgkit sandbox: ${message}\n`);
    return 1;
  }
};

/** The address is another machine's, or the name is nobody's, as far as can be told without a network. */
const isWrongHost = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  ['EADDRNOTAVAIL', 'ENOTFOUND', 'EAI_AGAIN'].includes(String(error.code));
