import { access, rename, rm, writeFile } from 'node:fs/promises';
import { defaultPermissions } from '../../server/permissions.js';
import { UsageError } from '../options.js';
import type { SetupSettings } from './settings.js';

/** Only its owner may read a file with a secret. */
const MODE = 0o600;

/** Before anything is changed. @throws UsageError when the file is there and must not be replaced */
export const requireFree = async (file: string, force: boolean): Promise<void> => {
  if (file === '') throw new UsageError('--env: expected the name of a file, got ""');
  const exists = await access(file).then(
    () => true,
    () => false,
  );
  if (exists && !force) throw new UsageError(`--env: ${file} exists; replace it with --force`);
};

/** Writes the environment of `orgkit serve` whole or not at all. */
export const writeEnvFile = async (file: string, settings: SetupSettings, force: boolean): Promise<void> => {
  const content = envText(settings);
  if (!force) {
    await writeFile(file, content, { mode: MODE, flag: 'wx' });
    return;
  }
  // A new file in its place: one that is there may be readable by others, or be a link to elsewhere.
  const draft = `${file}.${process.pid}.new`;
  try {
    await writeFile(draft, content, { mode: MODE, flag: 'wx' });
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
};

const envText = (settings: SetupSettings): string => {
  const { endpoint, managementEndpoint, appId, resource, m2m, origins, permissions, adminRole } = settings;
  const renamed = Object.entries(permissions).filter(
    ([key, name]) => Reflect.get(defaultPermissions, key) !== name,
  );
  const entries = {
    LOGTO_ENDPOINT: endpoint,
    LOGTO_APP_ID: appId,
    LOGTO_RESOURCE: resource,
    LOGTO_M2M_ID: m2m.id,
    LOGTO_M2M_SECRET: m2m.secret,
    LOGTO_M2M_RESOURCE: m2m.resource,
    ...(managementEndpoint !== undefined && { LOGTO_M2M_ENDPOINT: managementEndpoint }),
    ...(origins.length > 0 && { ORGKIT_ALLOWED_ORIGINS: origins.join(',') }),
    ...Object.fromEntries(renamed.map(([key, name]) => [permissionVariable(key), name])),
    ...(adminRole !== 'admin' && { ORGKIT_CREATOR_ROLES: adminRole }),
  };
  const lines = Object.entries(entries).map(([name, value]) => `${name}=${quoted(value)}`);
  return `# For orgkit serve. Holds a secret: keep it out of version control.\n${lines.join('\n')}\n`;
};

/** `inviteMember` is `ORGKIT_PERMISSION_INVITE_MEMBER`. */
const permissionVariable = (key: string): string =>
  `ORGKIT_PERMISSION_${key.replace(/[A-Z]/g, '_$&').toUpperCase()}`;

/** Quotes only where they are needed: not every reader of such files takes them off. */
const quoted = (value: string): string => {
  if (/^[\w.:/@%+,=-]*$/.test(value)) return value;
  const quote = ["'", '"', '`'].find((mark) => !value.includes(mark));
  if (quote === undefined) throw new TypeError('a value has every kind of quote in it');
  return `${quote}${value}${quote}`;
};
