import type { OrganizationMemory, Remembered } from './organization-memory.js';

/**
 * Which organization is the current one: nothing of the server's, a choice. A choice is kept in the memory; a kept one
 * counts only while it is among the person's organizations, or open to an operator. Otherwise, in this order:
 * remembered, first, none.
 */
export class ActiveOrganization {
  readonly #memory: OrganizationMemory;
  /** Whether the person may be in this organization, which is none of theirs. */
  readonly #isOpen: (organizationId: string) => boolean;
  #ids: readonly string[] | undefined;
  #current: string | null = null;
  /** What the page wants to begin with. Comes before the memory. */
  #requested: Remembered;
  /** Nobody chose that there is none: the first organization to appear becomes the current one. */
  #isVacant = true;

  constructor(
    memory: OrganizationMemory,
    requested: Remembered,
    isOpen: (organizationId: string) => boolean = () => false,
  ) {
    this.#memory = memory;
    this.#isOpen = isOpen;
    this.#requested = requested;
  }

  /** False until the person's organizations are known. */
  get isKnown(): boolean {
    return this.#ids !== undefined;
  }

  /** Until the organizations are known: the one that was kept, in the hope that it is among them. */
  get current(): string | null {
    return this.isKnown ? this.#current : (this.#wanted ?? null);
  }

  get recent(): readonly string[] {
    return this.#memory.recent;
  }

  /** Known not to be one of the person's own. */
  isForeign(organizationId: string): boolean {
    return this.#ids?.includes(organizationId) === false;
  }

  /** Takes the person's organizations, in the order of the backend. Returns whether the current one has changed. */
  settle(ids: readonly string[]): boolean {
    const isFirst = !this.isKnown;
    this.#ids = ids;
    const stays = this.#current === null ? !this.#isVacant : this.#isPossible(this.#current);
    if (stays) return false;
    const fallback = [this.#requested, this.#memory.read()].find((id) => this.#isPossible(id));
    const next = fallback === undefined ? (ids[0] ?? null) : fallback;
    this.#requested = undefined;
    const hasChanged = next !== this.#current;
    this.#current = next;
    this.#isVacant = next === null && fallback === undefined;
    if (isFirst || hasChanged) this.#memory.write(this.#isVacant ? undefined : next, true);
    if (isFirst && next !== null) this.#memory.noteUse(next);
    return hasChanged;
  }

  /** A person's or the page's choice. It need not be among the organizations yet: it may have just been made. */
  choose(organizationId: string | null): void {
    this.#set(organizationId);
    this.#memory.write(organizationId);
  }

  /** The choice holds: its token was granted. */
  confirm(organizationId: string): void {
    this.#memory.noteUse(organizationId);
  }

  /** Goes back to what was there before a choice that was refused. */
  restore(organizationId: string | null): void {
    this.#set(organizationId);
    this.#memory.write(organizationId, true);
  }

  /** What the page wants to begin with, when it says so before the organizations are known. */
  request(organizationId: Remembered): void {
    this.#requested = organizationId;
  }

  /** Calls back when the memory was changed elsewhere, with a choice that is possible here. */
  subscribe(listener: (organizationId: string | null) => void): () => void {
    return this.#memory.subscribe(() => {
      const id = this.#memory.read();
      if (id !== undefined && id !== this.#current && this.#isPossible(id)) listener(id);
    });
  }

  /** Follows a choice that was made elsewhere, and is kept already. */
  follow(organizationId: string | null): void {
    this.#set(organizationId);
  }

  /** What the page wants to begin with, else what was kept. */
  get #wanted(): Remembered {
    return this.#requested === undefined ? this.#memory.read() : this.#requested;
  }

  #set(organizationId: string | null): void {
    this.#current = organizationId;
    this.#isVacant = false;
  }

  #isPossible(id: Remembered): boolean {
    return id === null || (id !== undefined && ((this.#ids?.includes(id) ?? false) || this.#isOpen(id)));
  }
}
