import { createHash, randomBytes } from 'node:crypto';

export const REDIRECT_URI = 'http://localhost:5173/callback';

export interface Page {
  readonly url: URL;
  readonly status: number;
  readonly text: string;
  readonly headers: Headers;
}

/** What a person's browser does without scripts: cookies, redirects, forms. */
export class Browser {
  readonly #cookies = new Map<string, { readonly value: string; readonly path: string }>();

  /** Follows redirects within the sandbox; stops at the application's redirect address. */
  async open(address: string | URL, form?: Record<string, string>): Promise<Page> {
    let url = new URL(address);
    let body = form && new URLSearchParams(form);
    for (let hops = 0; hops < 10; hops += 1) {
      if (url.href.startsWith('http://localhost:5173/')) {
        return { url, status: 0, text: '', headers: new Headers() };
      }
      const response = await fetch(url, {
        redirect: 'manual',
        headers: { accept: 'text/html', cookie: this.#cookiesFor(url.pathname) },
        ...(body && { method: 'POST', body }),
      });
      this.#keep(response.headers.getSetCookie());
      const location = response.headers.get('location');
      if (location === null) {
        return { url, status: response.status, text: await response.text(), headers: response.headers };
      }
      url = new URL(location, url);
      body = undefined;
    }
    throw new Error(`too many redirects, last ${url.href}`);
  }

  #cookiesFor(pathname: string): string {
    return [...this.#cookies]
      .filter(([, { path }]) => pathname.startsWith(path))
      .map(([key, { value }]) => `${key.split(';')[0]}=${value}`)
      .join('; ');
  }

  #keep(cookies: readonly string[]): void {
    for (const cookie of cookies) {
      const [pair = '', ...attributes] = cookie.split(';').map((part) => part.trim());
      const [name = '', value = ''] = pair.split(/=(.*)/s);
      const path = attributes.find((part) => part.toLowerCase().startsWith('path='))?.slice(5) ?? '/';
      const key = `${name};${path}`;
      if (value === '') this.#cookies.delete(key);
      else this.#cookies.set(key, { value, path });
    }
  }
}

export interface Tokens {
  readonly status: number;
  // The bodies are compared with a recording as they are.
  readonly body: Record<string, unknown>;
}

export interface SignInOptions {
  readonly scope?: string;
  readonly resources?: readonly string[];
  readonly parameters?: Readonly<Record<string, string>>;
}

/** An application in a page: it sends a person to sign in, and asks for tokens. */
export class PageApplication {
  readonly endpoint: string;
  readonly #verifier = randomBytes(32).toString('base64url');
  refreshToken = '';
  accessToken = '';
  idToken = '';

  constructor(endpoint: string) {
    this.endpoint = endpoint;
  }

  signInAddress({
    scope = 'openid offline_access profile',
    resources = [],
    parameters = {},
  }: SignInOptions): URL {
    const url = new URL('/oidc/auth', this.endpoint);
    const challenge = createHash('sha256').update(this.#verifier).digest('base64url');
    url.search = new URLSearchParams({
      client_id: 'sandbox-spa',
      redirect_uri: REDIRECT_URI,
      response_type: 'code',
      code_challenge: challenge,
      code_challenge_method: 'S256',
      state: 'some-state',
      prompt: 'consent',
      scope,
      ...parameters,
    }).toString();
    for (const resource of resources) url.searchParams.append('resource', resource);
    return url;
  }

  /** Exchanges the code that a callback brought. */
  async exchange({ url }: Page): Promise<Tokens> {
    return this.token({
      grant_type: 'authorization_code',
      code: url.searchParams.get('code') ?? '',
      redirect_uri: REDIRECT_URI,
      code_verifier: this.#verifier,
    });
  }

  /** Uses the newest refresh token, unless told another. */
  async refresh(parameters: Record<string, string> = {}): Promise<Tokens> {
    return this.token({ grant_type: 'refresh_token', refresh_token: this.refreshToken, ...parameters });
  }

  async token(parameters: Record<string, string>): Promise<Tokens> {
    const response = await fetch(new URL('/oidc/token', this.endpoint), {
      method: 'POST',
      body: new URLSearchParams({ client_id: 'sandbox-spa', ...parameters }),
    });
    const body = (await response.json()) as Record<string, unknown>;
    if (typeof body['refresh_token'] === 'string') this.refreshToken = body['refresh_token'];
    if (typeof body['id_token'] === 'string') this.idToken = body['id_token'];
    if (typeof body['access_token'] === 'string') this.accessToken = body['access_token'];
    return { status: response.status, body };
  }

  async userInfo(): Promise<Tokens> {
    const response = await fetch(new URL('/oidc/me', this.endpoint), {
      headers: { authorization: `Bearer ${this.accessToken}` },
    });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  }
}

/** Goes to the sign-in page, submits the form given, and exchanges the code. */
export const signIn = async (
  app: PageApplication,
  form: Record<string, string>,
  options: SignInOptions = {},
  browser = new Browser(),
): Promise<Tokens> => {
  const page = await browser.open(app.signInAddress(options));
  const callback = await browser.open(page.url, form);
  return app.exchange(callback);
};
