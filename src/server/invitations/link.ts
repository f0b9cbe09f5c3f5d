import type { Settings } from '../settings.js';

interface Filling {
  readonly id: string;
  readonly email: string;
  /** Only for the mail. */
  readonly token?: string;
}

/**
 * The address behind an invitation, from the host's template and nothing that a client sent. Without a token the part
 * for it is left out; `undefined` when that is not possible.
 */
export const invitationLink = (
  { invitations }: Settings,
  { id, email, token }: Filling,
): string | undefined => {
  const { link } = invitations;
  if (link === undefined) return undefined;
  const template = token === undefined ? withoutToken(link) : link;
  const values: Readonly<Record<string, string | undefined>> = { id, email, token };
  const filled = template.replace(/\{(id|email|token)\}/g, (placeholder, name: string) => {
    const value = values[name];
    return value === undefined ? placeholder : encodeURIComponent(value);
  });
  return filled.includes('{token}') ? undefined : filled;
};

/** Drops the query parameter that the token fills. */
const withoutToken = (link: string): string =>
  link.replace(/([?&])[^?&#=]+=\{token\}(&?)/, (_, before: string, after: string) => (after ? before : ''));
