const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

// Scripts in which two single letters are read as initials; elsewhere (Han, Arabic, ...) one sign stands alone.
const twoLetters = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}]/u;

/** One or two letters for a name: `Acme Trading` is `AT`, `مؤسسة` is `م`, an emoji stays whole. */
export function initials(name: string): string {
  const words = name.split(/[\s\-_./&+,()]+/u).filter(Boolean);
  const first = firstSign(words[0] ?? name.trim());
  const last = words.length > 1 && twoLetters.test(first) ? firstSign(words.at(-1) ?? '') : '';
  return (first + (twoLetters.test(last) ? last : '')).toLocaleUpperCase();
}

function firstSign(word: string): string {
  for (const { segment } of segmenter.segment(word)) return segment;
  return '';
}
