/** One rule, and how it is tried. */
export interface Check<Subject> {
  /** Stays the same from release to release: `tokens/expired`. */
  readonly id: string;
  /** What holds where nothing is wrong. */
  readonly rule: string;
  /** @throws BrokenRule or NotCheckable */
  readonly run: (subject: Subject) => Promise<void> | void;
}

export interface CheckGroup<Subject> {
  readonly title: string;
  readonly checks: readonly Check<Subject>[];
}

export interface Result {
  readonly id: string;
  readonly group: string;
  readonly rule: string;
  readonly verdict: 'kept' | 'broken' | 'unchecked';
  /** Why it is broken, or could not be checked. */
  readonly reason?: string | undefined;
  /** What to do about it, and where. */
  readonly advice?: string | undefined;
  readonly link?: string | undefined;
  readonly milliseconds: number;
}

/** The rule does not hold. */
export class BrokenRule extends Error {
  override readonly name = 'BrokenRule';
  readonly advice: string | undefined;
  readonly link: string | undefined;

  constructor(message: string, { advice, link }: { readonly advice?: string; readonly link?: string } = {}) {
    super(message);
    this.advice = advice;
    this.link = link;
  }
}

/** Whether the rule holds cannot be told here. */
export class NotCheckable extends Error {
  override readonly name = 'NotCheckable';
}

/** Nothing more can be checked: what is tested is gone, or a person wants to stop. */
export class Halt extends Error {
  override readonly name = 'Halt';
}
