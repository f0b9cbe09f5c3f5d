export interface LinkParameters {
  readonly parameter: string;
  readonly tokenParameter: string;
  readonly emailParameter: string;
}

/** What the page's address says about the invitation, as the backend's link template has put it there. */
export interface InvitationLink {
  readonly id: string | undefined;
  /** Signs in whoever holds it, once. */
  readonly token: string | undefined;
  /** Whose sign-in it is about. Never shown: who opens the link may be anybody. */
  readonly email: string | undefined;
}

export function readLink({ parameter, tokenParameter, emailParameter }: LinkParameters): InvitationLink {
  const query = new URLSearchParams(location.search);
  const read = (name: string): string | undefined => query.get(name) || undefined;
  return { id: read(parameter), token: read(tokenParameter), email: read(emailParameter) };
}

/** The address of this page without what signs in: where to come back to, and what may stay in the history. */
export function cleanAddress({ tokenParameter, emailParameter }: LinkParameters): string {
  const url = new URL(location.href);
  url.searchParams.delete(tokenParameter);
  url.searchParams.delete(emailParameter);
  return url.href;
}
