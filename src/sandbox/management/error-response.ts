import { ConstraintError } from '../database/constraint-error.js';
import { LogtoError, type LogtoErrorCode } from '../logto-error.js';

/** The type of every JSON answer. */
export const JSON_TYPE = { 'content-type': 'application/json; charset=utf-8' };

const taken: Readonly<Record<string, LogtoErrorCode>> = {
  'users.username': 'user.username_already_in_use',
  'users.primaryEmail': 'user.email_already_in_use',
  'users.primaryPhone': 'user.phone_already_in_use',
};

/** A JSON body of more than a megabyte. */
export class BodyTooLargeError extends Error {
  override readonly name = 'BodyTooLargeError';
  override readonly message = 'request entity too large';
}

/** Turns what a route threw into the answer that Logto gives. */
export const errorResponse = (error: unknown, path: string): Response => {
  if (error instanceof SyntaxError || error instanceof BodyTooLargeError) {
    const status = error instanceof SyntaxError ? 400 : 413;
    return Response.json({ message: error.message }, { status, headers: JSON_TYPE });
  }
  const known = error instanceof ConstraintError ? fromConstraint(error, path) : error;
  if (!(known instanceof LogtoError)) {
    return Response.json({ message: 'Internal server error.' }, { status: 500, headers: JSON_TYPE });
  }
  const { code, message, data, details, status } = known;
  return Response.json(
    { message, code, ...(data !== undefined && { data }), ...(details && { details }) },
    { status, headers: JSON_TYPE },
  );
};

/** The routes of organizations and of their template translate two violations in their own way. */
const fromConstraint = ({ violation, constraint }: ConstraintError, path: string): unknown => {
  const isOrganizationRoute = path.startsWith('/api/organization');
  if (violation === 'check') return new LogtoError('entity.db_constraint_violated', 422);
  if (violation === 'too_long') return new LogtoError('entity.value_too_long', 422);
  if (violation === 'foreign_key') {
    return new LogtoError('entity.relation_foreign_key_not_found', isOrganizationRoute ? 422 : 404);
  }
  if (isOrganizationRoute) return new LogtoError('entity.unique_integrity_violation', 422);
  const code = taken[constraint];
  return code && new LogtoError(code, 422);
};
