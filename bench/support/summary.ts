import type { Rate } from './closed-loop.js';

export interface Ratio {
  readonly name: string;
  readonly median: number;
  /** Between these two lies the middle half of the rounds. */
  readonly low: number;
  readonly high: number;
}

/** What each reached of `base` in the same round. */
export const summary = (
  rates: ReadonlyMap<string, readonly Rate[]>,
  base: string,
  of: (rate: Rate) => number,
): Ratio[] => {
  const bases = (rates.get(base) ?? []).map(of);
  return [...rates]
    .filter(([name]) => name !== base)
    .map(([name, values]) => {
      const ratios = values
        .map((rate, round) => of(rate) / (bases[round] ?? Number.NaN))
        .sort((a, b) => a - b);
      const at = (share: number): number => ratios[Math.round(share * (ratios.length - 1))] ?? Number.NaN;
      return { name, median: at(0.5), low: at(0.25), high: at(0.75) };
    });
};
