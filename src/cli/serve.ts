import { parseOptions, portOption } from './options.js';
import { readConfiguration } from './serve/configuration.js';
import { serveHelp } from './serve/help.js';
import { logLine } from './serve/json-log.js';
import { printedConfiguration } from './serve/print-config.js';
import { startError } from './start-error.js';
import { stopSignal } from './stop-signals.js';

/** `orgkit serve`: runs until it is told to stop. Returns the exit status: 1 also when requests had to be cut off. */
export const run = async (args: readonly string[]): Promise<number> => {
  const options = parseOptions(args, {
    host: { type: 'string' },
    port: { type: 'string' },
    'metrics-port': { type: 'string' },
    config: { type: 'string' },
    'env-file': { type: 'string' },
    'print-config': { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  });
  if (options.help) {
    process.stdout.write(serveHelp());
    return 0;
  }
  const optionalPort = (name: 'port' | 'metrics-port'): number | undefined => {
    const text = options[name];
    return text === undefined ? undefined : portOption(name, text);
  };
  const configuration = readConfiguration({
    environment: process.env,
    configFile: options.config,
    envFile: options['env-file'],
    options: {
      'serve.host': options.host,
      'serve.port': optionalPort('port'),
      'serve.metricsPort': optionalPort('metrics-port'),
    },
  });
  if (options['print-config']) {
    process.stdout.write(`${printedConfiguration(configuration)}\n`);
    return 0;
  }
  const stopped = stopSignal();
  try {
    const { startBackend } = await import('./serve/start.js');
    const backend = await startBackend(configuration);
    const { url, metricsUrl } = backend;
    const { basePath, clientIds } = configuration.settings;
    logLine('info', 'listening', { url: url + basePath, metrics: metricsUrl, node: process.version });
    if (!clientIds) {
      logLine('warn', 'LOGTO_APP_ID is not set: tokens of every application of the tenant are taken');
    }
    const signal = await stopped;
    logLine('info', 'stopping', { signal });
    const cut = await backend.stop();
    if (cut > 0) logLine('error', 'stopped before every request was answered', { requests: cut });
    else logLine('info', 'stopped');
    return cut > 0 ? 1 : 0;
  } catch (error) {
    const message = startError(error);
    if (message === undefined) throw error;
    process.stderr.write(`orgkit serve: ${message}\n`);
    return 1;
  }
};
