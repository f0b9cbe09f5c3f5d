import * as v from 'valibot';
import { auditToConsole, type AuditRecord } from './audit.js';
import type { Hooks } from './hooks.js';
import { MemoryOrganizationLock, type OrganizationLock } from './limits/organization-lock.js';
import { MemoryRateLimiter, type RateLimiter } from './limits/rate-limiter.js';
import { logToConsole, type Log } from './log.js';
import { globalFetch } from './management-fetch.js';
import type { ManagementTokenStore } from './management-token.js';
import type { Fetch, OrgHandlerOptions } from './options.js';
import { defaultPermissions } from './permissions.js';

const text = v.pipe(v.string('a text'), v.nonEmpty('a text that is not empty'));
const texts = v.array(text, 'a list of texts');
const flag = v.boolean('true or false');
const count = (minimum = 1) =>
  v.pipe(
    v.number('a whole number'),
    v.integer('a whole number'),
    v.minValue(minimum, `a whole number of at least ${minimum}`),
  );
/** More overflows a timer, which then ends at once. */
const LONGEST_MS = 2 ** 31 - 1;
const milliseconds = v.pipe(count(), v.maxValue(LONGEST_MS, `a whole number of at most ${LONGEST_MS}`));
const section = <Entries extends v.ObjectEntries>(entries: Entries) =>
  v.strictObject(entries, ({ expected }) => {
    if (expected === 'never') return 'no such option';
    return expected === 'Object' ? 'an object' : 'a value';
  });
/** An object whose every option has a default, so that it can be left out. */
const optionalSection = <Entries extends v.ObjectEntries>(entries: Entries) =>
  v.optional(section(entries), {} as v.InferInput<v.StrictObjectSchema<Entries, undefined>>);
const isFunction = (value: unknown): boolean => typeof value === 'function';
const callback = <Type>() => v.custom<Type>(isFunction, 'a function');
const having = <Type>(method: string) =>
  v.custom<Type>(
    (value) => typeof value === 'object' && value !== null && isFunction(Reflect.get(value, method)),
    `an object with a method ${method}()`,
  );

const isWebAddress = (value: string): boolean =>
  URL.canParse(value) && /^https?:$/.test(new URL(value).protocol);
const webAddress = v.pipe(
  v.string('an http or https address'),
  v.check(isWebAddress, 'an http or https address'),
  v.check((value) => !/[?#]/.test(value), 'an address without query and fragment'),
  v.transform((value) => value.replace(/\/+$/, '')),
);
const indicator = v.pipe(
  v.string('an absolute URI'),
  v.check((value) => URL.canParse(value), 'an absolute URI'),
);
const origin = v.pipe(
  v.string('an origin such as https://app.example.com'),
  v.check(
    (value) => isWebAddress(value) && new URL(value).origin === value,
    'an origin such as https://app.example.com: no path, no slash at the end, no wildcard',
  ),
);
const basePath = v.pipe(
  v.string('a path such as /orgkit'),
  v.regex(/^\/(?:[\w.~-]+(?:\/[\w.~-]+)*\/?)?$/, 'a path such as /orgkit, or /'),
  v.transform((value) => value.replace(/\/+$/, '')),
);
/** `undefined` for what is no address at all: that is told by another check. */
const hostOf = (address: string): string | undefined =>
  URL.canParse(address) ? new URL(address).host : undefined;
/** The id alone may stand in a link that people pass on; a token only in one that magic links fill. */
const linkTemplate = v.pipe(
  v.string('an address with {id}'),
  v.check((value) => value.includes('{id}'), 'an address with {id}'),
  v.check((value) => {
    const filled = value.replace(/\{(?:id|token|email)\}/g, 'x');
    return isWebAddress(filled) && !/[{}]/.test(filled);
  }, 'an http or https address whose only placeholders are {id}, {token} and {email}'),
  v.check((value) => {
    const [address = ''] = value.split(/[?#]/);
    return hostOf(address.replace(/\{\w+\}/g, 'x')) === hostOf(address.replace(/\{\w+\}/g, 'y'));
  }, 'an address without a placeholder in its host'),
);
const rate = (limit: number, seconds: number) =>
  v.optional(section({ limit: count(0), seconds: count() }), { limit, seconds });

const schema = section({
  logto: section({
    endpoint: webAddress,
    resource: indicator,
    m2m: section({
      id: text,
      secret: text,
      endpoint: v.optional(webAddress),
      resource: v.optional(indicator, 'https://default.logto.app/api'),
    }),
  }),
  basePath: v.optional(basePath, '/orgkit'),
  allowedOrigins: v.optional(v.array(origin, 'a list of origins'), []),
  clientIds: v.optional(v.pipe(texts, v.minLength(1, 'a list that is not empty'))),
  permissions: optionalSection({
    readMember: v.optional(text, defaultPermissions.readMember),
    inviteMember: v.optional(text, defaultPermissions.inviteMember),
    manageMember: v.optional(text, defaultPermissions.manageMember),
    deleteMember: v.optional(text, defaultPermissions.deleteMember),
    manageOrganization: v.optional(text, defaultPermissions.manageOrganization),
    deleteOrganization: v.optional(text, defaultPermissions.deleteOrganization),
  }),
  permissionSource: v.optional(
    v.picklist(['organization', 'resource'], '"organization" or "resource"'),
    'organization',
  ),
  administrator: v.optional(v.pipe(texts, v.minLength(1, 'a list that is not empty'))),
  addresses: v.optional(
    v.picklist(['permission', 'members', 'nobody'], '"permission", "members" or "nobody"'),
    'permission',
  ),
  operatorScope: v.optional(text),
  organizations: optionalSection({
    create: v.optional(
      v.union([v.picklist(['on', 'off']), v.strictObject({ scope: text })], '"on", "off" or { scope }'),
      'on',
    ),
    creatorRoles: v.optional(v.pipe(texts, v.minLength(1, 'a list that is not empty')), ['admin']),
    maximumPerPerson: v.optional(count(), 20),
    customDataKeys: v.optional(texts, []),
  }),
  invitations: optionalSection({
    link: v.optional(linkTemplate),
    magicLinks: v.optional(flag, false),
    lifetimeDays: v.optional(count(), 7),
    maximumLifetimeDays: v.optional(count(), 30),
    maximumPending: v.optional(count(), 500),
    resendCooldownSeconds: v.optional(count(0), 60),
    allowAddress:
      v.optional(callback<(email: string, organizationId: string) => boolean | Promise<boolean>>()),
  }),
  bots: v.optional(section({ applications: texts })),
  limits: optionalSection({
    changesPerPerson: rate(120, 60),
    changesPerOrganization: rate(600, 60),
    invitationsPerPerson: rate(100, 3600),
    invitationsPerOrganization: rate(500, 3600),
    mailsPerRecipient: rate(5, 3600),
    organizationsPerPerson: rate(5, 3600),
    bodyBytes: v.optional(count(), 65_536),
    deadlineMs: v.optional(milliseconds, 10_000),
    cachedTokens: v.optional(count(), 10_000),
    readCacheSeconds: v.optional(count(0), 5),
  }),
  rateLimiter: v.optional(having<RateLimiter>('take'), () => new MemoryRateLimiter()),
  organizationLock: v.optional(having<OrganizationLock>('run'), () => new MemoryOrganizationLock()),
  managementTokens: v.optional(having<ManagementTokenStore>('obtain')),
  hooks: v.optional(
    section({
      before: v.optional(callback<NonNullable<Hooks['before']>>()),
      after: v.optional(callback<NonNullable<Hooks['after']>>()),
      timeoutMs: v.optional(milliseconds, 2000),
    }),
    {},
  ),
  onAudit: v.optional(callback<(record: AuditRecord) => void | Promise<void>>(), () => auditToConsole),
  log: v.optional(callback<Log>(), () => logToConsole),
  fetch: v.optional(callback<Fetch>(), () => globalFetch),
});

const complete = v.pipe(
  schema,
  v.forward(
    v.check(
      ({ invitations: { magicLinks, link } }) => !magicLinks || (link?.includes('{token}') ?? false),
      'an address with {token}, because magicLinks is on',
    ),
    ['invitations', 'link'],
  ),
  v.forward(
    v.check(
      ({ invitations: { magicLinks, link } }) => magicLinks || !link?.includes('{token}'),
      'an address without {token}, because magicLinks is off',
    ),
    ['invitations', 'link'],
  ),
  v.forward(
    v.check(
      ({ invitations }) => invitations.lifetimeDays <= invitations.maximumLifetimeDays,
      'not more than maximumLifetimeDays',
    ),
    ['invitations', 'lifetimeDays'],
  ),
  v.forward(
    v.check(
      ({ bots, logto }) => !bots?.applications.includes(logto.m2m.id),
      'applications other than the backend itself',
    ),
    ['bots', 'applications'],
  ),
  v.transform(({ administrator, log, logto, ...rest }) => ({
    ...rest,
    logto: { ...logto, m2m: { ...logto.m2m, endpoint: logto.m2m.endpoint ?? logto.endpoint } },
    log: harmless(log),
    administrator: administrator ?? [rest.permissions.manageMember],
  })),
);

/** A log that throws must not take the answer with it. */
function harmless(log: Log): Log {
  return (entry) => {
    try {
      log(entry);
    } catch {
      // There is nowhere left to tell.
    }
  };
}

/** The options, checked, with their defaults. */
export type Settings = Readonly<v.InferOutput<typeof complete>>;

/** @throws TypeError naming each option that is wrong and what was expected there; never the value: it may be secret. */
export const readSettings = (options: OrgHandlerOptions): Settings => {
  const result = v.safeParse(complete, options);
  if (result.success) return result.output;
  const lines = result.issues.map((issue) => {
    const path = v.getDotPath(issue);
    const found = issue.input === undefined ? 'nothing' : typeOf(issue.input);
    if (issue.message === 'no such option') return `options.${path ?? ''}: there is no such option`;
    return `${path ? `options.${path}` : 'options'}: expected ${issue.message}, got ${found}`;
  });
  throw new TypeError(`createOrgHandler: ${lines.join('; ')}`);
};

const typeOf = (value: unknown): string => {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (value === '') return 'an empty text';
  const type = typeof value;
  if (type === 'string') return 'a text that is not one';
  return type === 'object' ? 'an object' : `a ${type}`;
};
