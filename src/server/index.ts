export { createOrgHandler } from './handler.js';
export type { Fetch, OrgHandlerOptions, Rate } from './options.js';
export type { AuditRecord } from './audit.js';
export type { HookCall, HookRefusal, Hooks } from './hooks.js';
export type { Log, LogEntry } from './log.js';
export type { PermissionKey } from './permissions.js';
export { MemoryOrganizationLock, type OrganizationLock } from './limits/organization-lock.js';
export { MemoryRateLimiter, type RateLimiter } from './limits/rate-limiter.js';
