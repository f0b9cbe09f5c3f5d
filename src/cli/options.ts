import { parseArgs, type ParseArgsConfig } from 'node:util';

/** The command line is wrong: printed as it is, and the command ends with status 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

type Options = NonNullable<ParseArgsConfig['options']>;

/** Reads options; no positional arguments. @throws UsageError that says what was expected */
export const parseOptions = <const Declared extends Options>(args: readonly string[], options: Declared) => {
  try {
    return parseArgs({ args: withNegatives(args, options), options, strict: true, allowPositionals: false })
      .values;
  } catch (error) {
    const names = Object.keys(options).map((name) => `--${name}`);
    const reason = error instanceof Error ? error.message.split(/\.(?:\s|$)/)[0] : String(error);
    throw new UsageError(`${reason}; expected options: ${names.join(', ')}`);
  }
};

/** Joins `--port -1` to `--port=-1`: as a value it can be refused for what it is. */
const withNegatives = (args: readonly string[], options: Options): string[] => {
  const joined: string[] = [];
  for (const arg of args) {
    const option = joined.at(-1)?.replace(/^--/, '') ?? '';
    const isValue = /^-[\d.]/.test(arg) && options[option]?.type === 'string';
    if (isValue) joined.push(`${joined.pop()}=${arg}`);
    else joined.push(arg);
  }
  return joined;
};

/** A port from 0 to 65535; 0 means a free one. */
export const portOption = (name: string, text: string): number => {
  const port = numberOption(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new UsageError(`--${name}: expected a port from 0 (a free one) to 65535, got "${text}"`);
};

/** Whole milliseconds from 0 on. */
export const millisecondsOption = (name: string, text: string): number => {
  const value = numberOption(text);
  if (Number.isInteger(value) && value >= 0 && value <= 600_000) return value;
  throw new UsageError(`--${name}: expected whole milliseconds from 0 to 600000, got "${text}"`);
};

/** A share from 0 to 1. */
export const shareOption = (name: string, text: string): number => {
  const value = numberOption(text);
  if (value >= 0 && value <= 1) return value;
  throw new UsageError(`--${name}: expected a number from 0 to 1, got "${text}"`);
};

/** Decimal digits only: no signs, exponents or empty text, which `Number` would take. */
const numberOption = (text: string): number =>
  /^\d+(\.\d+)?$|^\.\d+$/.test(text) ? Number(text) : Number.NaN;
