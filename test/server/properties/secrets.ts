import { SANDBOX_M2M, type Tenant } from '../../../src/sandbox/index.js';

/** In everything that is planted where the backend must not look, or must not tell. */
const MARK = 'planted-secret';
const PHONE = '4915112340';

/** Fills every column that no answer may show. */
export const plantSecrets = ({ tables }: Tenant): void => {
  tables.users.all().forEach(({ id }, index) =>
    tables.users.update(id, {
      primaryPhone: `${PHONE}${index}`,
      customData: { note: `${MARK}-user-data` },
      identities: { google: { userId: `${MARK}-identity`, details: { email: `${MARK}@identity.test` } } },
      profile: { address: { formatted: `${MARK}-address` } },
      applicationId: null,
    }),
  );
  for (const { id, branding } of tables.organizations.all()) {
    tables.organizations.update(id, {
      customData: { plan: 'basic', contract: `${MARK}-organization-data` },
      customCss: `.${MARK}-css { color: red }`,
      color: { primaryColor: `#${MARK}` },
      branding: { ...branding, favicon: `https://${MARK}.test/favicon.ico` },
    });
  }
  for (const { id } of tables.applications.all()) {
    tables.applications.update(id, {
      customData: { note: `${MARK}-application-data` },
      oidcClientMetadata: { redirectUris: [`https://${MARK}.test/callback`], postLogoutRedirectUris: [] },
    });
  }
};

/** What was planted, and what comes up while the backend works: tokens, one-time tokens and Logto's texts. */
export class Secrets {
  readonly #found = new Set<string>([
    MARK,
    PHONE,
    SANDBOX_M2M.secret,
    '-bot-secret',
    '"tenantId":',
    '"customCss":',
    '"identities":',
    '"primaryPhone":',
    '"isSuspended":',
  ]);

  /** Reads what one call to Logto carried there and back. */
  async note(request: Request, response: Response): Promise<void> {
    const token = request.headers.get('authorization')?.replace(/^Bearer /, '');
    if (token) this.#found.add(token);
    const text = await response.clone().text();
    if (!text.startsWith('{')) return;
    const body = JSON.parse(text) as Readonly<Record<string, unknown>>;
    const told = response.ok ? [body.access_token, body.token] : [body.message, body.code, body.details];
    for (const value of told) if (typeof value === 'string' && value.length > 8) this.#found.add(value);
  }

  /** The first secret in the answer. */
  in(answer: { readonly text: string; readonly headers: Headers }): string | undefined {
    const all = `${answer.text}\n${[...answer.headers].map((header) => header.join(': ')).join('\n')}`;
    return [...this.#found].find((secret) => all.includes(secret));
  }
}
