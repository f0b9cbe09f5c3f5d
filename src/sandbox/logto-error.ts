/** The English sentence of each code; `{name}` is filled in. The same sentences as Logto's. */
const sentences = {
  'auth.authorization_header_missing': 'Authorization header is missing.',
  'auth.authorization_token_type_not_supported': 'Authorization type is not supported.',
  'auth.unauthorized': 'Unauthorized. Please check credentials and its scope.',
  'auth.forbidden': 'Forbidden. Please check your user roles and permissions.',
  'guard.invalid_input': 'The request {type} is invalid.',
  'guard.invalid_pagination': 'The request pagination value is invalid.',
  'request.invalid_input': 'Input is invalid. {details}',
  'request.message_rate_limited': 'Too many messages sent to this recipient. Please try again later.',
  'entity.not_found': 'The resource does not exist.',
  'entity.not_exists': 'The {name} does not exist.',
  'entity.not_exists_with_id': 'The {name} with ID `{id}` does not exist.',
  'entity.invalid_input': 'Invalid input. Value list must not be empty.',
  'entity.value_too_long': 'The length of value is too long and exceeds the limit.',
  'entity.db_constraint_violated': 'Database constraint violated.',
  'entity.relation_foreign_key_not_found':
    'Cannot find one or more foreign keys. Please check the input and ensure that all referenced entities exist.',
  'entity.unique_integrity_violation': 'The entity already exists. Please check the input and try again.',
  'organization.require_membership': 'The user must be a member of the organization to proceed.',
  'organization.role_names_not_found':
    'Invalid role names detected: {names}. Please create these roles first before proceeding.',
  'user.username_already_in_use': 'This username is already in use.',
  'user.email_already_in_use': 'This email is associated with an existing account.',
  'user.phone_already_in_use': 'This phone number is associated with an existing account.',
  'one_time_token.token_not_found': 'Token {token} not found.',
  'one_time_token.email_mismatch': 'Email mismatch with given token.',
  'one_time_token.token_expired': 'The token is expired.',
  'one_time_token.token_consumed': 'The token has been consumed.',
  'one_time_token.token_revoked': 'The token has been revoked.',
  'one_time_token.cannot_reactivate_token': 'Cannot reactivate the token.',
  'one_time_token.interaction_event_mismatch': 'The token cannot be used for this interaction.',
  'connector.not_found': 'Cannot find any available connector for type: {type}.',
  'connector.general': 'Error occurred in connector: {errorDescription}',
  'role.name_in_use': 'This role name {name} is already in use',
  'role.scope_exists': 'The scope id {scopeId} has already been added to this role',
  'role.user_exists': 'The user id {userId} is already been added to this role',
  'role.application_exists': 'The application id {applicationId} is already been added to this role',
  'role.management_api_scopes_not_assignable_to_user_role':
    'Cannot assign Management API scopes to a user role.',
  'scope.name_exists': 'The scope name {name} is already in use',
  'scope.name_with_space': 'The name of the scope cannot contain any spaces.',
  'resource.resource_identifier_in_use': 'The API identifier {indicator} is already in use',
  'resource.cannot_delete_management_api': 'Cannot delete Logto Management API.',
  'resource.cannot_modify_management_api': 'Cannot modify Logto Management API.',
  'user.totp_already_in_use': 'TOTP is already in use.',
  'user.backup_code_already_in_use': 'Backup code is already in use.',
  'session.mfa.backup_code_can_not_be_alone': 'Backup code can not be the only MFA.',
  'application.invalid_type': 'Only machine to machine applications can have associated roles.',
  'application.invalid_role_type': 'Can not assign user type role to machine to machine application.',
} as const;

export type LogtoErrorCode = keyof typeof sentences;

/** An answer that refuses: becomes `{ code, message, data?, details? }` on the wire. */
export class LogtoError extends Error {
  override readonly name = 'LogtoError';
  readonly code: LogtoErrorCode;
  readonly status: number;
  readonly data: unknown;
  readonly details: string | undefined;

  constructor(
    code: LogtoErrorCode,
    status = 400,
    values: Readonly<Record<string, string>> = {},
    { data, details }: { readonly data?: unknown; readonly details?: string } = {},
  ) {
    super(sentences[code].replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? ''));
    this.code = code;
    this.status = status;
    this.data = data;
    this.details = details;
  }
}
