/** How the text of a variable is read. */
export type Kind = 'text' | 'list' | 'number' | 'boolean' | 'rate' | 'creation';

/** One environment variable, and the option that it sets. */
export interface Variable {
  readonly name: string;
  /** Where the option is in the configuration file. */
  readonly path: string;
  readonly kind: Kind;
  readonly summary: string;
}

const variable = (name: string, path: string, kind: Kind, summary: string): Variable => ({
  name,
  path,
  kind,
  summary,
});

/**
 * Every variable that `orgkit serve` reads. None is called `ORGKIT_PORT` or `ORGKIT_SERVICE_*`: Kubernetes sets these
 * by itself in the neighbours of a service with the name "orgkit".
 */
export const VARIABLES: readonly Variable[] = [
  variable('LOGTO_ENDPOINT', 'logto.endpoint', 'text', 'address of Logto (required)'),
  variable('LOGTO_RESOURCE', 'logto.resource', 'text', 'indicator of the API resource (required)'),
  variable('LOGTO_M2M_ID', 'logto.m2m.id', 'text', 'machine-to-machine application (required)'),
  variable('LOGTO_M2M_SECRET', 'logto.m2m.secret', 'text', 'its secret (required, or the file)'),
  variable(
    'LOGTO_M2M_RESOURCE',
    'logto.m2m.resource',
    'text',
    'indicator of the Management API (https://default.logto.app/api)',
  ),
  variable(
    'LOGTO_M2M_ENDPOINT',
    'logto.m2m.endpoint',
    'text',
    'where the Management API is, when not at LOGTO_ENDPOINT',
  ),
  variable('LOGTO_APP_ID', 'clientIds', 'list', 'applications whose tokens are taken (any of the tenant)'),
  variable('ORGKIT_LISTEN_HOST', 'serve.host', 'text', 'the address to listen at (127.0.0.1)'),
  // As platforms give it. The next one comes after it, and so before it.
  variable('PORT', 'serve.port', 'number', 'the same as ORGKIT_LISTEN_PORT, which comes first'),
  variable('ORGKIT_LISTEN_PORT', 'serve.port', 'number', 'the port; 0 picks a free one (3000)'),
  variable('ORGKIT_METRICS_PORT', 'serve.metricsPort', 'number', 'port of /metrics (off)'),
  variable(
    'ORGKIT_STOP_SECONDS',
    'serve.stopSeconds',
    'number',
    'for requests in flight when told to stop (25)',
  ),
  variable('ORGKIT_REQUESTS_AT_ONCE', 'serve.requestsAtOnce', 'number', 'worked on at the same time (200)'),
  variable(
    'ORGKIT_REQUESTS_WAITING',
    'serve.requestsWaiting',
    'number',
    'that may wait for that, 5 s at most; others get 503 (2000)',
  ),
  variable('ORGKIT_LOG_REQUESTS', 'serve.logRequests', 'boolean', 'a line for each request (true)'),
  variable('REDIS_URL', 'serve.redisUrl', 'text', 'Redis that several processes share (none: one process)'),
  variable('ORGKIT_REDIS_PREFIX', 'serve.redisPrefix', 'text', 'in front of every key in Redis (orgkit:)'),
  variable('ORGKIT_BASE_PATH', 'basePath', 'text', 'path before every operation (/orgkit)'),
  variable('ORGKIT_ALLOWED_ORIGINS', 'allowedOrigins', 'list', 'origins of pages that may call (none)'),
  variable('ORGKIT_PERMISSION_SOURCE', 'permissionSource', 'text', 'organization or resource (organization)'),
  variable('ORGKIT_PERMISSION_READ_MEMBER', 'permissions.readMember', 'text', 'its name (read:member)'),
  variable('ORGKIT_PERMISSION_INVITE_MEMBER', 'permissions.inviteMember', 'text', 'its name (invite:member)'),
  variable('ORGKIT_PERMISSION_MANAGE_MEMBER', 'permissions.manageMember', 'text', 'its name (manage:member)'),
  variable('ORGKIT_PERMISSION_DELETE_MEMBER', 'permissions.deleteMember', 'text', 'its name (delete:member)'),
  variable(
    'ORGKIT_PERMISSION_MANAGE_ORGANIZATION',
    'permissions.manageOrganization',
    'text',
    'its name (manage:organization)',
  ),
  variable(
    'ORGKIT_PERMISSION_DELETE_ORGANIZATION',
    'permissions.deleteOrganization',
    'text',
    'its name (delete:organization)',
  ),
  variable(
    'ORGKIT_ADMINISTRATOR',
    'administrator',
    'list',
    'permissions of an administrator (manage:member)',
  ),
  variable(
    'ORGKIT_ADDRESSES',
    'addresses',
    'text',
    'who sees them: permission, members, nobody (permission)',
  ),
  variable('ORGKIT_OPERATOR_SCOPE', 'operatorScope', 'text', 'global scope of operators (no operators)'),
  variable(
    'ORGKIT_CREATE_ORGANIZATIONS',
    'organizations.create',
    'creation',
    'on, off, or scope:NAME for holders of a global scope (on)',
  ),
  variable('ORGKIT_CREATOR_ROLES', 'organizations.creatorRoles', 'list', 'roles of the creator (admin)'),
  variable(
    'ORGKIT_MAXIMUM_ORGANIZATIONS',
    'organizations.maximumPerPerson',
    'number',
    'one may be in so many and still make another (20)',
  ),
  variable('ORGKIT_CUSTOM_DATA_KEYS', 'organizations.customDataKeys', 'list', 'custom data to show (none)'),
  variable(
    'ORGKIT_INVITATION_LINK',
    'invitations.link',
    'text',
    'link in the mail, with {id}; without it nobody can be invited',
  ),
  variable('ORGKIT_MAGIC_LINKS', 'invitations.magicLinks', 'boolean', 'the link also signs in (false)'),
  variable('ORGKIT_INVITATION_DAYS', 'invitations.lifetimeDays', 'number', 'life of an invitation (7)'),
  variable(
    'ORGKIT_MAXIMUM_INVITATION_DAYS',
    'invitations.maximumLifetimeDays',
    'number',
    'the most that may be asked for (30)',
  ),
  variable('ORGKIT_MAXIMUM_PENDING', 'invitations.maximumPending', 'number', 'of one organization (500)'),
  variable(
    'ORGKIT_RESEND_COOLDOWN_SECONDS',
    'invitations.resendCooldownSeconds',
    'number',
    'between two mails of one invitation (60)',
  ),
  variable(
    'ORGKIT_BOTS',
    'bots.applications',
    'list',
    'machine-to-machine applications on offer (bots are off)',
  ),
  variable('ORGKIT_LIMIT_CHANGES_PER_PERSON', 'limits.changesPerPerson', 'rate', 'uses/seconds (120/60)'),
  variable(
    'ORGKIT_LIMIT_CHANGES_PER_ORGANIZATION',
    'limits.changesPerOrganization',
    'rate',
    'uses/seconds (600/60)',
  ),
  variable(
    'ORGKIT_LIMIT_INVITATIONS_PER_PERSON',
    'limits.invitationsPerPerson',
    'rate',
    'uses/seconds (100/3600)',
  ),
  variable(
    'ORGKIT_LIMIT_INVITATIONS_PER_ORGANIZATION',
    'limits.invitationsPerOrganization',
    'rate',
    'uses/seconds (500/3600)',
  ),
  variable('ORGKIT_LIMIT_MAILS_PER_RECIPIENT', 'limits.mailsPerRecipient', 'rate', 'uses/seconds (5/3600)'),
  variable(
    'ORGKIT_LIMIT_ORGANIZATIONS_PER_PERSON',
    'limits.organizationsPerPerson',
    'rate',
    'uses/seconds (5/3600)',
  ),
  variable('ORGKIT_BODY_BYTES', 'limits.bodyBytes', 'number', 'the largest body (65536)'),
  variable('ORGKIT_DEADLINE_MS', 'limits.deadlineMs', 'number', 'for a whole request (10000)'),
  variable('ORGKIT_CACHED_TOKENS', 'limits.cachedTokens', 'number', 'verified tokens remembered (10000)'),
  variable('ORGKIT_READ_CACHE_SECONDS', 'limits.readCacheSeconds', 'number', 'reads may be so old (5)'),
];

/** Variables that name a file with the secret in it, each with the one that has the secret itself. */
export const SECRET_FILES: Readonly<Record<string, string>> = {
  LOGTO_M2M_SECRET_FILE: 'LOGTO_M2M_SECRET',
  REDIS_URL_FILE: 'REDIS_URL',
};
