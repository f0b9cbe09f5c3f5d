import type { ErrorCode } from './contract/errors.js';

/** What can go wrong before the backend answers. */
export type ClientErrorCode =
  | 'network'
  | 'timeout'
  | 'aborted'
  /** The organization asks for MFA and the person has none set up: Logto refuses the token. */
  | 'mfa_required'
  /** The person is not (or no longer) a member: Logto refuses the token. */
  | 'not_a_member'
  /** The page's token function or client gave none. */
  | 'token_failed'
  /** A setting of the page is missing or wrong; `message` names it. */
  | 'not_configured';

export type OrgErrorCode = ErrorCode | ClientErrorCode;

/** The one error of the browser side. Show a translation of `code`; `message` is for programmers. */
export class OrgError extends Error {
  override readonly name = 'OrgError';
  readonly code: OrgErrorCode;
  readonly requestId: string | undefined;
  /** Milliseconds to wait, from `Retry-After`. */
  readonly retryAfter: number | undefined;
  readonly details: Readonly<Record<string, unknown>> | undefined;

  constructor(
    code: OrgErrorCode,
    message: string,
    options: ErrorOptions & {
      requestId?: string | undefined;
      retryAfter?: number | undefined;
      details?: Readonly<Record<string, unknown>> | undefined;
    } = {},
  ) {
    super(message, options);
    this.code = code;
    this.requestId = options.requestId;
    this.retryAfter = options.retryAfter;
    this.details = options.details;
  }

  /** The error itself, or `internal` around anything else that was thrown. */
  static from(cause: unknown): OrgError {
    return cause instanceof OrgError ? cause : new OrgError('internal', String(cause), { cause });
  }
}
