import type { ErrorCode } from '../contract/errors.js';

/** Thrown anywhere in the backend to answer with an error of the contract. Holds nothing of Logto's texts. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: ErrorCode;
  readonly details: Readonly<Record<string, unknown>> | undefined;
  /** Seconds until it makes sense to come back; becomes `Retry-After`. */
  readonly retryAfter: number | undefined;

  /** `message` is for programmers and leaves the backend; `options.cause` only reaches the log. */
  constructor(
    code: ErrorCode,
    message: string,
    options: ErrorOptions & {
      readonly details?: Readonly<Record<string, unknown>> | undefined;
      readonly retryAfter?: number | undefined;
    } = {},
  ) {
    super(message, options);
    this.code = code;
    this.details = options.details;
    this.retryAfter = options.retryAfter;
  }
}

/** For what is unknown and for what is somebody else's: one answer, so that nobody can tell the two apart. */
export const notFound = (cause?: unknown): Refusal => new Refusal('not_found', 'Not found.', { cause });

export const unavailable = (message: string, cause?: unknown, retryAfter?: number): Refusal =>
  new Refusal('unavailable', message, { cause, retryAfter });
