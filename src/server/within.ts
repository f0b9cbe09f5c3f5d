/** Rejects when `work` takes longer. `work` itself cannot be stopped, but nobody waits for it. */
export const within = async <Result>(
  milliseconds: number,
  work: () => Result | Promise<Result>,
): Promise<Result> => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`took longer than ${milliseconds} ms`)), milliseconds);
  });
  try {
    return await Promise.race([(async () => work())(), late]);
  } finally {
    clearTimeout(timer);
  }
};
