/** The words of where links are copied. */
export interface CopyWords {
  readonly copyLink: string;
  /** The accessible name of the button for one of many; begins with or holds `copyLink`. */
  readonly copyLinkOf: (name: string) => string;
  readonly copyLinks: string;
  readonly copied: string;
  /** The browser did not allow it: the text is there to be copied by hand. */
  readonly copyByHand: string;
}
