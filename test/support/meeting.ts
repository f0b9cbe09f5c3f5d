/** Lets each who comes wait until so many have come. */
export const meeting = (count: number): (() => Promise<void>) => {
  let come = 0;
  let begin: () => void = () => undefined;
  const all = new Promise<void>((resolve) => (begin = resolve));
  return () => {
    come += 1;
    if (come === count) begin();
    return all;
  };
};
