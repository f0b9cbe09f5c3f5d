import type { Fetch } from './options.js';

/** The platform's own. Called late and unbound, so that a page or a test may replace it. */
export const globalFetch: Fetch = (input, init) => globalThis.fetch(input, init);
