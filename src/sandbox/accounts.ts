import { blankUser } from './blank-user.js';
import { generateId } from './ids.js';
import type { User } from './rows.js';
import { memberKey } from './tables.js';
import type { Tenant } from './tenant.js';

/** What a new account can be given. */
export type NewUser = Partial<Omit<User, 'createdAt' | 'updatedAt'>>;

/** The accounts of a tenant: how they are found, made, and taken into organizations without an invitation. */
export class Accounts {
  readonly #tenant: Tenant;

  constructor(tenant: Tenant) {
    this.#tenant = tenant;
  }

  get(userId: string): User | undefined {
    return this.#tenant.tables.users.get(userId);
  }

  /** By primary address, ignoring case: the way sign-in looks a person up. */
  findByEmail(email: string): User | undefined {
    return this.#tenant.tables.users.where('lowerEmail', email.toLowerCase())[0];
  }

  /** By username, ignoring case unless told otherwise. */
  findByUsername(username: string, { caseSensitive = false } = {}): User | undefined {
    const users = this.#tenant.tables.users.where('lowerUsername', username.toLowerCase());
    return caseSensitive ? users.find((user) => user.username === username) : users[0];
  }

  /** Makes an account, with the default global roles, and in no organization. */
  create(user: NewUser = {}): User {
    const { tables } = this.#tenant;
    const now = this.#tenant.now();
    return this.#tenant.transaction(() => {
      const created = tables.users.insert({
        id: generateId(12),
        ...blankUser(),
        ...user,
        createdAt: now,
        updatedAt: now,
      });
      const defaults = tables.roles.all().filter((role) => role.isDefault && role.type === 'User');
      tables.userRoles.insertMany(defaults.map((role) => ({ roleId: role.id, userId: created.id })));
      return created;
    });
  }

  /**
   * Makes an account as a person does who signs up at `applicationId`: it also joins every organization that
   * lists the address' domain, with that organization's default roles. Accounts made through the Management API
   * join nothing.
   */
  signUp(user: NewUser & { readonly primaryEmail: string }): User {
    return this.#tenant.transaction(() => {
      const created = this.create(user);
      const domain = user.primaryEmail.split('@')[1];
      const matches = domain ? this.#tenant.tables.jitEmailDomains.where('emailDomain', domain) : [];
      this.provision(
        created.id,
        matches.map(({ organizationId }) => organizationId),
      );
      return created;
    });
  }

  /** Takes an account into organizations with their default roles; unknown organizations are skipped. */
  provision(userId: string, organizationIds: readonly string[]): void {
    const { tables } = this.#tenant;
    const known = organizationIds.filter((id) => tables.organizations.has(id));
    this.#tenant.transaction(() => {
      tables.organizationUsers.insertMany(
        known.map((organizationId) => ({ organizationId, userId })),
        { ignoreExisting: true },
      );
      tables.organizationRoleUsers.insertMany(
        known.flatMap((organizationId) =>
          tables.jitRoles
            .where('organizationId', organizationId)
            .map(({ organizationRoleId }) => ({ organizationId, organizationRoleId, userId })),
        ),
        { ignoreExisting: true },
      );
    });
  }

  /** Changes columns and the time of the last change; `undefined` when there is no such account. */
  update(userId: string, changes: Partial<User>): User | undefined {
    return this.#tenant.tables.users.update(userId, { ...changes, updatedAt: this.#tenant.now() });
  }

  recordSignIn(userId: string): void {
    this.update(userId, { lastSignInAt: this.#tenant.now() });
  }

  /** "Is set up", not "was used at this sign-in": all that Logto checks for organizations that require MFA. */
  hasMfa(userId: string): boolean {
    return (this.get(userId)?.mfaVerifications.length ?? 0) > 0;
  }

  /** Sets up or takes away a factor, which a person would do in the account centre. */
  setMfa(userId: string, configured: boolean): void {
    const createdAt = new Date(this.#tenant.now()).toISOString();
    this.update(userId, {
      mfaVerifications: configured ? [{ id: generateId(), type: 'Totp', createdAt }] : [],
    });
  }

  isMember(userId: string, organizationId: string): boolean {
    return this.#tenant.tables.organizationUsers.has(memberKey(organizationId, userId));
  }
}
