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

const describe = (cause: unknown): { readonly cause?: string } => {
  if (cause === undefined) return {};
  if (!(cause instanceof Error)) return { cause: typeof cause === 'string' ? cause : JSON.stringify(cause) };
  const inner = describe(cause.cause).cause;
  return { cause: `${cause.name}: ${cause.message}${inner ? ` (${inner})` : ''}` };
};
