import { describe, expect, it } from 'vitest';
import { createOrgHandler, type OrgHandlerOptions } from '../../src/server/index.js';
import { route } from '../../src/server/route.js';

const right: OrgHandlerOptions = {
  logto: {
    endpoint: 'https://logto.test',
    resource: 'https://api.test',
    m2m: { id: 'm2m', secret: 'very-secret-value' },
  },
};

/** Puts `value` at a dotted path of the right options. */
const wrong = (path: string, value: unknown): OrgHandlerOptions => {
  const copy = structuredClone(right) as unknown as Record<string, unknown>;
  const names = path.split('.');
  const last = names.pop() ?? '';
  let at = copy;
  for (const name of names) at = (at[name] ??= {}) as Record<string, unknown>;
  if (value === undefined) delete at[last];
  else at[last] = value;
  return copy as unknown as OrgHandlerOptions;
};

describe('options', () => {
  it('are few', () => {
    expect(() => createOrgHandler(right)).not.toThrow();
  });

  it.each([
    ['logto', undefined, /options\.logto: expected .*, got nothing/],
    ['logto.endpoint', undefined, /options\.logto\.endpoint: expected .*, got nothing/],
    ['logto.endpoint', 'logto.test', /options\.logto\.endpoint: expected an http or https address/],
    ['logto.endpoint', 'ftp://logto.test', /options\.logto\.endpoint: expected an http or https address/],
    ['logto.resource', 'api', /options\.logto\.resource: expected an absolute URI/],
    ['logto.m2m.id', '', /options\.logto\.m2m\.id: expected a text that is not empty, got an empty text/],
    ['logto.m2m.secret', 7, /options\.logto\.m2m\.secret: expected a text, got a number/],
    ['logto.m2m.secert', 'x', /options\.logto\.m2m\.secert: there is no such option/],
    ['basePath', 'orgkit', /options\.basePath: expected a path such as \/orgkit/],
    ['basePath', '/a/../b?c', /options\.basePath/],
    ['allowedOrigins', ['*'], /options\.allowedOrigins\.0: expected an origin/],
    ['allowedOrigins', ['https://app.test/'], /options\.allowedOrigins\.0: expected an origin/],
    ['allowedOrigins', 'https://app.test', /options\.allowedOrigins: expected a list of origins/],
    ['clientIds', [], /options\.clientIds: expected a list that is not empty/],
    ['permissions.inviteMembers', 'x', /options\.permissions\.inviteMembers: there is no such option/],
    ['administrator', [], /options\.administrator/],
    [
      'invitations.link',
      'https://app.test/join',
      /options\.invitations\.link: expected an address with \{id\}/,
    ],
    ['invitations.link', 'https://{id}.test/', /options\.invitations\.link: .*host/],
    ['invitations.link', 'https://a.test/{id}?t={token}', /options\.invitations\.link: .*magicLinks is off/],
    // The likeliest mistake of all.
    ['invitations.link', 'app.test/join?invitation={id}', /options\.invitations\.link: expected an http or/],
    ['invitations.link', 'https://app.test:{id}/', /options\.invitations\.link: expected an http or https/],
    ['invitations.lifetimeDays', 31, /options\.invitations\.lifetimeDays: expected not more than/],
    ['limits.deadlineMs', 0, /options\.limits\.deadlineMs: expected a whole number of at least 1/],
    // A timer that is given more ends at once.
    [
      'limits.deadlineMs',
      2 ** 31,
      /options\.limits\.deadlineMs: expected a whole number of at most 2147483647/,
    ],
    ['hooks.timeoutMs', Number.MAX_SAFE_INTEGER, /options\.hooks\.timeoutMs: expected .* at most 2147483647/],
    ['limits.changesPerPerson', { limit: 1 }, /options\.limits\.changesPerPerson\.seconds/],
    ['rateLimiter', {}, /options\.rateLimiter: expected an object with a method take\(\)/],
    ['onAudit', 'yes', /options\.onAudit: expected a function/],
    ['secure', true, /options\.secure: there is no such option/],
  ])('that are wrong are named: %s = %j', (path, value, message) => {
    const make = (): unknown => createOrgHandler(wrong(path, value));
    expect(make).toThrow(TypeError);
    expect(make).toThrow(message);
    // The message may end up anywhere.
    expect(make).not.toThrow(/very-secret-value/);
  });

  it('are all named at once', () => {
    expect(() => createOrgHandler({ ...wrong('logto.endpoint', ''), basePath: 'x' })).toThrow(
      /logto\.endpoint.*basePath/,
    );
  });
});

// Never runs: it is here for the compiler, which fails when the next line is no error.
export const unauthorized = (): unknown =>
  // @ts-expect-error a route without an authorization rule does not compile
  route({ operation: 'x', method: 'GET', path: '/x', summary: 'x', handle: async () => undefined });
