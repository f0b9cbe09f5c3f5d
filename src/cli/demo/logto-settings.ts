import { UsageError } from '../options.js';

/** A Logto tenant to run the demo against, instead of the sandbox. */
export interface LogtoSettings {
  readonly endpoint: string;
  readonly appId: string;
  readonly resource: string;
  /** Absent when a backend is there already: only that needs it. */
  readonly m2m: { readonly id: string; readonly secret: string; readonly resource: string } | undefined;
}

const FOR_THE_PAGE = {
  LOGTO_ENDPOINT: 'the address of your Logto, such as https://your-tenant.logto.app',
  LOGTO_APP_ID: 'the id of a single-page application',
  LOGTO_RESOURCE: 'the indicator of an API resource, such as https://api.example.com',
} as const;

const FOR_THE_BACKEND = {
  LOGTO_M2M_ID: 'the id of a machine-to-machine application with access to the Management API',
  LOGTO_M2M_SECRET: 'the secret of that application',
} as const;

const DEFAULT_M2M_RESOURCE = 'https://default.logto.app/api';

/**
 * Reads the tenant from `LOGTO_*` in the environment; `undefined` when none of them is set, which means the sandbox.
 *
 * @param hasBackend whether a backend is there already, so that its settings are not needed
 * @throws UsageError naming every setting that is missing, or the one that is wrong
 */
export function logtoSettings(
  environment: NodeJS.ProcessEnv,
  hasBackend: boolean,
): LogtoSettings | undefined {
  const required: Readonly<Record<string, string>> = {
    ...FOR_THE_PAGE,
    ...(!hasBackend && FOR_THE_BACKEND),
  };
  const names = Object.keys(required);
  const value = (name: string): string => environment[name]?.trim() ?? '';
  if (!hasBackend && names.every((name) => value(name) === '')) return undefined;

  const missing = names.filter((name) => value(name) === '');
  if (missing.length > 0) {
    const lines = missing.map((name) => `  ${name}: ${required[name] ?? ''}`);
    throw new UsageError(`To run against your Logto, set also:\n${lines.join('\n')}`);
  }
  return {
    endpoint: webAddress('LOGTO_ENDPOINT', value('LOGTO_ENDPOINT')),
    appId: value('LOGTO_APP_ID'),
    resource: absoluteUri('LOGTO_RESOURCE', value('LOGTO_RESOURCE')),
    m2m: hasBackend
      ? undefined
      : {
          id: value('LOGTO_M2M_ID'),
          secret: value('LOGTO_M2M_SECRET'),
          resource: absoluteUri('LOGTO_M2M_RESOURCE', value('LOGTO_M2M_RESOURCE') || DEFAULT_M2M_RESOURCE),
        },
  };
}

function absoluteUri(name: string, value: string): string {
  if (!URL.canParse(value)) throw new UsageError(`${name}: expected an absolute URI, got "${value}"`);
  return value;
}

/** An address of the web, without slashes at its end. @throws UsageError naming what was to be one */
export function webAddress(name: string, value: string): string {
  if (!URL.canParse(value) || !/^https?:$/.test(new URL(value).protocol)) {
    throw new UsageError(`${name}: expected an http or https address, got "${value}"`);
  }
  return value.replace(/\/+$/, '');
}
