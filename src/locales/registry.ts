import type { CommonWords, WordSections } from './translation.js';

/** A language, perhaps without the words of some elements: those fall back to English. */
type RegisteredTranslation = CommonWords & Partial<WordSections>;

interface Registry {
  readonly translations: Map<string, RegisteredTranslation>;
  readonly listeners: Set<() => void>;
}

// On the global object, so that a language file from another bundle of the kit still reaches the elements.
const shared = globalThis as unknown as Record<symbol, Registry | undefined>;
const registry: Registry = (shared[Symbol.for('orgkit.locales')] ??= {
  translations: new Map<string, RegisteredTranslation>(),
  listeners: new Set(),
});

/** Adds a language or replaces it; every element on the page follows at once. */
export function registerTranslation(translation: RegisteredTranslation): void {
  registry.translations.set(translation.language.toLowerCase(), translation);
  for (const listener of registry.listeners) listener();
}

/** The best translation there is for a BCP 47 tag: `pt-BR` falls back to `pt`; `undefined` when neither is there. */
export function findTranslation(language: string): RegisteredTranslation | undefined {
  const parts = language.toLowerCase().split('-');
  for (; parts.length > 0; parts.pop()) {
    const translation = registry.translations.get(parts.join('-'));
    if (translation) return translation;
  }
  return undefined;
}

/** Calls back whenever a language was added. Returns the way to stop. */
export function onTranslation(listener: () => void): () => void {
  registry.listeners.add(listener);
  return () => registry.listeners.delete(listener);
}
