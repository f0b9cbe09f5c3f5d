/** How often a command that npm started looks whether npm is still there, in milliseconds. */
const LOOK = 500;

/**
 * Resolves with the first SIGINT or SIGTERM; a second one then ends the process as it always does. Under `npm run` it
 * resolves also when npm is gone: npm gives a signal to the shell between them, which keeps it for itself.
 */
export const stopSignal = (): Promise<NodeJS.Signals | undefined> =>
  new Promise((resolve) => {
    const signals = ['SIGINT', 'SIGTERM'] as const;
    const stop = (signal?: NodeJS.Signals): void => {
      for (const name of signals) process.off(name, stop);
      clearInterval(watch);
      resolve(signal);
    };
    const parent = process.ppid;
    // Under nothing but npm: a server that was left running on purpose outlives the shell it was started in.
    const watch =
      process.env['npm_lifecycle_event'] === undefined
        ? undefined
        : setInterval(() => process.ppid !== parent && stop(), LOOK).unref();
    for (const name of signals) process.on(name, stop);
  });
