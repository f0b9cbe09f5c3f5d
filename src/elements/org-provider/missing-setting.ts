/** What a provider cannot do without. */
export type Needed = 'endpoint' | 'resource' | 'logtoEndpoint' | 'appId';

interface Settings extends Readonly<Record<Needed, string>> {
  readonly client: unknown;
  readonly getToken: unknown;
}

/** The first setting that is missing or wrong. */
export function missingSetting(settings: Settings): Needed | undefined {
  const { endpoint, logtoEndpoint, appId, resource, client, getToken } = settings;
  if (!isAddress(endpoint)) return 'endpoint';
  if (getToken) return undefined;
  if (!resource) return 'resource';
  if (client) return undefined;
  if (!isAddress(logtoEndpoint)) return 'logtoEndpoint';
  return appId ? undefined : 'appId';
}

const isAddress = (text: string): boolean =>
  text !== '' && /^https?:$/.test(URL.parse(text, document.baseURI)?.protocol ?? '');
