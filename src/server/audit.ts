import type { ErrorCode } from '../contract/errors.js';

/** What was tried, by whom, on what, and how it ended. */
export interface AuditRecord {
  /** ISO 8601. */
  readonly time: string;
  readonly requestId: string;
  /** Name of the operation, as in the OpenAPI document. */
  readonly operation: string;
  readonly actor: {
    readonly userId: string;
    readonly clientId: string;
    /** Acts with the global operator scope, not as a member. */
    readonly isOperator: boolean;
    /** Who acts in the person's name, with a token that was exchanged for that. */
    readonly impersonatorId?: string;
  };
  readonly organizationId?: string;
  /** Ids from the path and what else was acted on. */
  readonly target: Readonly<Record<string, unknown>>;
  readonly outcome: 'done' | 'refused' | 'failed';
  /** With `refused` and `failed`. */
  readonly code?: ErrorCode;
}

/** JSON lines on standard output. */
export const auditToConsole = (record: AuditRecord): void => console.log(JSON.stringify({ audit: record }));
