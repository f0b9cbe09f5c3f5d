#!/usr/bin/env node
import { readFile } from 'node:fs/promises';
import { UsageError } from './options.js';

interface Command {
  readonly summary: string;
  /** Loaded when it is asked for: `sandbox` brings a whole OpenID provider. */
  readonly load: () => Promise<{ readonly run: (args: readonly string[]) => Promise<number> }>;
}

const COMMANDS: Readonly<Record<string, Command>> = {
  demo: { summary: 'sandbox, backend and a page with the widgets', load: () => import('./demo.js') },
  doctor: {
    summary: 'tests a backend against the contract, and a tenant',
    load: () => import('./doctor.js'),
  },
  sandbox: { summary: 'a stand-in for Logto', load: () => import('./sandbox.js') },
  serve: { summary: 'the backend as a process', load: () => import('./serve.js') },
  setup: { summary: 'make a Logto tenant ready', load: () => import('./setup.js') },
};

const help = (): string => {
  const lines = Object.entries(COMMANDS).map(([name, { summary }]) => `  ${name.padEnd(10)}${summary}`);
  return `Usage: orgkit <command> [options]

${lines.join('\n')}

  --help      this text; after a command, its options
  --version   the version of the kit
`;
};

const version = async (): Promise<string> => {
  const text = await readFile(new URL('../../package.json', import.meta.url), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
};

const main = async ([name, ...args]: readonly string[]): Promise<number> => {
  if (name === '--help' || name === '-h' || name === 'help') {
    process.stdout.write(help());
    return 0;
  }
  if (name === '--version' || name === '-v') {
    process.stdout.write(`${await version()}\n`);
    return 0;
  }
  const command = name !== undefined && Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) {
    const got = name === undefined ? 'none' : `"${name}"`;
    throw new UsageError(`expected a command (${Object.keys(COMMANDS).join(', ')}), got ${got}`);
  }
  return (await command.load()).run(args);
};

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  process.stderr.write(`orgkit: ${error.message}\n`);
  process.exitCode = 2;
}
