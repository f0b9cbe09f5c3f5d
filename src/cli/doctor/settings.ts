import { MANAGEMENT_RESOURCE, SANDBOX_M2M, SANDBOX_RESOURCE, SANDBOX_SPA } from '../../sandbox/built-in.js';
import { UsageError } from '../options.js';

/** Where the sandbox's mailbox keeps what is sent: no such mail leaves the machine. */
export const SANDBOX_MAIL_DOMAIN = 'doctor.test';

/** The environment that a Logto would have, for a sandbox at this address. @throws UsageError */
export const sandboxEnvironment = (address: string): NodeJS.ProcessEnv => ({
  LOGTO_ENDPOINT: httpAddress('sandbox', address),
  LOGTO_APP_ID: SANDBOX_SPA.id,
  LOGTO_RESOURCE: SANDBOX_RESOURCE,
  LOGTO_M2M_ID: SANDBOX_M2M.id,
  LOGTO_M2M_RESOURCE: MANAGEMENT_RESOURCE,
});

/** An http or https address without query, fragment or credentials; no slash at its end. @throws UsageError */
export const httpAddress = (option: string, text: string): string => {
  const isFine = URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) && !/[?#@]/.test(text);
  if (isFine) return text.replace(/\/+$/, '');
  throw new UsageError(`--${option}: expected an http or https address, got "${text}"`);
};

export const mailDomain = (text: string): string => {
  if (/^(?=.{1,100}$)[a-z\d-]+(\.[a-z\d-]+)+$/i.test(text)) return text;
  throw new UsageError(`--mail-domain: expected a domain such as example.com, got "${text}"`);
};
