/** The code of an element that did not come is asked for once more, so many milliseconds later. */
const AGAIN_MS = 2_000;

/**
 * Runs what registers an element. When its code does not come, the network was away for a moment, or the page is being
 * left, whose imports Firefox lets fail: so it is tried once more, and only then does the console say so. Firefox itself
 * remembers a failed import until the page is loaded again.
 * @returns whether it came
 */
export async function loadElement(tag: string, load: () => Promise<unknown>): Promise<boolean> {
  try {
    await load();
    return true;
  } catch {
    await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
  }
  try {
    await load();
    return true;
  } catch (error) {
    console.error(`<${tag}> could not be loaded.`, error);
    return false;
  }
}
