import { randomBytes } from 'node:crypto';
import type { Role } from '../../contract/role.js';
import type { PermissionKey } from '../../server/index.js';
import type { Backend } from './backend.js';
import { NotCheckable } from './check.js';
import { Makings } from './left-behind.js';
import type { DoctorLogto, TokenTarget } from './logto.js';

/** Accounts that the doctor makes. What each is in the doctor's organization, once it is made: */
export const PEOPLE = {
  owner: 'made it, and has the roles of who makes one',
  manager: 'manages members and holds less than the owner',
  member: 'has a role that does not manage members',
  guest: 'is a member without a role',
  leaver: 'is removed on the way',
  outsider: 'is in another organization of the doctor, and no member',
  invitee: 'is invited and has not answered',
} as const;
export type PersonName = keyof typeof PEOPLE;

export interface Person {
  readonly userId: string;
  readonly email: string;
}

/** What checks make for those after them. */
export interface Facts {
  organization: { readonly id: string; readonly name: string };
  /** The outsider's. */
  foreign: { readonly id: string; readonly name: string };
  /** Roles for people, as the owner sees them. */
  roles: readonly Role[];
  /** Roles of who makes an organization. */
  ownerRoles: readonly string[];
  /** Manages members, and gives less than the owner holds. */
  middleRole: Role;
  /** Does not manage members. */
  weakRole: Role;
  /** Whether the manager, the member, the guest and the leaver are in. */
  joined: true;
  /** Of the member, from when the member held the owner's roles. */
  oldToken: string;
  /** To the invitee, pending. */
  invitation: string;
  revokedInvitation: string;
  /** Whether the doctor's organization was deleted without its name. */
  deletedUnnamed: true;
  /** In the foreign organization, pending. */
  foreignInvitation: string;
  /** In the doctor's organization, with the owner's roles, and a life of seconds. */
  expiredInvitation: { readonly id: string; readonly expiresAt: number };
}

const WORDS: Readonly<Record<keyof Facts, string>> = {
  organization: 'an organization of the doctor',
  foreign: 'a second organization of the doctor',
  roles: 'the list of roles',
  ownerRoles: 'the roles of who makes an organization',
  middleRole: 'a role that manages members and gives less than the owner holds (--make-roles makes one)',
  weakRole: 'a role that does not manage members',
  joined: 'members in the organization of the doctor',
  oldToken: 'a token that is older than the permissions',
  invitation: 'a pending invitation',
  revokedInvitation: 'a revoked invitation',
  deletedUnnamed: 'a deletion',
  foreignInvitation: 'an invitation of another organization',
  expiredInvitation: 'an expired invitation',
};

export interface StageOptions {
  readonly resource: string;
  /** Of the Management API: an audience that is not the backend's. */
  readonly otherResource: string;
  readonly permissions: Readonly<Record<PermissionKey, string>>;
  /** May add a role to the tenant's template for the time of the run. */
  readonly makeRoles: boolean;
  /** Logto is the sandbox, which gives expired tokens. */
  readonly isSandbox: boolean;
  /** Domain of the accounts' addresses, when mails may be sent to them. */
  readonly mailDomain: string | undefined;
  /** Of a page that the backend serves. */
  readonly origin: string | undefined;
  readonly expiredToken: string | undefined;
  readonly operatorToken: string | undefined;
}

/** Nobody gets mail at such an address. */
const NO_MAIL_DOMAIN = 'orgkit-doctor.invalid';

/** What all checks share: the backend, Logto, the doctor's own accounts, and what was made so far. */
export class Stage {
  readonly backend: Backend;
  readonly logto: DoctorLogto;
  readonly options: StageOptions;
  readonly makings: Makings;
  /** In every name that this run gives. */
  readonly name: string;
  readonly #run = randomBytes(4).toString('hex');
  readonly #people = new Map<PersonName, Person>();
  readonly #facts: Partial<Facts> = {};
  readonly #tokens = new Map<string, string>();
  #scopes: readonly string[] = [];

  constructor(backend: Backend, logto: DoctorLogto, options: StageOptions) {
    this.backend = backend;
    this.logto = logto;
    this.options = options;
    this.name = `Orgkit doctor ${this.#run}`;
    this.makings = new Makings(logto, this.name);
  }

  /** Makes the accounts, and, where it may, the role that some checks need. */
  async prepare(): Promise<void> {
    const permissions = await this.logto.permissions();
    this.#scopes = permissions.map(({ name }) => name);
    for (const name of Object.keys(PEOPLE) as PersonName[]) {
      const email = this.address(name);
      const userId = await this.logto.createUser(email, `${this.name} ${name}`);
      this.makings.note('account', userId, email);
      this.#people.set(name, { userId, email });
    }
    // Where no token comes, nothing can be checked: better to hear it now.
    await this.personToken('owner');
    if (!this.options.makeRoles) return;
    const { readMember, inviteMember, manageMember, deleteMember } = this.options.permissions;
    const wanted = [readMember, inviteMember, manageMember, deleteMember];
    const ids = permissions.filter(({ name }) => wanted.includes(name)).map(({ id }) => id);
    const name = `orgkit-doctor-${this.#run}`;
    this.makings.note('role', await this.logto.createRole(name, ids), name);
  }

  /** An address of this run. */
  address(name: string): string {
    return `orgkit-doctor-${this.#run}-${name}@${this.options.mailDomain ?? NO_MAIL_DOMAIN}`;
  }

  person(name: PersonName): Person {
    const person = this.#people.get(name);
    if (!person) throw new TypeError(`${name} was not made`);
    return person;
  }

  set<Name extends keyof Facts>(name: Name, value: Facts[Name]): void {
    this.#facts[name] = value;
  }

  /** `undefined` when it was not made. */
  find<Name extends keyof Facts>(name: Name): Partial<Facts>[Name] {
    return this.#facts[name];
  }

  /** @throws NotCheckable when it was not made */
  need<Name extends keyof Facts>(name: Name): NonNullable<Partial<Facts>[Name]> {
    const value = this.#facts[name];
    if (value !== undefined) return value;
    throw new NotCheckable(`it needs ${WORDS[name]}, which there is not`);
  }

  /** Parameters of a path in the doctor's organization. */
  inside(more: Readonly<Record<string, string>> = {}): Record<string, string> {
    return { organizationId: this.need('organization').id, ...more };
  }

  /** The person's own token, for the API resource. */
  personToken(name: PersonName): Promise<string> {
    return this.#token(name, { resource: this.options.resource });
  }

  /** The person's token for an organization; for the doctor's own by default. */
  organizationToken(name: PersonName, organizationId = this.need('organization').id): Promise<string> {
    return this.#token(name, { organizationId });
  }

  /** A new token, whatever there was before: after a change of roles, or for another target. */
  async freshToken(name: PersonName, target: Omit<TokenTarget, 'scopes'>): Promise<string> {
    const { userId } = this.person(name);
    return this.logto.tokenOf(userId, { ...target, scopes: this.#scopes });
  }

  /** After a change of roles: tokens of before say something else than what holds. */
  forgetTokens(name: PersonName): void {
    for (const key of this.#tokens.keys()) if (key.startsWith(`${name} `)) this.#tokens.delete(key);
  }

  async #token(name: PersonName, target: Omit<TokenTarget, 'scopes'>): Promise<string> {
    const key = `${name} ${target.organizationId ?? ''} ${target.resource ?? ''}`;
    const token = this.#tokens.get(key) ?? (await this.freshToken(name, target));
    this.#tokens.set(key, token);
    return token;
  }
}
