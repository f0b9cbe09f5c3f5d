/** Fields of a line of the log; `requestId` is the one that the answer carries. */
export type LogFields = Readonly<Record<string, unknown>>;

/** A JSON line: what went well on standard output, what did not on standard error, as the handler's own lines. */
export const logLine = (level: 'info' | 'warn' | 'error', message: string, fields: LogFields = {}): void => {
  const stream = level === 'info' ? process.stdout : process.stderr;
  stream.write(`${JSON.stringify({ time: new Date().toISOString(), level, message, ...fields })}\n`);
};
