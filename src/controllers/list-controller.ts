import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { debounce } from './debounce.js';

/** Milliseconds without a letter until the backend is asked: longer than between two letters of one word. */
const TYPING_PAUSE = 300;

interface ListHost extends ReactiveControllerHost {
  search: string;
  page: number;
  pageSize: number;
}

interface Page {
  readonly items: readonly unknown[];
  readonly total: number;
  readonly page: number;
  readonly pageSize: number;
}

/**
 * The way through a long list: a search that is asked for once nobody types any more, and pages. What was chosen stands
 * in the properties of the element, where the page may set it too.
 */
export class ListController implements ReactiveController {
  readonly #host: ListHost;
  readonly #find = debounce((wanted: string) => {
    this.#host.search = wanted.trim();
    this.#host.page = 1;
  }, TYPING_PAUSE);
  /** What stands in the search field while it has not been asked for yet. */
  #typed: string | undefined;
  #search = '';
  #told: { readonly page: Page; readonly choice: string } | undefined;

  constructor(host: ListHost) {
    this.#host = host;
    host.addController(this);
  }

  /** What stands in the search field. */
  get text(): string {
    return this.#typed ?? this.#host.search;
  }

  get page(): number {
    return whole(this.#host.page, 1_000_000, 1);
  }

  get pageSize(): number {
    return whole(this.#host.pageSize, 100, 20);
  }

  readonly type = (text: string): void => {
    this.#typed = text;
    this.#host.requestUpdate();
    this.#find(text);
  };

  readonly goTo = (page: number): void => {
    this.#host.page = page;
  };

  readonly resize = (pageSize: number): void => {
    this.#host.pageSize = pageSize;
    this.#host.page = 1;
  };

  /** All again, from the first page. */
  reset(): void {
    this.#find.cancel();
    this.#typed = undefined;
    this.#host.search = '';
    this.#host.page = 1;
  }

  /**
   * What is new about the page that is shown now, to be asked after each update: others are shown by another `choice`,
   * or there are other `rows` by the same one. A page that has come to be empty gives way to the one before it.
   * @param filter what chooses beside the search
   */
  news(page: Page, filter = ''): 'choice' | 'rows' | undefined {
    if (page.items.length === 0 && page.total > 0) {
      this.goTo(Math.ceil(page.total / this.pageSize));
      return undefined;
    }
    const choice = JSON.stringify([this.#host.search, filter, page.page, page.pageSize]);
    const before = this.#told;
    this.#told = { page, choice };
    if (before && before.choice !== choice) return 'choice';
    return before?.page === page ? undefined : 'rows';
  }

  hostUpdate(): void {
    const { search } = this.#host;
    if (search === this.#search) return;
    this.#search = search;
    // By the field, or by the page, which then counts for more than what is being typed.
    this.#find.cancel();
    if (this.#typed?.trim() !== search) this.#typed = undefined;
  }

  hostDisconnected(): void {
    this.#find.cancel();
  }
}

const whole = (value: number, most: number, otherwise: number): number =>
  Number.isInteger(value) && value >= 1 && value <= most ? value : otherwise;
