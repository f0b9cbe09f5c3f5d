import type { Change } from './plan.js';

/** How far a plan was carried out. */
export interface Outcome {
  readonly done: readonly Change[];
  readonly failed: { readonly change: Change; readonly error: unknown } | undefined;
  readonly left: readonly Change[];
}

/** One change after the other; the first that fails ends it, because later ones may build on it. */
export const applyChanges = async (changes: readonly Change[]): Promise<Outcome> => {
  for (const [index, change] of changes.entries()) {
    try {
      await change.apply();
    } catch (error) {
      return { done: changes.slice(0, index), failed: { change, error }, left: changes.slice(index + 1) };
    }
  }
  return { done: changes, failed: undefined, left: [] };
};
