import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import * as v from 'valibot';
import type { OrgHandlerOptions } from '../../server/options.js';
import { readSettings, type Settings } from '../../server/settings.js';
import { UsageError } from '../options.js';
import { applyEnvironment, setDefault, setPath, type Tree } from './read-environment.js';
import { SECRET_FILES, VARIABLES } from './variables.js';

const whole = (minimum: number, maximum: number) => {
  const expected = `a whole number from ${minimum} to ${maximum}`;
  return v.pipe(
    v.number(expected),
    v.integer(expected),
    v.minValue(minimum, expected),
    v.maxValue(maximum, expected),
  );
};

const REDIS_ADDRESS = 'an address that begins with redis:// or rediss://';
const isRedisAddress = (value: string): boolean =>
  URL.canParse(value) && /^rediss?:$/.test(new URL(value).protocol) && new URL(value).hostname !== '';

const processSchema = v.strictObject(
  {
    host: v.optional(v.pipe(v.string('a text'), v.nonEmpty('a text that is not empty')), '127.0.0.1'),
    port: v.optional(whole(0, 65_535), 3000),
    metricsPort: v.optional(whole(0, 65_535)),
    stopSeconds: v.optional(whole(0, 3600), 25),
    requestsAtOnce: v.optional(whole(1, 100_000), 200),
    requestsWaiting: v.optional(whole(0, 100_000), 2_000),
    logRequests: v.optional(v.boolean('true or false'), true),
    redisUrl: v.optional(
      v.pipe(
        v.string(REDIS_ADDRESS),
        v.check((value) => isRedisAddress(value), REDIS_ADDRESS),
      ),
    ),
    redisPrefix: v.optional(v.pipe(v.string('a text'), v.nonEmpty('a text that is not empty')), 'orgkit:'),
  },
  ({ expected }) => (expected === 'never' ? 'no such option' : 'an object'),
);

/** The process around the handler. */
export type ProcessSettings = v.InferOutput<typeof processSchema>;

export interface Configuration {
  readonly process: ProcessSettings;
  readonly handler: OrgHandlerOptions;
  /** The handler's options with their defaults. */
  readonly settings: Settings;
}

export interface Sources {
  readonly environment: NodeJS.ProcessEnv;
  /** A JSON file with the options of `createOrgHandler`, and `serve` for the process. */
  readonly configFile?: string | undefined;
  /** Variables as `NAME=value`; the environment comes first. */
  readonly envFile?: string | undefined;
  /** What the command line says, by path; it comes before everything else. */
  readonly options?: Readonly<Record<string, unknown>>;
}

/**
 * Options of the command line, over the environment, over the configuration file.
 *
 * @throws UsageError naming every setting that is wrong, with its variable, and no value: it may be secret
 */
export const readConfiguration = (sources: Sources): Configuration => {
  const problems: string[] = [];
  const tree = sources.configFile === undefined ? {} : readJson(sources.configFile);
  const environment =
    sources.envFile === undefined
      ? sources.environment
      : { ...parseEnv(readText('--env-file', sources.envFile)), ...sources.environment };
  problems.push(...applyEnvironment(tree, withSecrets(environment)));
  for (const [path, value] of Object.entries(sources.options ?? {})) {
    if (value !== undefined) setPath(tree, path, value);
  }

  // So that each missing setting is named, and not the section.
  for (const path of ['logto', 'logto.m2m']) setDefault(tree, path);
  const { serve = {}, ...handler } = tree;
  const process = v.safeParse(processSchema, serve);
  if (!process.success) problems.push(...process.issues.map(processProblem));
  const settings = handlerSettings(handler, problems);
  if (problems.length > 0 || !process.success || !settings) {
    throw new UsageError(`wrong settings\n${problems.map((line) => `  ${line}`).join('\n')}`);
  }
  return { process: process.output, handler: handler as unknown as OrgHandlerOptions, settings };
};

const handlerSettings = (options: Tree, problems: string[]): Settings | undefined => {
  try {
    return readSettings(options as unknown as OrgHandlerOptions);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    const lines = error.message.replace(/^createOrgHandler: /, '').split(/; (?=options\b)/);
    problems.push(...lines.map((line) => withVariable(line.replace(/^options\.?/, ''))));
    return undefined;
  }
};

const processProblem = (issue: v.BaseIssue<unknown>): string => {
  const path = ['serve', v.getDotPath(issue)].filter(Boolean).join('.');
  if (issue.message === 'no such option') return `${path}: there is no such option`;
  return withVariable(`${path}: expected ${issue.message}`);
};

/** Adds the variables that set the option in front of the colon: its own, or all of its section's. */
const withVariable = (line: string): string => {
  const path = /^[\w.]+/.exec(line)?.[0] ?? '';
  const option = path.replace(/\.\d+$/, '');
  const own = VARIABLES.filter(
    (variable) =>
      variable.path === option ||
      variable.path.startsWith(`${option}.`) ||
      // A rate, and who may create, are one variable for several options.
      (option.startsWith(`${variable.path}.`) && variable.kind !== 'text'),
  );
  if (own.length === 0) return line;
  return line.replace(path, `${own.map(({ name }) => name).join(', ')} (${path})`);
};

/** Secrets from files of their own, as Docker and Kubernetes mount them. */
const withSecrets = (environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv => {
  const read: NodeJS.ProcessEnv = {};
  for (const [setting, name] of Object.entries(SECRET_FILES)) {
    const file = environment[setting]?.trim() ?? '';
    if (file === '') continue;
    if ((environment[name] ?? '') !== '') throw new UsageError(`set ${name} or ${setting}, not both`);
    read[name] = readText(setting, file);
  }
  return { ...environment, ...read };
};

const readText = (setting: string, file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    throw new UsageError(`${setting}: can't read "${file}" (${code})`);
  }
};

const readJson = (file: string): Tree => {
  const text = readText('--config', file);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // Not the parser's message: it quotes the file, which may hold the secret.
    throw new UsageError(`--config: "${file}" is not JSON`);
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Tree;
  throw new UsageError(`--config: expected an object in "${file}"`);
};
