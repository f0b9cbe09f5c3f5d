import type { Me } from '../../contract/me.js';
import { readItem, writeItem } from '../../store/browser-storage.js';

const keyOf = (name: string): string => `orgkit:${name}:ungranted`;

/**
 * Permissions that new tokens lacked too, by person and organization, for as long as the tab lives: a page that does
 * not ask for all that a person holds would renew its tokens at each load.
 */
export class Ungranted {
  readonly #key: string;
  readonly #isKept: boolean;

  /** `name` tells one application from another on the same origin. */
  constructor(name: string, isKept: boolean) {
    this.#key = keyOf(name);
    this.#isKept = isKept;
  }

  /** Whether these very permissions are all that is amiss, and a new token lacked them already. */
  has(me: Me): boolean {
    return this.#isKept && isMissingOnly(me) && this.#read()[ownerOf(me)] === textOf(me);
  }

  note(me: Me): void {
    if (isMissingOnly(me)) this.#write({ ...this.#read(), [ownerOf(me)]: textOf(me) });
  }

  forget(me: Me): void {
    const { [ownerOf(me)]: known, ...others } = this.#read();
    if (known !== undefined) this.#write(others);
  }

  #read(): Readonly<Record<string, unknown>> {
    try {
      return Object(JSON.parse(readItem('sessionStorage', this.#key) ?? '{}')) as Record<string, unknown>;
    } catch {
      return {};
    }
  }

  #write(texts: Readonly<Record<string, unknown>>): void {
    if (this.#isKept) writeItem('sessionStorage', this.#key, JSON.stringify(texts));
  }
}

/** Tries again from now on. */
export const forgetUngranted = (name: string): void => writeItem('sessionStorage', keyOf(name), undefined);

const ownerOf = ({ userId, organizationId }: Me): string => `${userId} ${organizationId}`;

const textOf = ({ drift }: Me): string => JSON.stringify([...drift.gained].sort());

/** A token that has too much is always replaced. */
const isMissingOnly = ({ drift }: Me): boolean => drift.lost.length === 0;
