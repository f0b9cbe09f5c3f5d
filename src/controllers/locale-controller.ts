import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { common } from '../locales/en/common.js';
import { findTranslation, onTranslation } from '../locales/registry.js';
import type { CommonWords, Term, TermName, WordSection, WordSections } from '../locales/translation.js';
import { closestComposed } from './closest-composed.js';

/** What every element says, and what this one says. */
type Words<Name extends WordSection> = CommonWords & Pick<WordSections, Name>;

const hosts = new Set<ReactiveControllerHost>();
let stopWatching: (() => void) | undefined;

function updateAll(): void {
  for (const host of hosts) host.requestUpdate();
}

// One observer for the page, however many elements: a language may change anywhere above them.
function watch(): () => void {
  const observer = new MutationObserver(updateAll);
  observer.observe(document, { subtree: true, attributeFilter: ['lang', 'dir', 'data-org-term'] });
  const stopTranslations = onTranslation(updateAll);
  return () => {
    observer.disconnect();
    stopTranslations();
  };
}

/**
 * The words of an element, in the language of the nearest `lang` attribute around it, and the page's own word
 * for "organization", from the nearest `data-org-term`. Follows both when they change, and languages that are
 * added later.
 *
 * `Name` are the sections of words that the element says; it brings their English itself, so that a page carries no
 * words of elements that it does not have.
 */
export class LocaleController<Name extends WordSection = never> implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #english: Words<Name>;
  #language = 'en';
  #translation: object | undefined;
  #words: Words<Name>;
  #term: Term = common.terms.organization;

  /** @param sections the English words of the element, for where the page's language is not there */
  constructor(host: ReactiveControllerHost & HTMLElement, sections: Pick<WordSections, Name>) {
    this.#host = host;
    this.#words = this.#english = { ...common, ...sections };
    host.addController(this);
  }

  /** BCP 47 tag, for `Intl`. */
  get language(): string {
    return this.#language;
  }

  get words(): Words<Name> {
    return this.#words;
  }

  get term(): Term {
    return this.#term;
  }

  hostConnected(): void {
    if (hosts.size === 0) stopWatching = watch();
    hosts.add(this.#host);
  }

  hostDisconnected(): void {
    hosts.delete(this.#host);
    if (hosts.size === 0) stopWatching?.();
  }

  hostUpdate(): void {
    const language = closestComposed(this.#host, '[lang]')?.getAttribute('lang') || navigator.language;
    const translation = findTranslation(language);
    if (translation !== this.#translation) {
      this.#translation = translation;
      this.#words = { ...this.#english, ...translation };
    }
    // Numbers and order follow the words: a page in a language that is not there gets consistent English.
    this.#language = translation || /^en\b/i.test(language) ? language : 'en';
    const name = closestComposed(this.#host, '[data-org-term]')?.getAttribute(
      'data-org-term',
    ) as TermName | null;
    const { terms } = this.#words as CommonWords;
    this.#term = terms[name ?? 'organization'] ?? terms.organization;
  }
}
