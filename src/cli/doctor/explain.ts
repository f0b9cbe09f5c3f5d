import { failureText } from '../setup/failure.js';
import { TokenRefused } from './logto.js';

/** Words for what Logto did; `undefined` for a bug of ours. Never holds `secret`. */
export const explain = (error: unknown, secret: string): string | undefined => {
  if (!(error instanceof TokenRefused)) return failureText(error, secret);
  const hint = /grant type is not allowed|unauthorized_client/.test(error.message)
    ? ': allow the token exchange for the application (Console: Applications, your application, Token exchange)'
    : '';
  return `Logto gives no token: ${error.message.replaceAll(secret, '(secret)')}${hint}`;
};
