import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { en } from '../locales/en.js';
import { findTranslation, onTranslation } from '../locales/registry.js';
import type { Term, TermName, Translation } from '../locales/translation.js';
import { closestComposed } from './closest-composed.js';

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
 */
export class LocaleController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  #language = 'en';
  #translation: Translation = en;
  #term: Term = en.terms.organization;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  /** BCP 47 tag, for `Intl`. */
  get language(): string {
    return this.#language;
  }

  get words(): Translation {
    return this.#translation;
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
    this.#translation = findTranslation(language) ?? en;
    // Numbers and order follow the words: a page in a language that is not there gets consistent English.
    this.#language = this.#translation === en && !language.startsWith('en') ? 'en' : language;
    const name = closestComposed(this.#host, '[data-org-term]')?.getAttribute(
      'data-org-term',
    ) as TermName | null;
    this.#term = this.#translation.terms[name ?? 'organization'] ?? this.#translation.terms.organization;
  }
}
