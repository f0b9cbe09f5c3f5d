/** A refusal of the token endpoint, in the words of Logto: `{ code, message, error, error_description }`. */
export class OidcError extends Error {
  override readonly name = 'OidcError';
  readonly status: number;
  /** The error of the protocol, for example `access_denied`. */
  readonly error: string;
  readonly description: string;

  constructor(status: number, error: string, message: string, description: string) {
    super(message);
    this.status = status;
    this.error = error;
    this.description = description;
  }

  toResponse(): Response {
    const { error, message, description, status } = this;
    return Response.json(
      { code: `oidc.${error}`, message, error, error_description: description },
      { status },
    );
  }
}

const accessDenied = (description: string) =>
  new OidcError(403, 'access_denied', 'Access denied.', description);

/** Every refusal that has to do with organizations and resources. */
export const oidcErrors = {
  notAMember: () => accessDenied('user is not a member of the organization'),
  mfaRequired: () => accessDenied('organization requires MFA but user has no MFA configured'),
  applicationNotInOrganization: () => accessDenied('app has not associated with the organization'),
  unknownResource: () =>
    new OidcError(
      400,
      'invalid_target',
      'Invalid resource indicator.',
      'resource indicator is missing, or unknown',
    ),
  noTarget: () =>
    new OidcError(
      400,
      'invalid_target',
      'Invalid resource indicator.',
      'both `resource` and `organization_id` are not provided',
    ),
  invalidClient: () =>
    new OidcError(401, 'invalid_client', 'Client authentication failed.', 'client authentication failed'),
  unsupportedGrant: () =>
    new OidcError(
      400,
      'unsupported_grant_type',
      'Unsupported `grant_type` requested.',
      'unsupported grant_type requested',
    ),
  unknownUser: () =>
    new OidcError(400, 'invalid_grant', 'Grant request is invalid.', 'grant request is invalid'),
};
