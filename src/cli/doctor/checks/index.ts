import type { CheckGroup } from '../check.js';
import type { Stage } from '../stage.js';
import { administrators } from './administrators.js';
import { answers } from './answers.js';
import { bots } from './bots.js';
import { closing } from './closing.js';
import { crossOrigin } from './cross-origin.js';
import { escalation } from './escalation.js';
import { foreign } from './foreign.js';
import { ground } from './ground.js';
import { input } from './input.js';
import { sentInvitations } from './invitations.js';
import { members } from './members.js';
import { permissions } from './permissions.js';
import { profile } from './profile.js';
import { receivedInvitations } from './received.js';
import { service } from './service.js';
import { tokens } from './tokens.js';

/** In an order in which each finds what it needs: what is taken away on the way is needed no more. */
const backendChecks: readonly CheckGroup<Stage>[] = [
  service,
  ground,
  tokens,
  permissions,
  escalation,
  foreign,
  members,
  profile,
  sentInvitations,
  receivedInvitations,
  bots,
  input,
  crossOrigin,
  administrators,
  closing,
  answers,
];

const areaOf = (id: string): string => id.split('/')[0] ?? id;

/** What can be checked alone. */
export const areas: readonly string[] = [
  ...new Set(backendChecks.flatMap(({ checks }) => checks.map(({ id }) => areaOf(id)))),
];

/** All checks, or those of some areas with what they build on; answers are held against the contract anyway. */
export const checksOf = (only: readonly string[] | undefined): readonly CheckGroup<Stage>[] => {
  if (!only) return backendChecks;
  return backendChecks
    .map((group) =>
      group === ground || group === answers
        ? group
        : { ...group, checks: group.checks.filter(({ id }) => only.includes(areaOf(id))) },
    )
    .filter(({ checks }) => checks.length > 0);
};
