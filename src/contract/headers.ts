/** Identifies one request in the answer, in the log and in the audit trail. */
export const REQUEST_ID_HEADER = 'x-request-id';

/**
 * Set to `gained`, `lost` or `both` when the caller's live permissions differ from the token's,
 * so that the client can drop its tokens and ask again.
 */
export const PERMISSION_DRIFT_HEADER = 'x-org-permission-drift';
