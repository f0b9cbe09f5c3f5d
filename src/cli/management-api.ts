import { createApiClient } from '@logto/api/management';
import { sending } from '../server/management-sending.js';
import { ManagementToken } from '../server/management-token.js';
import { readSettings } from '../server/settings.js';

/** Milliseconds for one call with all its attempts. */
const CALL_MS = 20_000;

/** Where the Management API is, and how to get in. */
export interface ManagementAccess {
  readonly endpoint: string;
  /** When it is not at `endpoint`: a custom domain of Logto Cloud has none. */
  readonly managementEndpoint: string | undefined;
  readonly resource: string;
  readonly m2m: { readonly id: string; readonly secret: string; readonly resource: string };
}

/** The client, and how each call is sent. */
export interface ManagementConnection {
  readonly client: ReturnType<typeof createApiClient>;
  readonly send: (repeatable: boolean) => ReturnType<typeof sending>;
}

/**
 * The Management API for commands. Each call is given `...send(true)` when it may be made again after it may have been
 * carried out, else `...send(false)`. Each may throw a Refusal `unavailable`.
 */
export const connectManagementApi = ({
  endpoint,
  managementEndpoint,
  resource,
  m2m,
}: ManagementAccess): ManagementConnection => {
  const baseUrl = managementEndpoint ?? endpoint;
  const settings = readSettings({ logto: { endpoint: baseUrl, resource, m2m } });
  const client = createApiClient({ baseUrl, getToken: async () => '' });
  const transport = { fetch: settings.fetch, token: new ManagementToken(settings) };
  const send: ManagementConnection['send'] = (repeatable) =>
    sending(transport, AbortSignal.timeout(CALL_MS), repeatable);
  return { client, send };
};
