/** An attribute with several values: what stands between its spaces. */
export const wordsOf = (text: string): string[] => text.split(/\s+/).filter(Boolean);
