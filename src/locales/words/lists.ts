/** The words of what lists share: pages, selection, many at once. */
export interface ListWords {
  readonly previous: string;
  readonly next: string;
  /** Of the navigation between pages. */
  readonly pages: string;
  readonly perPage: string;
  /** `21 to 40 of 103`. The numbers come in the language's form. */
  readonly range: (from: string, to: string, total: string) => string;
  readonly noMatch: (query: string) => string;
  readonly clearSearch: string;
  /** Of the column with the buttons, for screen readers. */
  readonly actions: string;
  readonly selectPage: string;
  readonly select: (name: string) => string;
  readonly selected: (count: number) => string;
  /** Selects what is on all pages too. */
  readonly selectAll: (total: number) => string;
  readonly clearSelection: string;
  /** While the same is done for many. */
  readonly progress: (done: number, total: number) => string;
  readonly stop: string;
  /** After it: all worked. */
  readonly allDone: (count: number) => string;
  /** After it: some did not. */
  readonly someFailed: (failed: number, total: number) => string;
}
