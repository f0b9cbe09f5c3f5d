import type { ReactiveController, ReactiveControllerHost } from 'lit';

const TYPE_AHEAD_PAUSE = 500; // milliseconds, as the ARIA Authoring Practices suggest
const PAGE = 10;

/**
 * Keyboard of a listbox whose focus stays in one element (`aria-activedescendant`): the list itself, or the search
 * field above it, which makes it a combobox. Arrows, Home, End, Page Up, Page Down, Enter, and in a list without a
 * search field Space and type-ahead, as in the ARIA Authoring Practices.
 *
 * The active option is marked in the DOM, not in a template: moving through 500 of them renders nothing.
 */
export class ListboxController implements ReactiveController {
  readonly #list: () => HTMLElement | null;
  readonly #focused: () => HTMLElement | null;
  #active: HTMLElement | undefined;
  #typed = '';
  #typedAt = 0;

  /**
   * @param list the element with the options, each `role="option"` with an id
   * @param focused the element that has the focus: the search field or the list
   */
  constructor(
    host: ReactiveControllerHost,
    list: () => HTMLElement | null,
    focused: () => HTMLElement | null,
  ) {
    this.#list = list;
    this.#focused = focused;
    host.addController(this);
  }

  hostUpdated(): void {
    // Options come and go with a search or a new list: never leave the focus on one that has gone.
    if (this.#list()) this.#activate(this.#active?.isConnected ? this.#active : this.#initial());
  }

  /** Starts again at the selected option, or at the first. */
  reset(): void {
    this.#typed = '';
    this.#activate(this.#initial());
  }

  /** Starts again at the first option: the best answer to a new search. */
  first(): void {
    this.#activate(this.#options()[0]);
  }

  last(): void {
    this.#activate(this.#options().at(-1));
  }

  /** For `@keydown` of the focused element. */
  readonly move = (event: KeyboardEvent): void => {
    // Safari tells the key that ends a word of an input method after the end, with this code.
    if (event.isComposing || event.keyCode === 229 || event.altKey) return;
    if (event.key === 'Enter') return this.#choose(event);
    if (event.ctrlKey || event.metaKey) return;
    const options = this.#options();
    const index = this.#active ? options.indexOf(this.#active) : -1;
    const to = this.#target(event, index, options.length);
    if (to !== undefined) {
      event.preventDefault();
      this.#typed = '';
      this.#activate(options[Math.max(0, Math.min(to, options.length - 1))]);
    } else if (!this.#isSearch() && event.key.length === 1) {
      event.preventDefault();
      if (event.key === ' ' && !this.#isTyping(event)) this.#choose(event);
      else this.#typeAhead(event, options, index);
    }
  };

  #target(event: KeyboardEvent, index: number, count: number): number | undefined {
    const field = this.#focused();
    // In a field with text, Home and End belong to the text.
    const ownsHomeAndEnd = field instanceof HTMLInputElement && field.value !== '';
    switch (event.key) {
      case 'ArrowDown':
        return index + 1;
      case 'ArrowUp':
        return index - 1;
      case 'PageDown':
        return index + PAGE;
      case 'PageUp':
        return index - PAGE;
      case 'Home':
        return ownsHomeAndEnd ? undefined : 0;
      case 'End':
        return ownsHomeAndEnd ? undefined : count - 1;
      default:
        return undefined;
    }
  }

  #choose(event: KeyboardEvent): void {
    event.preventDefault();
    const { ctrlKey, metaKey, shiftKey } = event;
    // A click with the same keys: on a link, Ctrl and Enter open a new tab.
    const click = { bubbles: true, cancelable: true, composed: true, ctrlKey, metaKey, shiftKey };
    this.#active?.dispatchEvent(new MouseEvent('click', click));
  }

  #isSearch(): boolean {
    return this.#focused() instanceof HTMLInputElement;
  }

  #isTyping(event: KeyboardEvent): boolean {
    return this.#typed !== '' && event.timeStamp - this.#typedAt < TYPE_AHEAD_PAUSE;
  }

  #typeAhead(event: KeyboardEvent, options: HTMLElement[], index: number): void {
    this.#typed = (this.#isTyping(event) ? this.#typed : '') + event.key.toLocaleLowerCase();
    this.#typedAt = event.timeStamp;
    // The same letter again and again walks through what begins with it.
    const repeated = [...this.#typed].every((letter) => letter === this.#typed[0]);
    const prefix = repeated ? this.#typed.slice(0, 1) : this.#typed;
    const from = index + (this.#typed.length === 1 || repeated ? 1 : 0);
    const rotated = [...options.slice(from), ...options.slice(0, from)];
    const label = (option: HTMLElement): string => (option.dataset['label'] ?? '').toLocaleLowerCase();
    const match = rotated.find((option) => label(option).startsWith(prefix));
    if (match) this.#activate(match);
  }

  #options(): HTMLElement[] {
    return [...(this.#list()?.querySelectorAll<HTMLElement>('[role="option"]') ?? [])];
  }

  #initial(): HTMLElement | undefined {
    return this.#list()?.querySelector<HTMLElement>('[aria-selected="true"]') ?? this.#options()[0];
  }

  #activate(option: HTMLElement | undefined): void {
    const focused = this.#focused();
    if (option === this.#active && focused?.getAttribute('aria-activedescendant') === (option?.id ?? null))
      return;
    this.#active?.removeAttribute('data-active');
    this.#active = option;
    if (option) focused?.setAttribute('aria-activedescendant', option.id);
    else focused?.removeAttribute('aria-activedescendant');
    option?.setAttribute('data-active', '');
    option?.scrollIntoView({ block: 'nearest' });
  }
}
