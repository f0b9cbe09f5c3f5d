/** Milliseconds that changes are collected before they are written. */
const QUIET_MS = 20;

export interface Autosave {
  /** Something changed. */
  readonly changed: () => void;
  /** Writes what is still unwritten, and nothing that changes afterwards. @throws what the last write threw */
  readonly close: () => Promise<void>;
}

/**
 * Writes after changes: one write at a time, many changes in one write, and never more than about a tenth of the
 * time spent writing, so that a large state does not hold everything up.
 *
 * @param failed told of a write that failed; the next change tries again
 */
export const createAutosave = (write: () => Promise<void>, failed: (error: unknown) => void): Autosave => {
  let timer: NodeJS.Timeout | undefined;
  let writing: Promise<void> | undefined;
  let dirty = false;
  let isClosed = false;
  let pause = QUIET_MS;

  const writeNow = async (): Promise<void> => {
    dirty = false;
    const started = performance.now();
    try {
      await write();
    } catch (error) {
      dirty = true;
      throw error;
    } finally {
      pause = Math.max(QUIET_MS, (performance.now() - started) * 9);
    }
  };

  const run = (): void => {
    timer = undefined;
    writing = writeNow()
      .catch(failed)
      .finally(() => {
        writing = undefined;
        if (dirty) schedule();
      });
  };

  const schedule = (): void => {
    // Who comes after it may use the same file by now.
    if (isClosed || timer || writing) return;
    timer = setTimeout(run, pause);
  };

  return {
    changed: () => {
      dirty = true;
      schedule();
    },
    close: async () => {
      isClosed = true;
      clearTimeout(timer);
      await writing;
      while (dirty) await writeNow();
    },
  };
};
