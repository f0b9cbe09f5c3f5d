import { parseSeed, type Seed } from '../sandbox/seed.js';
import { UsageError } from './options.js';

/** `--seed`. @throws UsageError that says what was expected */
export const seedOption = (text: string): Seed => {
  try {
    return parseSeed(text);
  } catch (error) {
    throw new UsageError(`--${error instanceof Error ? error.message : String(error)}`);
  }
};
