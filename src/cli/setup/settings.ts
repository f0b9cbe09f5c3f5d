import type { PermissionKey } from '../../server/index.js';
import { defaultPermissions } from '../../server/permissions.js';
import { UsageError } from '../options.js';

/** Everything `orgkit setup` has to know: where the tenant is, how to get in, and what it shall have. */
export interface SetupSettings {
  readonly endpoint: string;
  /** Where the Management API and its tokens are, when it is not `endpoint`: a custom domain of Logto Cloud has none. */
  readonly managementEndpoint: string | undefined;
  readonly appId: string;
  readonly resource: string;
  readonly m2m: { readonly id: string; readonly secret: string; readonly resource: string };
  readonly redirectUris: readonly string[];
  readonly signOutUris: readonly string[];
  readonly origins: readonly string[];
  /** Names of the permissions that the backend asks for. */
  readonly permissions: Readonly<Record<PermissionKey, string>>;
  readonly adminRole: string;
  readonly memberRole: string;
  /** Whether the template gets the permissions for data, too, that Logto's documentation takes as an example. */
  readonly withData: boolean;
  /** Address of the Console of a Logto of one's own, for links. */
  readonly console: string | undefined;
}

/** The options as they were typed. */
export interface SetupOptions {
  readonly endpoint?: string | undefined;
  readonly 'app-id'?: string | undefined;
  readonly resource?: string | undefined;
  readonly 'm2m-id'?: string | undefined;
  readonly 'm2m-resource'?: string | undefined;
  readonly 'm2m-endpoint'?: string | undefined;
  readonly 'redirect-uri'?: readonly string[] | undefined;
  readonly 'sign-out-uri'?: readonly string[] | undefined;
  readonly origin?: readonly string[] | undefined;
  readonly permission?: readonly string[] | undefined;
  readonly 'admin-role'?: string | undefined;
  readonly 'member-role'?: string | undefined;
  readonly 'without-data': boolean;
  readonly console?: string | undefined;
}

const DEFAULT_M2M_RESOURCE = 'https://default.logto.app/api';

/**
 * Options come before the environment. `secret` was read before: it never comes by option.
 *
 * @throws UsageError naming every setting that is missing or wrong, without the values of `LOGTO_*`: one of them may
 * be the secret in the wrong place
 */
export const readSetupSettings = (
  options: SetupOptions,
  environment: NodeJS.ProcessEnv,
  secret: string | undefined,
): SetupSettings => {
  const problems: string[] = [];
  const named = (option: keyof SetupOptions, variable: string): string => `--${option} or ${variable}`;
  const read = (option: 'endpoint' | 'app-id' | 'resource' | `m2m-${'id' | 'resource' | 'endpoint'}`) => {
    const variable = `LOGTO_${option.toUpperCase().replaceAll('-', '_')}`;
    return {
      name: named(option, variable),
      value: options[option]?.trim() ?? environment[variable]?.trim() ?? '',
    };
  };
  const check = (
    { name, value }: { readonly name: string; readonly value: string },
    expected: string,
    isFine: (value: string) => boolean,
  ): string => {
    if (!isFine(value)) problems.push(`${name}: expected ${expected}${value === '' ? ', got nothing' : ''}`);
    return value;
  };

  const endpoint = check(
    read('endpoint'),
    'the address of your Logto, such as https://your-tenant.logto.app',
    isPlainAddress,
  );
  const appId = check(read('app-id'), 'the id of a single-page application', isId);
  const resource = check(
    read('resource'),
    'the indicator of your API resource, such as https://api.example.com',
    isIndicator,
  );
  const m2mId = check(
    read('m2m-id'),
    'the id of a machine-to-machine application with access to the Management API',
    isId,
  );
  const m2mResource = { ...read('m2m-resource') };
  m2mResource.value ||= DEFAULT_M2M_RESOURCE;
  check(m2mResource, 'an absolute URI', isIndicator);
  const m2mEndpoint = read('m2m-endpoint');
  if (m2mEndpoint.value !== '') check(m2mEndpoint, 'an http or https address', isPlainAddress);
  const secretText = { name: '--m2m-secret-file or LOGTO_M2M_SECRET', value: secret?.trim() ?? '' };
  check(secretText, 'the secret of that application, one line', (text) => /^[\x21-\x7e]+$/.test(text));
  if (resource !== '' && resource === m2mResource.value) {
    problems.push('--resource or LOGTO_RESOURCE: expected an API of your own, got the Management API');
  }

  const all = (option: 'redirect-uri' | 'sign-out-uri' | 'origin', expected: string, isFine: typeof isId) =>
    unique(options[option] ?? []).map((value) => {
      if (!isFine(value)) problems.push(`--${option}: expected ${expected}, got "${value}"`);
      return value;
    });
  const address = 'an http or https address without a fragment';
  const redirectUris = all('redirect-uri', address, isRedirect);
  const signOutUris = all('sign-out-uri', address, isRedirect);
  const origins = all('origin', 'an origin such as https://app.example.com', isOrigin);

  const role = (option: 'admin-role' | 'member-role', fallback: string): string => {
    const name = options[option] ?? fallback;
    if (name.trim() !== name || name === '' || name.length > 128)
      problems.push(`--${option}: expected a name of 1 to 128 characters`);
    return name;
  };
  const adminRole = role('admin-role', 'admin');
  const memberRole = role('member-role', 'member');
  if (adminRole === memberRole) problems.push('--member-role: expected another name than --admin-role');
  const permissions = renamed(options.permission ?? [], problems);
  if (options.console !== undefined && !isPlainAddress(options.console))
    problems.push('--console: expected an http or https address');

  if (problems.length > 0) throw new UsageError(problems.join('\n        '));
  return {
    endpoint: withoutSlash(endpoint),
    managementEndpoint: m2mEndpoint.value === '' ? undefined : withoutSlash(m2mEndpoint.value),
    appId,
    resource,
    m2m: { id: m2mId, secret: secretText.value, resource: m2mResource.value },
    redirectUris,
    signOutUris,
    origins,
    permissions,
    adminRole,
    memberRole,
    withData: !options['without-data'],
    console: options.console && withoutSlash(options.console),
  };
};

/** `inviteMember=member:invite` and the like. */
const renamed = (pairs: readonly string[], problems: string[]): Record<PermissionKey, string> => {
  const permissions: Record<PermissionKey, string> = { ...defaultPermissions };
  for (const pair of pairs) {
    const [, key = '', name = ''] = /^(\w+)=(\S{1,128})$/.exec(pair) ?? [];
    if (Object.hasOwn(permissions, key)) permissions[key as PermissionKey] = name;
    else {
      const keys = Object.keys(defaultPermissions).join(', ');
      problems.push(`--permission: expected KEY=NAME without spaces, KEY one of ${keys}; got "${pair}"`);
    }
  }
  return permissions;
};

const isWeb = (value: string): boolean => URL.canParse(value) && /^https?:$/.test(new URL(value).protocol);
const isPlainAddress = (value: string): boolean => isWeb(value) && !/[?#@]/.test(value);
const isIndicator = (value: string): boolean => URL.canParse(value) && !value.includes('#');
const isId = (value: string): boolean => /^[\w-]{1,128}$/.test(value);
const isRedirect = (value: string): boolean => isWeb(value) && !value.includes('#');
const isOrigin = (value: string): boolean => isWeb(value) && new URL(value).origin === value;
const withoutSlash = (value: string): string => value.replace(/\/+$/, '');
const unique = (values: readonly string[]): string[] => [...new Set(values)];
