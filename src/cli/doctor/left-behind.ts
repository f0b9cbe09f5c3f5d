import type { DoctorLogto } from './logto.js';

interface Made {
  readonly kind: 'organization' | 'account' | 'role';
  readonly id: string;
  readonly name: string;
}

/** What a cleanup took away, and what it could not. */
export interface Cleanup {
  readonly removed: readonly Made[];
  readonly left: readonly Made[];
}

/** Everything that a run has made, so that it can be taken away again however the run ends. */
export class Makings {
  readonly #made: Made[] = [];
  readonly #logto: DoctorLogto;
  readonly #prefix: string;

  /** @param prefix of the names of all organizations of this run, and of no others */
  constructor(logto: DoctorLogto, prefix: string) {
    this.#logto = logto;
    this.#prefix = prefix;
  }

  note(kind: Made['kind'], id: string, name: string): void {
    this.#made.push({ kind, id, name });
  }

  /**
   * Takes all of it away through the Management API, the latest first: also what the backend made and did not tell,
   * because it broke off. Only organizations of this run's own accounts with this run's names are looked for.
   */
  async cleanUp(): Promise<Cleanup> {
    await this.#findOrganizations();
    const removed: Made[] = [];
    const left: Made[] = [];
    for (const kind of ['organization', 'account', 'role'] as const) {
      for (const made of this.#made.filter((candidate) => candidate.kind === kind)) {
        await this.#remove(made).then(
          () => removed.push(made),
          () => left.push(made),
        );
      }
    }
    return { removed, left };
  }

  #remove({ kind, id }: Made): Promise<void> {
    if (kind === 'organization') return this.#logto.deleteOrganization(id);
    return kind === 'account' ? this.#logto.deleteUser(id) : this.#logto.deleteRole(id);
  }

  async #findOrganizations(): Promise<void> {
    const known = new Set(this.#made.map(({ id }) => id));
    for (const { id: userId } of this.#made.filter(({ kind }) => kind === 'account')) {
      // Without an answer what is known has to do; what cannot be removed is named in the end.
      const organizations = await this.#logto.organizationsOf(userId).catch(() => []);
      for (const { id, name } of organizations) {
        if (known.has(id) || !name.startsWith(this.#prefix)) continue;
        known.add(id);
        this.note('organization', id, name);
      }
    }
  }
}
