import { MANAGEMENT_RESOURCE, SANDBOX_M2M } from '../../src/sandbox/built-in.js';

type Call = (method: string, path: string, body?: unknown) => Promise<unknown>;

/** What the tenant's own people do, by the Management API of a sandbox that runs as a process. */
export async function managementOf(endpoint: string): Promise<Call> {
  const form = {
    grant_type: 'client_credentials',
    client_id: SANDBOX_M2M.id,
    client_secret: SANDBOX_M2M.secret,
    resource: MANAGEMENT_RESOURCE,
    scope: 'all',
  };
  const answer = await fetch(`${endpoint}/oidc/token`, { method: 'POST', body: new URLSearchParams(form) });
  const { access_token: token } = (await answer.json()) as { readonly access_token: string };
  return async (method, path, body) => {
    const response = await fetch(`${endpoint}/api/${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return text.startsWith('{') ? JSON.parse(text) : text;
  };
}
