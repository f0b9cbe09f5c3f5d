import type { Me } from '../contract/me.js';
import type { Actor } from './actor.js';
import type { Settings } from './settings.js';

type Drift = Me['drift'];

/**
 * How the actor's live permissions differ from the token's, by name. A token of another kind than the permissions says
 * nothing about them, and never drifts.
 */
export const permissionDrift = (
  { permissionSource }: Settings,
  { identity, template, roles, isOperator }: Actor,
): Drift => {
  if (isOperator || identity.kind !== permissionSource) return { gained: [], lost: [] };
  const live = template.names(roles);
  return {
    gained: [...live].filter((name) => !identity.scopes.has(name)),
    // Scopes that the template does not know come from elsewhere: from a global role.
    lost: [...identity.scopes].filter(
      (name) => !live.has(name) && template.gives([...template.roles.values()], name),
    ),
  };
};

/** The same in one word, for the header of every answer; `undefined` when they agree. */
export const driftWord = ({ gained, lost }: Drift): 'gained' | 'lost' | 'both' | undefined => {
  if (gained.length > 0 && lost.length > 0) return 'both';
  if (gained.length > 0) return 'gained';
  return lost.length > 0 ? 'lost' : undefined;
};
