import { SECRET_FILES, VARIABLES, type Kind } from './variables.js';

/** Options before they are checked, nested as in the configuration file. */
export type Tree = Record<string, unknown>;

const LISTS = /\s*,\s*/;

interface Reading {
  readonly expected: string;
  /** `undefined` for a text that is not one of these. */
  readonly read: (text: string) => unknown;
}

const READINGS: Readonly<Record<Kind, Reading>> = {
  text: { expected: 'a text', read: (text) => text },
  list: {
    expected: 'texts separated by commas',
    read: (text) => text.split(LISTS).filter((item) => item !== ''),
  },
  number: {
    expected: 'a whole number',
    read: (text) => (/^\d+$/.test(text) ? Number(text) : undefined),
  },
  boolean: {
    expected: 'true or false',
    read: (text) => (text === 'true' ? true : text === 'false' ? false : undefined),
  },
  rate: {
    expected: 'uses/seconds, such as 120/60',
    read: (text) => {
      const [, limit, seconds] = /^(\d+)\/(\d+)$/.exec(text) ?? [];
      return limit === undefined ? undefined : { limit: Number(limit), seconds: Number(seconds) };
    },
  },
  creation: {
    expected: 'on, off, or scope:NAME',
    read: (text) => {
      const scope = /^scope:(.+)$/.exec(text)?.[1];
      if (scope !== undefined) return { scope };
      return text === 'on' || text === 'off' ? text : undefined;
    },
  },
};

/** What Kubernetes tells everybody about a service called "orgkit". */
const BY_KUBERNETES = /^ORGKIT_(?:SERVICE_|PORT(?:_\d|$))/;

/** Sets `path`, such as `logto.m2m.id`, in a tree. What stands in the way and is no object is left to the check. */
export const setPath = (tree: Tree, path: string, value: unknown): void => {
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  let place = tree;
  for (const key of keys) {
    const next = place[key];
    if (next === undefined) place[key] = {};
    else if (typeof next !== 'object' || next === null || Array.isArray(next)) return;
    place = place[key] as Tree;
  }
  place[last] = value;
};

/** Makes `path` an empty section when it is not there. */
export const setDefault = (tree: Tree, path: string): void => {
  const value = path.split('.').reduce<unknown>((place, key) => (place as Tree | undefined)?.[key], tree);
  if (value === undefined) setPath(tree, path, {});
};

/**
 * Puts what the environment says over `tree`. An empty variable counts as none: `docker run --env-file` and compose
 * files make such ones.
 *
 * @returns what is wrong with names and forms, never a value; the rest is checked with all options
 */
export const applyEnvironment = (tree: Tree, environment: NodeJS.ProcessEnv): readonly string[] => {
  const known = new Set([...VARIABLES.map(({ name }) => name), ...Object.keys(SECRET_FILES)]);
  const problems = Object.keys(environment)
    .filter((name) => name.startsWith('ORGKIT_') && !known.has(name) && !BY_KUBERNETES.test(name))
    .map((name) => `${name}: there is no such variable`);
  for (const { name, path, kind } of VARIABLES) {
    const text = environment[name]?.trim() ?? '';
    if (text === '') continue;
    const { expected, read } = READINGS[kind];
    const value = read(text);
    if (value === undefined) problems.push(`${name}: expected ${expected}`);
    else setPath(tree, path, value);
  }
  return problems;
};
