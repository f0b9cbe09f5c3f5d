// Without accents and case: who types "muller" finds "Müller".
function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

/** Whether a text holds every word of the search; every text does when there is none. */
export function searchMatcher(query: string): (text: string) => boolean {
  const words = fold(query).split(/\s+/u).filter(Boolean);
  return (text) => {
    if (words.length === 0) return true;
    const folded = fold(text);
    return words.every((word) => folded.includes(word));
  };
}
