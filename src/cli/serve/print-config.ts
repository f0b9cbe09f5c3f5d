import type { Configuration } from './configuration.js';

const HIDDEN = '(set, not shown)';

/** Every setting with its default, as JSON, without what is secret. */
export const printedConfiguration = ({ process, settings }: Configuration): string => {
  const { logto } = settings;
  const serve = { ...process, redisUrl: process.redisUrl && withoutUser(process.redisUrl) };
  const shown = { ...settings, logto: { ...logto, m2m: { ...logto.m2m, secret: HIDDEN } }, serve };
  return JSON.stringify(shown, (_key, value: unknown) => plain(value), 2);
};

/** What belongs in a configuration file: nothing that only code can give. */
const plain = (value: unknown): unknown => {
  if (typeof value === 'string') return withoutPassword(value);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.getPrototypeOf(value) === Object.prototype ? value : undefined;
};

/** By the parser, for a password that a pattern would take for something else; parameters may hold one as well. */
const withoutUser = (address: string): string => {
  const url = new URL(address);
  const user = url.username || url.password ? `${HIDDEN}@` : '';
  return `${url.protocol}//${user}${url.host}${url.pathname}${url.search && `?${HIDDEN}`}`;
};

/** Addresses may carry a password in front of the host. */
const withoutPassword = (text: string): string => text.replace(/(:\/\/)[^/?#@]*@/g, `$1${HIDDEN}@`);
