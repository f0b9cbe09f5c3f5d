/** Calls once, when nothing has been asked for so many milliseconds. `cancel()` forgets what was asked. */
export interface Debounced<Args extends unknown[]> {
  (...args: Args): void;
  cancel(): void;
}

export function debounce<Args extends unknown[]>(
  call: (...args: Args) => void,
  milliseconds: number,
): Debounced<Args> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const ask = (...args: Args): void => {
    clearTimeout(timer);
    timer = setTimeout(() => call(...args), milliseconds);
  };
  return Object.assign(ask, { cancel: () => clearTimeout(timer) });
}
