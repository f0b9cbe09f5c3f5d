import { Accounts } from './accounts.js';
import { Journal } from './database/journal.js';
import { OneTimeTokens } from './one-time-tokens.js';
import { Outbox } from './outbox.js';
import { Permissions } from './permissions.js';
import type { Application } from './rows.js';
import { SubjectTokens } from './subject-tokens.js';
import { createTables, type Tables } from './tables.js';

export interface TenantSettings {
  /** The mail connector: `working` by default, `failing` refuses every mail, `none` is not configured. */
  connector: 'working' | 'failing' | 'none';
}

export interface TenantOptions {
  /** Clock in epoch milliseconds; a test may bring its own. */
  readonly now?: () => number;
  readonly settings?: Partial<TenantSettings>;
}

/** A tenant as plain JSON. */
export interface TenantSnapshot {
  readonly version: 1;
  readonly settings: TenantSettings;
  readonly tables: Readonly<Record<string, readonly unknown[]>>;
}

/**
 * The data of one Logto tenant, in memory, with the rules that Logto's database has. Whatever the sandbox does
 * (Management API, sign-in, tokens, mails) reads and writes here. Runs anywhere.
 */
export class Tenant {
  readonly id = 'default';
  readonly now: () => number;
  readonly settings: TenantSettings;
  readonly tables: Tables;
  readonly accounts: Accounts = new Accounts(this);
  readonly permissions: Permissions = new Permissions(this);
  readonly oneTimeTokens: OneTimeTokens = new OneTimeTokens(this);
  readonly subjectTokens: SubjectTokens = new SubjectTokens(this);
  readonly outbox: Outbox = new Outbox(this);
  readonly #journal: Journal;
  readonly #listeners = new Set<() => void>();

  constructor({ now = Date.now, settings }: TenantOptions = {}) {
    this.now = now;
    this.settings = { connector: 'working', ...settings };
    this.#journal = new Journal(() => {
      for (const listener of this.#listeners) listener();
    });
    this.tables = createTables(this.#journal);
  }

  /** Runs `work`: all of its writes happen, or, when it throws, none. */
  transaction<Result>(work: () => Result): Result {
    return this.#journal.transaction(work);
  }

  /** Calls `listener` after each committed change; returns how to stop. */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  application(applicationId: string): Application | undefined {
    return this.tables.applications.get(applicationId);
  }

  /** The application, when the secret is its own. */
  authenticateApplication(applicationId: string, secret: string): Application | undefined {
    const application = this.application(applicationId);
    const isConfidential = application?.type !== 'SPA' && application?.type !== 'Native';
    return isConfidential && application?.secret === secret ? application : undefined;
  }

  snapshot(): TenantSnapshot {
    const tables = Object.entries(this.tables).map(([name, table]) => [name, table.all()] as const);
    return {
      version: 1,
      settings: { ...this.settings },
      tables: Object.fromEntries<readonly unknown[]>(tables),
    };
  }

  /**
   * Fills an empty tenant from a snapshot. The rules of the tables are checked, so a damaged snapshot throws,
   * and then nothing was restored.
   */
  restore(snapshot: TenantSnapshot): void {
    if (snapshot.version !== 1) throw new TypeError(`snapshot: version 1 expected`);
    this.transaction(() => {
      for (const [name, table] of Object.entries(this.tables)) {
        const rows = snapshot.tables[name];
        if (!Array.isArray(rows)) throw new TypeError(`snapshot: table ${name} expected`);
        // What kind of row a table holds is lost in the loop; the rules of the table refuse a wrong one.
        (table as { insertMany(rows: readonly unknown[]): void }).insertMany(rows);
      }
    });
    Object.assign(this.settings, snapshot.settings);
  }
}
