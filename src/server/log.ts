import type { ErrorCode } from '../contract/errors.js';

/** One line of the log. */
export interface LogEntry {
  readonly level: 'warn' | 'error';
  readonly message: string;
  /** The one that the answer carries. */
  readonly requestId?: string | undefined;
  readonly operation?: string | undefined;
  readonly code?: ErrorCode | undefined;
  /** What was thrown. May hold Logto's texts: it is for the log only. */
  readonly cause?: unknown;
}

export type Log = (entry: LogEntry) => void;

/** JSON lines on standard error, or wherever the platform sends `console.error`. */
export const logToConsole: Log = ({ cause, ...entry }) => {
  console.error(JSON.stringify({ time: new Date().toISOString(), ...entry, ...describe(cause) }));
};

/** An error may be its own cause. */
const MOST_CAUSES = 8;

const describe = (cause: unknown, most = MOST_CAUSES): { readonly cause?: string } => {
  if (cause === undefined) return {};
  if (!(cause instanceof Error)) return { cause: typeof cause === 'string' ? cause : asText(cause) };
  const inner = most > 0 ? describe(cause.cause, most - 1).cause : undefined;
  return { cause: `${cause.name}: ${messageOf(cause)}${inner ? ` (${inner})` : ''}` };
};

/** Node's own for a name with several addresses, none of which answers, has a text only in each of its parts. */
const messageOf = (error: Error): string =>
  error.message === '' && error instanceof AggregateError
    ? error.errors.map(String).join(', ')
    : error.message;

/** As JSON where there is one: what a host throws may hold itself. */
const asText = (value: unknown): string => {
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    return String(value);
  }
};
