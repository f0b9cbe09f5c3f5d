import { MANAGEMENT_RESOURCE, SANDBOX_M2M } from '../../src/sandbox/built-in.js';
import { createSandbox, type Sandbox, type SandboxOptions } from '../../src/sandbox/sandbox.js';

export const ENDPOINT = 'http://localhost:3301';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  // Bodies are looked at field by field in assertions.
  readonly body: { readonly [key: string]: unknown } & readonly Record<string, unknown>[];
}

export interface ManagementClient {
  readonly sandbox: Sandbox;
  readonly get: (path: string) => Promise<Answer>;
  readonly post: (path: string, body?: unknown) => Promise<Answer>;
  readonly put: (path: string, body?: unknown) => Promise<Answer>;
  readonly patch: (path: string, body?: unknown) => Promise<Answer>;
  readonly delete: (path: string) => Promise<Answer>;
}

/** A sandbox and a client that asks it with a token from its own token endpoint. */
export const startManagement = async (options: Partial<SandboxOptions> = {}): Promise<ManagementClient> => {
  const sandbox = await createSandbox({ endpoint: ENDPOINT, seed: 'empty', ...options });
  const call =
    (method: string) =>
    async (path: string, body?: unknown): Promise<Answer> => {
      // A new one each time, since a test may turn the clock.
      const token = await managementToken(sandbox);
      const response = await sandbox.fetch(`${ENDPOINT}/api${path}`, {
        method,
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      return { status: response.status, headers: response.headers, body: readBody(text) };
    };
  return {
    sandbox,
    get: call('GET'),
    post: call('POST'),
    put: call('PUT'),
    patch: call('PATCH'),
    delete: call('DELETE'),
  };
};

const readBody = (text: string): Answer['body'] => {
  try {
    return JSON.parse(text) as Answer['body'];
  } catch {
    return { text } as unknown as Answer['body'];
  }
};

export const managementToken = async (sandbox: Sandbox): Promise<string> => {
  const response = await sandbox.fetch(`${ENDPOINT}/oidc/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${btoa(`${SANDBOX_M2M.id}:${SANDBOX_M2M.secret}`)}` },
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      resource: MANAGEMENT_RESOURCE,
      scope: 'all',
    }),
  });
  const { access_token: token } = (await response.json()) as { access_token: string };
  return token;
};

/** The status and code of a refusal. */
export const refusal = ({ status, body }: Answer): string => `${status} ${String(body['code'])}`;

export const names = ({ body }: Answer): unknown[] => body.map((item) => item['name']);
