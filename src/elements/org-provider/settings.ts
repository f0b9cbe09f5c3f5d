interface Settings {
  readonly endpoint: string;
  readonly logtoEndpoint: string;
  readonly appId: string;
  readonly resource: string;
  readonly scopes: string;
  readonly permissions: string;
  readonly client: unknown;
  readonly getToken: unknown;
}

const ORGANIZATION_SCOPES = ['urn:logto:scope:organizations', 'urn:logto:scope:organization_roles'];

/** What is missing or wrong, in words for whoever writes the page, naming the attribute. */
export function missingSetting(settings: Settings): string | undefined {
  const { endpoint, logtoEndpoint, appId, resource, client, getToken } = settings;
  if (!isAddress(endpoint)) return '`endpoint` has to be the base address of the backend.';
  if (getToken) return typeof getToken === 'function' ? undefined : '`getToken` has to be a function.';
  if (!resource) return '`resource` has to be the indicator of the API resource of the backend.';
  if (client) return undefined;
  if (!logtoEndpoint && !appId)
    return 'set `logto-endpoint` and `app-id`, or the property `client` or `getToken`.';
  if (!isAddress(logtoEndpoint)) return '`logto-endpoint` has to be the address of Logto.';
  return appId ? undefined : '`app-id` has to be the id of the single-page application in Logto.';
}

/** Everything to ask for at sign-in. A permission that is not asked for then is in no later token. */
export function scopesOf({ permissions, scopes }: Settings): string[] {
  const words = `${permissions} ${scopes}`.split(/\s+/).filter(Boolean);
  return [...new Set([...ORGANIZATION_SCOPES, ...words])];
}

function isAddress(text: string): boolean {
  if (!text) return false;
  const url = URL.parse(text, document.baseURI);
  return url?.protocol === 'https:' || url?.protocol === 'http:';
}
