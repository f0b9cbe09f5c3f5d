import type { AuditRecord } from './audit.js';
import type { Hooks } from './hooks.js';
import type { OrganizationLock } from './limits/organization-lock.js';
import type { RateLimiter } from './limits/rate-limiter.js';
import type { Log } from './log.js';
import type { ManagementTokenStore } from './management-token.js';
import type { PermissionKey } from './permissions.js';

/** Anything that answers a request as the global `fetch` does. */
export type Fetch = (input: string | URL | Request, init?: RequestInit) => Promise<Response>;

/** A number of uses in a time. */
export interface Rate {
  readonly limit: number;
  readonly seconds: number;
}

/** What `createOrgHandler` takes. Everything but `logto` has a default. */
export interface OrgHandlerOptions {
  readonly logto: {
    /** Address of Logto, such as `https://your-tenant.logto.app`. */
    readonly endpoint: string;
    /** Indicator of the API resource that tokens without an organization are for. */
    readonly resource: string;
    /** A machine-to-machine application with access to the Management API. */
    readonly m2m: {
      readonly id: string;
      readonly secret: string;
      /**
       * Address of the Management API and its tokens, when it is another one: on Logto Cloud they are not at a custom
       * domain, only at `https://your-tenant.logto.app`.
       */
      readonly endpoint?: string;
      /** Indicator of the Management API; by default `https://default.logto.app/api`, as self-hosted Logto has it. */
      readonly resource?: string;
    };
  };
  /** Where the host mounts the handler, as requests show it; by default `/orgkit`. `/` when the host cuts it off. */
  readonly basePath?: string;
  /** Origins of pages that may call from elsewhere, such as `https://app.example.com`. By default none. */
  readonly allowedOrigins?: readonly string[];
  /**
   * Applications whose tokens are taken. Name your own: any application of the tenant can get the same tokens.
   * With a list, live permissions alone decide; without one a change needs the permission in the token too.
   */
  readonly clientIds?: readonly string[];
  /** Names that the permissions have in your organization template. */
  readonly permissions?: Partial<Readonly<Record<PermissionKey, string>>>;
  /**
   * Whether those are permissions of the organization template (default), or of the API resource given to
   * organization roles.
   */
  readonly permissionSource?: 'organization' | 'resource';
  /** Permissions that make an administrator, all of them together; by default `manage:member`, or its new name. */
  readonly administrator?: readonly string[];
  /** Who sees members' addresses: `permission` (default; holders of `read:member`), `members`, or `nobody`. */
  readonly addresses?: 'permission' | 'members' | 'nobody';
  /**
   * Scope of the API resource that lets an operator of the tenant read and change every organization. It counts
   * only when a **global** role gives it. By default there are no operators.
   */
  readonly operatorScope?: string;
  readonly organizations?: {
    /** Who may make one: everybody (`on`, default), nobody (`off`), or holders of a global scope. */
    readonly create?: 'on' | 'off' | { readonly scope: string };
    /** Names of the roles that the creator gets; by default `admin`. */
    readonly creatorRoles?: readonly string[];
    /** How many organizations one person may be in and still make another; by default 20. */
    readonly maximumPerPerson?: number;
    /** Keys of custom data that members see and managers edit; by default none. */
    readonly customDataKeys?: readonly string[];
  };
  readonly invitations?: {
    /**
     * Address of the page behind the link, with `{id}` in it: `https://app.example.com/join?invitation={id}`.
     * With magic links also `{token}` and `{email}`. Without it nobody can be invited.
     */
    readonly link?: string;
    /** Puts a one-time token into the mail, so that the link also signs in; by default false. */
    readonly magicLinks?: boolean;
    /** Days that an invitation lives; by default 7. */
    readonly lifetimeDays?: number;
    /** The most that a client may ask for; by default 30. */
    readonly maximumLifetimeDays?: number;
    /** Pending ones of one organization; by default 500. */
    readonly maximumPending?: number;
    /** Seconds between two mails of one invitation; by default 60. */
    readonly resendCooldownSeconds?: number;
    /** Refuses addresses, to invite and to renew: return false. By default all are allowed. */
    readonly allowAddress?: (email: string, organizationId: string) => boolean | Promise<boolean>;
  };
  readonly bots?: {
    /** Ids of the machine-to-machine applications that may be offered. None means: bots are off. */
    readonly applications: readonly string[];
  };
  readonly limits?: {
    /** Changes by one person; by default 120 in 60 s. */
    readonly changesPerPerson?: Rate;
    /** Changes in one organization; by default 600 in 60 s. */
    readonly changesPerOrganization?: Rate;
    /** Invitations by one person; by default 100 in an hour. */
    readonly invitationsPerPerson?: Rate;
    /** Invitations of one organization; by default 500 in an hour. */
    readonly invitationsPerOrganization?: Rate;
    /** Mails to one address; by default 5 in an hour. */
    readonly mailsPerRecipient?: Rate;
    /** Organizations made by one person; by default 5 in an hour. */
    readonly organizationsPerPerson?: Rate;
    /** By default 65536. */
    readonly bodyBytes?: number;
    /** Milliseconds for a whole request; by default 10000. */
    readonly deadlineMs?: number;
    /** Verified tokens that are remembered; by default 10000. */
    readonly cachedTokens?: number;
    /** Seconds that a **read** may rely on what it knows of roles; changes never do. By default 5. */
    readonly readCacheSeconds?: number;
  };
  /** Counts uses. In memory by default; several processes need a shared one. */
  readonly rateLimiter?: RateLimiter;
  /** One change of administrators at a time in an organization. In memory by default; several processes need a shared one. */
  readonly organizationLock?: OrganizationLock;
  /** Shares the token for the Management API between processes. By default each gets its own. */
  readonly managementTokens?: ManagementTokenStore;
  readonly hooks?: Hooks;
  /** Hears every change, done or refused. By default JSON lines on `console.log`. */
  readonly onAudit?: (record: AuditRecord) => void | Promise<void>;
  /** Hears every failure. By default JSON lines on `console.error`. */
  readonly log?: Log;
  /** Reaches Logto: keys, tokens and the Management API. By default the global `fetch`. */
  readonly fetch?: Fetch;
}
