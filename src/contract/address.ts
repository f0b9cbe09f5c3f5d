/** What Logto takes: one `@`, no dot at either end of the local part nor two in a row, a domain with a top level. */
const ADDRESS = /^(?!\.)(?!.*\.\.)[\w+'.-]*[\w+-]@(?:[a-z\d](?:[a-z\d-]*[a-z\d])?\.)+[a-z]{2,}$/;
/** Of an account's primary address: a longer one could never accept. */
const MAXIMUM_LENGTH = 128;

/**
 * The address in lower case, or `undefined` when it is none. Logto tells duplicates and members apart by case, though
 * accepting ignores it: in one case they are found.
 */
export const normalizeAddress = (text: string): string | undefined => {
  const address = text.trim().toLowerCase();
  return address.length <= MAXIMUM_LENGTH && ADDRESS.test(address) ? address : undefined;
};
