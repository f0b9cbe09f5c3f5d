import { startDemo, type DemoAddresses } from './demo/start.js';
import { logtoSettings, webAddress } from './demo/logto-settings.js';
import { parseOptions, portOption, UsageError } from './options.js';
import { seedOption } from './seed-option.js';
import { startError } from './start-error.js';
import { stopSignal } from './stop-signals.js';

const HELP = `Usage: orgkit demo [options]

Starts the sandbox, the backend and a page that uses both, and prints where they are.

  --port PORT            port of everything; 0, the default, picks a free one
                         (3300 with a Logto of your own, which has to know the redirect URI)
  --backend-port PORT    a port of its own for the backend
  --backend ADDRESS      a backend that runs already, such as orgkit serve, instead of one of its own; for a Logto of
                         your own, and allowed to be called by the page (ORGKIT_ALLOWED_ORIGINS)
  --sandbox-port PORT    a port of its own for the sandbox
  --seed SEED            what the sandbox begins with: demo, or members=N with N from 1 to 100000 (demo)
  --json                 print one line of JSON with every address instead
  --help                 this text

With a Logto of your own, set LOGTO_ENDPOINT, LOGTO_APP_ID, LOGTO_RESOURCE, LOGTO_M2M_ID, LOGTO_M2M_SECRET, and
LOGTO_M2M_RESOURCE when it is not https://default.logto.app/api. With --backend the first three are enough.
`;

/** `orgkit demo`: runs until it is told to stop. Returns the exit status. */
export const run = async (args: readonly string[]): Promise<number> => {
  const options = parseOptions(args, {
    port: { type: 'string' },
    'backend-port': { type: 'string' },
    backend: { type: 'string' },
    'sandbox-port': { type: 'string' },
    seed: { type: 'string', default: 'demo' },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  });
  if (options.help) {
    process.stdout.write(HELP);
    return 0;
  }
  const backend = options.backend === undefined ? undefined : webAddress('--backend', options.backend);
  if (backend !== undefined && options['backend-port'] !== undefined) {
    throw new UsageError('--backend-port: there is no backend to start with --backend');
  }
  const logto = logtoSettings(process.env, backend !== undefined);
  const optionalPort = (name: 'backend-port' | 'sandbox-port'): number | undefined => {
    const text = options[name];
    return text === undefined ? undefined : portOption(name, text);
  };
  const settings = {
    port: portOption('port', options.port ?? (logto ? '3300' : '0')),
    backend,
    backendPort: optionalPort('backend-port'),
    sandboxPort: optionalPort('sandbox-port'),
    seed: seedOption(options.seed),
    logto,
  };
  const stopped = stopSignal();
  try {
    const demo = await startDemo(settings);
    process.stdout.write(options.json ? `${JSON.stringify(demo.addresses)}\n` : told(demo.addresses));
    await stopped;
    await demo.close();
    return 0;
  } catch (error) {
    const message = startError(error);
    if (message === undefined) throw error;
    process.stderr.write(`orgkit demo: ${message}\n`);
    return 1;
  }
};

function told({ page, backend, redirectUri, logto, sandbox }: DemoAddresses): string {
  if (!sandbox) {
    return `
  Open      ${page}
  Backend   ${backend}
  Logto     ${logto}

  The application in Logto must allow the redirect URI ${redirectUri}
  and the post sign-out redirect URI ${page}
  Ctrl-C stops it.
`;
  }
  const width = Math.max(...sandbox.accounts.map(({ email }) => email?.length ?? 0));
  const accounts = sandbox.accounts.map(
    ({ email, name }) => `    ${(email ?? '').padEnd(width)}  ${name ?? ''}`,
  );
  return `
  Open      ${page}
  Backend   ${backend}
  Mailbox   ${sandbox.mailbox}

  Sign in as one of these, no password needed:
${accounts.map((line) => line.trimEnd()).join('\n')}

  A sandbox stands in for Logto: it is no production server. Ctrl-C stops everything.
`;
}
