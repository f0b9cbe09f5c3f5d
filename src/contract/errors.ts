/** Every code the backend may answer with, and its HTTP status. A closed list: elements translate the code. */
export const errorStatus = {
  /** The request is not what the route takes; `details` names the fields. */
  invalid_input: 400,
  /** No token, or one that does not verify. */
  unauthenticated: 401,
  /** A verified person without the permission that the operation needs. */
  forbidden: 403,
  /** The invitation belongs to another account. Says nothing about whose it is. */
  wrong_account: 403,
  /** Unknown, or not for the caller: the two are told apart to nobody. */
  not_found: 404,
  /** What the caller wanted to change is no longer in the state it needs. */
  conflict: 409,
  /** Somebody would be the last administrator to go. */
  last_admin: 409,
  /** The invitation has ended: accepted, revoked or expired; `details.status` says which. */
  invitation_ended: 410,
  /** Somebody else saved first; `If-Match` did not match. */
  precondition_failed: 412,
  payload_too_large: 413,
  /** `Retry-After` says when to come back. */
  rate_limited: 429,
  internal: 500,
  /** Logto, or something the backend needs, does not answer. */
  unavailable: 503,
} as const;

export type ErrorCode = keyof typeof errorStatus;

/** The body of every answer that is not a success. */
export interface ErrorBody {
  readonly code: ErrorCode;
  /** For programmers, in English; never Logto's text and never shown to people. */
  readonly message: string;
  readonly requestId?: string;
  readonly details?: Readonly<Record<string, unknown>>;
}
