/** Who sent a request, proven by a verified token. */
export interface Identity {
  readonly userId: string;
  readonly clientId: string;
  /** `organization`: for an organization's permissions; `resource`: for the API resource. */
  readonly kind: 'organization' | 'resource';
  /** The organization that the token proves; absent in a token of the person alone. */
  readonly organizationId: string | undefined;
  /**
   * The token's scopes. In a token of the resource without an organization they come from **all** organizations of
   * the person, and say nothing about any one of them.
   */
  readonly scopes: ReadonlySet<string>;
  /** Who acts in the person's name, when the token was exchanged for that. */
  readonly impersonatorId: string | undefined;
}
