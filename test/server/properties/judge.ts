import * as v from 'valibot';
import { errorStatus, type ErrorCode } from '../../../src/contract/errors.js';
import type { Tenant } from '../../../src/sandbox/index.js';
import type { Answer } from '../support/backend.js';
import { Holdings, type Holder } from './holdings.js';
import type { Attempt } from './steps.js';
import { strictly } from '../../../src/cli/doctor/strictly.js';
import { OPERATOR, type World } from './world.js';

/** Something that must never happen. */
export class Violation extends Error {
  override readonly name = 'Violation';
}

const hold = (rule: string, isKept: boolean, evidence?: unknown): void => {
  if (!isKept) throw new Violation(`${rule}: ${JSON.stringify(evidence)}`);
};

/** What there was before and after, and what everybody held. */
export interface Moment {
  readonly state: string;
  /** The rows of each organization. */
  readonly rows: ReadonlyMap<string, string>;
  readonly holdings: Holdings;
}

export const momentOf = ({ sandbox }: World): Moment => ({
  state: JSON.stringify(sandbox.tenant.snapshot()),
  rows: rowsByOrganization(sandbox.tenant),
  holdings: new Holdings(sandbox.tenant),
});

const rowsByOrganization = ({ tables }: Tenant): Map<string, string> => {
  const rows = new Map<string, string>();
  const add = (id: string, row: object): void =>
    void rows.set(id, (rows.get(id) ?? '') + JSON.stringify(row));
  for (const row of tables.organizations.all()) add(row.id, row);
  const related = [
    tables.organizationUsers,
    tables.organizationRoleUsers,
    tables.organizationApplications,
    tables.organizationRoleApplications,
    tables.invitations,
  ];
  for (const table of related) for (const row of table.all()) add(row.organizationId, row);
  return rows;
};

export interface Outcome {
  readonly attempt: Attempt;
  readonly answer: Answer;
}

/** Told here once more, and not read from the backend's own table: a mistake there must be seen. */
const NEEDED: Readonly<Record<string, readonly string[]>> = {
  replaceMemberRoles: ['manage:member'],
  grantRoles: ['manage:member'],
  removeMember: ['delete:member'],
  listInvitations: ['invite:member', 'manage:member'],
  invite: ['invite:member'],
  resendInvitation: ['invite:member'],
  renewInvitation: ['invite:member'],
  removeInvitation: ['invite:member', 'manage:member'],
  updateOrganization: ['manage:organization'],
  deleteOrganization: ['delete:organization'],
  addBot: ['manage:member'],
  replaceBotRoles: ['manage:member'],
  removeBot: ['manage:member'],
};

const RECEIVING = new Set(['getMyInvitation', 'acceptInvitation', 'declineInvitation']);

const succeeded = ({ answer }: Outcome): boolean => answer.status < 300;
const isOperating = ({ actor, tokenFor }: Attempt): boolean => actor === OPERATOR && tokenFor === undefined;
const isWithin = (keys: Iterable<string>, held: ReadonlySet<string>): boolean =>
  [...keys].every((key) => held.has(key));

/** Holds every property over a step, or over steps that went on at once. */
export class Judge {
  readonly #world: World;
  /** What the inviter held when the invitation was made: whoever accepts gains no more. */
  readonly #invited = new Map<
    string,
    { readonly held: ReadonlySet<string>; readonly organizationId: string }
  >();

  constructor(world: World) {
    this.#world = world;
    const holdings = new Holdings(world.sandbox.tenant);
    for (const { id, organizationId } of world.sandbox.tenant.tables.invitations.all()) {
      const held = holdings.keysOf(this.#rolesOfInvitation(id));
      this.#invited.set(id, { held, organizationId });
    }
  }

  judge(outcomes: readonly Outcome[], before: Moment, after: Moment): void {
    for (const outcome of outcomes) {
      this.#answer(outcome);
      this.#membership(outcome, before, after);
      this.#permission(outcome, before, after);
      this.#audit(outcome);
    }
    this.#state(outcomes, before, after);
    this.#elsewhere(outcomes, before, after);
    this.#newInvitations(outcomes, before, after);
    this.#administrators(outcomes, before, after);
    this.#gains(outcomes, before, after);
    this.#losses(outcomes, before, after);
  }

  /** Nothing outside the contract leaves, and nothing that was planted. */
  #answer({ attempt: { route, actor, params }, answer }: Outcome): void {
    const { status, body, text, headers } = answer;
    const what = { operation: route.operation, actor, params, status, text };
    hold('no secret leaves', this.#world.secrets.in(answer) === undefined, {
      ...what,
      secret: this.#world.secrets.in(answer),
    });
    if (status < 300) {
      hold('the status is the announced one', status === route.status, what);
      const isExact = route.output ? v.is(strictly(route.output), body) : text === '';
      hold('no field outside the contract leaves', isExact, what);
      return;
    }
    const { code, message, requestId, details, ...more } = body as Readonly<Record<string, unknown>>;
    hold('an error has the contract’s form', Object.keys(more).length === 0, what);
    hold('an error has a code of the list', errorStatus[code as ErrorCode] === status, what);
    hold('nothing breaks inside', code !== 'internal' && code !== 'unavailable', what);
    hold('the request id is told', requestId === headers.get('x-request-id'), what);
    const isAlike = message === 'Not found.' && details === undefined;
    hold('what is unknown and what is foreign are alike', status !== 404 || isAlike, what);
  }

  /** Strangers to an organization learn nothing and change nothing in it. */
  #membership({ attempt, answer }: Outcome, before: Moment, after: Moment): void {
    const { actor, params, route } = attempt;
    const { organizationId } = params;
    if (organizationId === undefined || isOperating(attempt)) return;
    const isMember =
      before.holdings.of(organizationId, actor) ?? after.holdings.of(organizationId, actor) ?? false;
    const isTold = isMember !== false && attempt.tokenFor === organizationId;
    const quiet = [400, 401, 404, 429].includes(answer.status);
    hold('strangers get 404', isTold || quiet, { operation: route.operation, actor, params, answer });
    const owner = this.#invited.get(params.invitationId ?? '')?.organizationId;
    const isOwn = owner === undefined || owner === organizationId;
    hold('an invitation of another organization is none', isOwn || quiet || answer.status === 403, {
      operation: route.operation,
      params,
      answer,
    });
  }

  /** Who succeeded held what the operation needs, at that moment, whatever the token says. */
  #permission(outcome: Outcome, before: Moment, after: Moment): void {
    const { attempt, answer } = outcome;
    const { actor, params, route } = attempt;
    const { organizationId = '' } = params;
    const held = [before, after].flatMap(({ holdings }) => holdings.of(organizationId, actor) ?? []);
    if (route.operation === 'listMembers' && succeeded(outcome) && !isOperating(attempt)) {
      const sees = held.some(({ names }) => names.has('read:member'));
      hold('addresses need read:member', sees || !answer.text.includes('"email"'), { actor, answer });
    }
    if (route.operation === 'listDirectory' && succeeded(outcome)) {
      hold('the directory is for operators', actor === OPERATOR, { actor });
    }
    if (RECEIVING.has(route.operation) && succeeded(outcome)) {
      hold('an invitation is its invitee’s', this.#isInvitee(actor, params.invitationId), { actor, params });
    }
    const needed = NEEDED[route.operation];
    if (!needed || !succeeded(outcome) || isOperating(attempt)) return;
    const isHeld = held.some(({ names }) => needed.some((name) => names.has(name)));
    hold('a success needs the live permission', isHeld, { operation: route.operation, actor, params });
  }

  #isInvitee(userId: string, invitationId = ''): boolean {
    const { users, invitations } = this.#world.sandbox.tenant.tables;
    const address = users.get(userId)?.primaryEmail?.toLowerCase();
    return address !== undefined && address === invitations.get(invitationId)?.invitee.toLowerCase();
  }

  /** Every change, done or refused, is on the record once its actor is known. */
  #audit({ attempt: { actor, route }, answer: { status, headers } }: Outcome): void {
    if (!route.changes || status === 401) return;
    const requestId = headers.get('x-request-id');
    const found = this.#world.backend.audit.filter((record) => record.requestId === requestId);
    const expected = status < 300 ? 'done' : 'refused';
    // Ids are checked before the token is read: without a person there is nobody to name.
    if (found.length === 0 && status === 404) return;
    const isRecorded =
      found.length === 1 && found[0]?.outcome === expected && found[0].actor.userId === actor;
    hold('every change is audited', isRecorded, { operation: route.operation, actor, status, found });
  }

  /** Reads and refusals leave everything as it was. */
  #state(outcomes: readonly Outcome[], before: Moment, after: Moment): void {
    const isStill = outcomes.every((outcome) => !outcome.attempt.route.changes || !succeeded(outcome));
    const what = outcomes.map(({ attempt: { route, actor, params, body }, answer }) => ({
      operation: route.operation,
      actor,
      params,
      body,
      status: answer.status,
    }));
    hold('reads and refusals change nothing', !isStill || before.state === after.state, what);
  }

  /** Whatever happens, it happens in the organization that it was asked for. */
  #elsewhere(outcomes: readonly Outcome[], before: Moment, after: Moment): void {
    const { invitations } = this.#world.sandbox.tenant.tables;
    const meant = outcomes.map(
      ({ attempt: { params } }) =>
        params.organizationId ?? invitations.get(params.invitationId ?? '')?.organizationId,
    );
    for (const [organizationId, rows] of before.rows) {
      if (meant.includes(organizationId)) continue;
      const isSame = rows === after.rows.get(organizationId);
      hold('nothing happens in another organization', isSame, { organizationId, meant });
    }
  }

  #newInvitations(outcomes: readonly Outcome[], before: Moment, after: Moment): void {
    for (const { id, organizationId, inviterId } of this.#world.sandbox.tenant.tables.invitations.all()) {
      if (this.#invited.has(id)) continue;
      const keys = after.holdings.keysOf(this.#rolesOfInvitation(id));
      const inviters = outcomes.filter(({ attempt }) => attempt.actor === inviterId);
      hold('an invitation names who made it', inviters.length > 0, { id, inviterId });
      const held = this.#heldBy(inviters, organizationId, [before, after]);
      hold('nobody invites to more than they hold', isWithin(keys, held), { id, inviterId, keys: [...keys] });
      this.#invited.set(id, { held, organizationId });
    }
  }

  /** What the actors of these outcomes hold in an organization, together; an operator is bound by no role. */
  #heldBy(outcomes: readonly Outcome[], organizationId: string, moments: readonly Moment[]): Set<string> {
    return new Set(
      outcomes.flatMap(({ attempt }) =>
        moments.flatMap(({ holdings }) =>
          isOperating(attempt)
            ? [...holdings.everything]
            : [...(holdings.of(organizationId, attempt.actor)?.keys ?? [])],
        ),
      ),
    );
  }

  #administrators(outcomes: readonly Outcome[], before: Moment, after: Moment): void {
    for (const organizationId of before.holdings.organizationIds) {
      if (!after.holdings.organizationIds.has(organizationId)) {
        const isMeant = outcomes.some(
          (outcome) =>
            succeeded(outcome) &&
            outcome.attempt.route.operation === 'deleteOrganization' &&
            outcome.attempt.params.organizationId === organizationId,
        );
        hold('an organization goes only when it is deleted', isMeant, { organizationId });
        continue;
      }
      const had = before.holdings.administratorsOf(organizationId);
      const has = after.holdings.administratorsOf(organizationId);
      hold('an administrator stays', had.length === 0 || has.length > 0, { organizationId, had });
    }
  }

  /** Nobody comes to hold what the actor did not hold. */
  #gains(outcomes: readonly Outcome[], before: Moment, after: Moment): void {
    for (const holder of after.holdings.holders.values()) {
      const { organizationId, id } = holder;
      const gained = difference(holder, before.holdings.of(organizationId, id));
      if (gained.length === 0) continue;
      const allowed = new Set([
        ...this.#heldBy(outcomes, organizationId, [before]),
        ...this.#invitedTo(outcomes, organizationId, before),
        ...(before.holdings.organizationIds.has(organizationId) ? [] : this.#creators(outcomes, id, after)),
      ]);
      hold('nobody gains what the actor lacked', isWithin(gained, allowed), { organizationId, id, gained });
    }
  }

  /** Nobody loses what the actor did not hold; what one holds oneself may be given up. */
  #losses(outcomes: readonly Outcome[], before: Moment, after: Moment): void {
    for (const holder of before.holdings.holders.values()) {
      const { organizationId, id } = holder;
      if (!after.holdings.organizationIds.has(organizationId)) continue;
      if (outcomes.some(({ attempt }) => attempt.actor === id)) continue;
      const lost = difference(holder, after.holdings.of(organizationId, id));
      const isGone = after.holdings.of(organizationId, id) === undefined;
      if (lost.length === 0 && !isGone) continue;
      const held = this.#heldBy(outcomes, organizationId, [before, after]);
      hold('nobody acts on the stronger', isWithin(holder.keys, held), { organizationId, id, lost });
    }
  }

  #invitedTo(outcomes: readonly Outcome[], organizationId: string, before: Moment): string[] {
    const { invitations } = this.#world.sandbox.tenant.tables;
    return outcomes
      .filter((outcome) => succeeded(outcome) && outcome.attempt.route.operation === 'acceptInvitation')
      .map(({ attempt }) => invitations.get(attempt.params.invitationId ?? ''))
      .filter((invitation) => invitation?.organizationId === organizationId)
      .flatMap((invitation) => [...before.holdings.keysOf(this.#rolesOfInvitation(invitation?.id ?? ''))])
      .filter((key) =>
        outcomes.some(({ attempt }) => this.#invited.get(attempt.params.invitationId ?? '')?.held.has(key)),
      );
  }

  #creators(outcomes: readonly Outcome[], userId: string, after: Moment): Iterable<string> {
    const isCreator = outcomes.some(
      (outcome) =>
        succeeded(outcome) &&
        outcome.attempt.route.operation === 'createOrganization' &&
        outcome.attempt.actor === userId,
    );
    return isCreator ? after.holdings.keysOf([this.#world.creatorRole]) : [];
  }

  #rolesOfInvitation(id: string): string[] {
    return this.#world.sandbox.tenant.tables.invitationRoles
      .all()
      .filter(({ organizationInvitationId }) => organizationInvitationId === id)
      .map(({ organizationRoleId }) => organizationRoleId);
  }
}

const difference = (holder: Holder, other: Holder | undefined): string[] =>
  [...holder.keys].filter((key) => !other?.keys.has(key));
