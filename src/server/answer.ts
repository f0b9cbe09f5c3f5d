import { errorStatus, type ErrorBody } from '../contract/errors.js';
import type { Refusal } from './refusal.js';

/** By name, in lower case. Plain data: servers write it out without taking a `Headers` apart again. */
export type AnswerHeaders = Record<string, string>;

/** What people may do changes by the minute, and much of it is personal: nothing is kept on the way. */
const common: AnswerHeaders = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };

export const success = (status: number, body: unknown, headers: AnswerHeaders): Response =>
  body === undefined
    ? new Response(null, { status, headers: { ...headers, ...common } })
    : json(status, body, headers);

export const refused = (refusal: Refusal, requestId: string, headers: AnswerHeaders): Response => {
  const { code, message, details, retryAfter } = refusal;
  const body: ErrorBody = { code, message, requestId, ...(details && { details }) };
  return json(errorStatus[code], body, {
    ...headers,
    ...(retryAfter !== undefined && { 'retry-after': String(retryAfter) }),
    ...(code === 'unauthenticated' && { 'www-authenticate': 'Bearer' }),
  });
};

const json = (status: number, body: unknown, headers: AnswerHeaders): Response =>
  new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json', ...headers, ...common },
  });
