import { errorStatus, type ErrorBody } from '../contract/errors.js';
import type { Refusal } from './refusal.js';

/** What people may do changes by the minute, and much of it is personal: nothing is kept on the way. */
const common = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };

export const success = (status: number, body: unknown, headers: Headers): Response => {
  for (const [name, value] of Object.entries(common)) headers.set(name, value);
  return body === undefined
    ? new Response(null, { status, headers })
    : Response.json(body, { status, headers });
};

export const refused = (refusal: Refusal, requestId: string, headers: Headers): Response => {
  for (const [name, value] of Object.entries(common)) headers.set(name, value);
  const { code, message, details, retryAfter } = refusal;
  if (retryAfter !== undefined) headers.set('retry-after', String(retryAfter));
  if (code === 'unauthenticated') headers.set('www-authenticate', 'Bearer');
  const body: ErrorBody = { code, message, requestId, ...(details && { details }) };
  return Response.json(body, { status: errorStatus[code], headers });
};
