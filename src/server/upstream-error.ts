/** Logto refused a call. For the log and for decisions here; nothing of it goes into an answer. */
export class UpstreamError extends Error {
  override readonly name = 'UpstreamError';
  readonly status: number;
  /** Logto's own code, such as `entity.relation_foreign_key_not_found`. */
  readonly code: string | undefined;

  static from(response: Response, error: unknown): UpstreamError {
    const { code, message } = Object(error) as Readonly<Record<string, unknown>>;
    return new UpstreamError(
      response.status,
      typeof code === 'string' ? code : undefined,
      typeof message === 'string' ? message : '',
    );
  }

  constructor(status: number, code: string | undefined, message: string) {
    super(`Logto answered ${status} ${code ?? ''} ${message}`.trim());
    this.status = status;
    this.code = code;
  }

  get isNotMember(): boolean {
    return this.code === 'organization.require_membership';
  }
}
