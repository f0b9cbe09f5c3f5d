interface Settings {
  readonly endpoint: string;
  readonly logtoEndpoint: string;
  readonly appId: string;
  readonly resource: string;
  readonly client: unknown;
  readonly getToken: unknown;
}

/** What is missing or wrong, in words for whoever writes the page, naming the attribute. */
export function missingSetting(settings: Settings): string | undefined {
  const { endpoint, logtoEndpoint, appId, resource, client, getToken } = settings;
  if (!isAddress(endpoint)) return '`endpoint` must be the address of the backend';
  if (getToken) return undefined;
  if (!resource) return '`resource` must be the indicator of the backend’s API resource';
  if (client) return undefined;
  if (!isAddress(logtoEndpoint))
    return '`logto-endpoint` must be the address of Logto; or set `client` or `getToken`';
  return appId ? undefined : '`app-id` must be the id of the application in Logto';
}

function isAddress(text: string): boolean {
  if (!text) return false;
  const url = URL.parse(text, document.baseURI);
  return url?.protocol === 'https:' || url?.protocol === 'http:';
}
