import { Refusal } from '../../server/refusal.js';
import { UpstreamError } from '../../server/upstream-error.js';

/** What to tell a person when Logto did not do as asked; `undefined` for a bug of ours. Never holds `secret`. */
export const failureText = (error: unknown, secret: string): string | undefined => {
  // As it is, and as a form or an address would have it: something may repeat what it was sent.
  const forms = [secret, new URLSearchParams([['', secret]]).toString().slice(1), encodeURIComponent(secret)];
  return forms.reduce((text, form) => text?.replaceAll(form, '(secret)'), describe(error));
};

const describe = (error: unknown): string | undefined => {
  if (error instanceof UpstreamError) return error.message;
  // What answers is no JSON: something else than Logto is there.
  if (error instanceof SyntaxError) return 'what answers at that address is not Logto';
  if (!(error instanceof Refusal)) return undefined;
  const { cause } = error;
  if (cause instanceof Error) return `Logto cannot be reached: ${reasonOf(cause)}`;
  const reason = typeof cause === 'string' ? cause : '';
  if (/^the token endpoint answered 4/.test(reason)) {
    return `Logto refuses the credentials of the machine-to-machine application, or its resource: ${reason}`;
  }
  if (/^40[13]:/.test(reason)) {
    return `the machine-to-machine application has no access to the Management API; give it the role "Logto Management API access": ${reason}`;
  }
  return reason === '' ? error.message : `${error.message.replace(/\.$/, '')}: ${reason}`;
};

/** The platform's `fetch` hides why it failed in a cause of its own. */
const reasonOf = ({ message, cause }: Error): string => {
  if (!(cause instanceof Error)) return message;
  return cause.message || ('code' in cause ? String(cause.code) : message);
};
