/**
 * An attribute with several values: what stands between its spaces. It may be nothing: that is what an attribute leaves
 * that was taken away, and what frameworks set.
 */
export const wordsOf = (text: string | null | undefined): string[] =>
  (text ?? '').split(/\s+/).filter(Boolean);
