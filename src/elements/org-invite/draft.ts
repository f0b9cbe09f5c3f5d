import { normalizeAddress } from '../../contract/address.js';
import type { InviteStatus } from '../../contract/invitation.js';
import type { OrgErrorCode } from '../../org-error.js';

/** Why an address has not been invited: by the backend's word, or because a call failed. */
export type Problem = Exclude<InviteStatus, 'invited'> | OrgErrorCode;

/** What trying again doesn't change. */
const hopeless: readonly Problem[] = [
  'invalid',
  'duplicate',
  'already_member',
  'already_invited',
  'not_allowed',
];

export interface Recipient {
  readonly id: number;
  /** As it was typed. */
  readonly text: string;
  /** In lower case; absent when it is no address. */
  readonly email: string | undefined;
  /** Other roles than everybody's. */
  readonly roleIds?: ReadonlySet<string> | undefined;
  /** Of the last sending. */
  readonly problem?: Problem | undefined;
}

let ids = 0;

/** Who is to be invited to one organization. Kept until it is sent or thrown away. */
export class Draft {
  /** In the field, and no chip yet. */
  text = '';
  /** For everybody who has none of their own. */
  roleIds: ReadonlySet<string> | undefined;
  /** Found out about addresses that the first page of a long list does not tell. */
  readonly known = new Map<string, Problem>();
  /** Added, and not yet searched for there. */
  readonly unsearched: string[] = [];
  #recipients: readonly Recipient[] = [];

  get recipients(): readonly Recipient[] {
    return this.#recipients;
  }

  /** There is something that would be lost. */
  get isDirty(): boolean {
    return this.#recipients.length > 0 || this.text.trim() !== '';
  }

  add(texts: readonly string[]): void {
    const added = texts.map((text) => ({ id: ++ids, text, email: normalizeAddress(text) }));
    this.#recipients = [...this.#recipients, ...added];
    const emails = added.flatMap(({ email }) => email ?? []);
    for (const email of emails) this.known.delete(email);
    this.unsearched.push(...emails);
  }

  remove(isUnwanted: (recipient: Recipient) => boolean): void {
    this.#recipients = this.#recipients.filter((recipient) => !isUnwanted(recipient));
  }

  /** With other roles the backend may judge otherwise. */
  setRoles(id: number, roleIds: ReadonlySet<string> | undefined): void {
    this.#change(({ id: other }) => other === id, { roleIds, problem: undefined });
  }

  setRolesOfAll(roleIds: ReadonlySet<string>): void {
    this.roleIds = roleIds;
    this.#change((recipient) => recipient.problem === 'not_allowed' && !recipient.roleIds, {
      problem: undefined,
    });
  }

  fail(emails: readonly string[], problem: Problem | undefined): void {
    this.#change(({ email }) => email !== undefined && emails.includes(email), { problem });
  }

  /** What speaks against each, by id. `known` is what the page knows of addresses. */
  problems(known: (email: string) => Problem | undefined): ReadonlyMap<number, Problem> {
    const problems = new Map<number, Problem>();
    const seen = new Set<string>();
    for (const { id, email, problem } of this.#recipients) {
      const found =
        email === undefined ? 'invalid' : seen.has(email) ? 'duplicate' : (known(email) ?? problem);
      if (found) problems.set(id, found);
      if (email !== undefined) seen.add(email);
    }
    return problems;
  }

  #change(isMeant: (recipient: Recipient) => boolean, change: Partial<Recipient>): void {
    this.#recipients = this.#recipients.map((recipient) =>
      isMeant(recipient) ? { ...recipient, ...change } : recipient,
    );
  }
}

export const isHopeless = (problem: Problem | undefined): boolean =>
  problem !== undefined && hopeless.includes(problem);
