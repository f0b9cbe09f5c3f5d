import { open, readFile, rename, rm } from 'node:fs/promises';
import type { JWK } from 'jose';
import type { OidcSnapshot } from './oidc/store.js';
import type { TenantSnapshot } from './tenant.js';

/** Everything that a sandbox needs to go on after a restart, with tokens and sessions still good. */
export interface SandboxState {
  readonly version: 1;
  /** Where the sandbox was reached when this was written: pictures in the tenant have addresses under it. */
  readonly endpoint: string;
  readonly privateJwk: JWK;
  readonly cookieKeys: readonly string[];
  readonly tenant: TenantSnapshot;
  readonly oidc: OidcSnapshot;
}

/** The file can't be used; the message names it and says why. The file is as it was. */
export class DataFileError extends Error {
  override readonly name = 'DataFileError';

  constructor(path: string, reason: string) {
    super(`data file ${path}: ${reason}`);
  }
}

/** The state in a file; `undefined` when there is no such file. @throws DataFileError when it is damaged. */
export const readState = async (path: string): Promise<SandboxState | undefined> => {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw new DataFileError(path, `can't be read (${messageOf(error)})`);
  }
  try {
    return asState(JSON.parse(text));
  } catch (error) {
    throw new DataFileError(path, `is damaged (${messageOf(error)}); it was left as it is`);
  }
};

/** Writes a file whole or not at all: into a file beside it, to the disk, then in its place. */
export const writeState = async (path: string, state: SandboxState): Promise<void> => {
  const draft = `${path}.${process.pid}.tmp`;
  try {
    // It holds a signing key and the secrets of sessions.
    const file = await open(draft, 'w', 0o600);
    try {
      await file.writeFile(JSON.stringify(state));
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw new DataFileError(path, `can't be written (${messageOf(error)})`);
  }
};

/** The state with addresses of pictures moved to where the sandbox is reached now. */
export const movedTo = (endpoint: string, state: SandboxState): SandboxState => {
  const from = `${state.endpoint}/assets/`;
  const move = (_key: string, value: unknown): unknown =>
    typeof value === 'string' && value.startsWith(from)
      ? `${endpoint}/assets/${value.slice(from.length)}`
      : value;
  if (endpoint === state.endpoint) return state;
  const tenant = JSON.parse(JSON.stringify(state.tenant), move) as TenantSnapshot;
  return { ...state, endpoint, tenant };
};

const asState = (value: unknown): SandboxState => {
  const state = value as Partial<SandboxState> | null;
  if (typeof state !== 'object' || state === null || state.version !== 1) {
    throw new TypeError('a sandbox state of version 1 expected');
  }
  const { endpoint, privateJwk, cookieKeys, tenant, oidc } = state;
  if (typeof endpoint !== 'string') throw new TypeError('endpoint expected');
  if (typeof privateJwk?.d !== 'string') throw new TypeError('privateJwk expected');
  if (!Array.isArray(cookieKeys) || cookieKeys.length === 0) throw new TypeError('cookieKeys expected');
  if (typeof tenant?.tables !== 'object') throw new TypeError('tenant expected');
  if (!Array.isArray(oidc)) throw new TypeError('oidc expected');
  return { version: 1, endpoint, privateJwk, cookieKeys, tenant, oidc };
};

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT';

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
