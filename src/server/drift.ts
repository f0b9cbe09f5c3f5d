import type { Actor } from './actor.js';
import type { Settings } from './settings.js';

/**
 * How the actor's live permissions differ from the token's: `gained`, `lost`, `both`, or `undefined` when they agree.
 * A token of another kind than the permissions says nothing about them, and never drifts.
 */
export const permissionDrift = (
  { permissionSource }: Settings,
  { identity, template, roles, isOperator }: Actor,
): 'gained' | 'lost' | 'both' | undefined => {
  if (isOperator || identity.kind !== permissionSource) return undefined;
  const live = template.names(roles);
  const gained = [...live].some((name) => !identity.scopes.has(name));
  // Scopes that the template does not know come from elsewhere: from a global role.
  const lost = [...identity.scopes].some(
    (name) => !live.has(name) && template.gives([...template.roles.values()], name),
  );
  if (gained && lost) return 'both';
  if (gained) return 'gained';
  return lost ? 'lost' : undefined;
};
