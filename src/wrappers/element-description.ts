import { loadElement } from './load-element.js';

/** What a wrapper has to know of an element. The build makes it from the manifest. */
export interface ElementDescription {
  /** Of its class. */
  readonly name: string;
  readonly tag: string;
  /** Registers the tag. Called in a browser only, by the first one that is in a page: a server imports no element. */
  readonly load: () => Promise<unknown>;
  /** The properties that are given as attributes, so that they are in a server's HTML too. */
  readonly attributes: readonly string[];
  /** Those that no attribute can say: objects, functions, and what may be `null`. */
  readonly properties: readonly string[];
}

/** False on a server. */
export const isBrowser = typeof document !== 'undefined';

/** `withCreate` is the attribute `with-create`. */
export const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** Registers the element. The next one of it tries again when its code did not come. */
export const register = ({ tag, load }: ElementDescription): Promise<boolean> => loadElement(tag, load);
