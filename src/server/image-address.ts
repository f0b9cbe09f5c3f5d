const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * The address of a picture, if a page can show it without harm. Logto takes any scheme for a logo, also
 * `javascript:`. Plain http is let through for this machine only, where there is nobody to read along: local
 * development against a Logto without certificates would otherwise have no pictures.
 */
export const imageAddress = (address: string | null | undefined): string | null => {
  if (!address || !URL.canParse(address)) return null;
  const { protocol, hostname, username, password } = new URL(address);
  if (username || password) return null;
  if (protocol === 'https:' || (protocol === 'http:' && LOOPBACK.has(hostname))) return address;
  return null;
};
