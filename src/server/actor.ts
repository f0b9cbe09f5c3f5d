import type { Identity } from './identity.js';
import type { LogtoRoleReference } from './management-types.js';
import type { PermissionKey } from './permissions.js';
import type { Settings } from './settings.js';
import type { Template, TemplateRole } from './template.js';

/** Somebody who acts in an organization, with what they hold there right now. */
export interface Actor {
  readonly identity: Identity;
  readonly organizationId: string;
  /** Acts with the global operator scope and need not be a member. */
  readonly isOperator: boolean;
  readonly roles: readonly TemplateRole[];
  /** Keys of all that the actor's roles give: an actor gives, takes and acts on no more than this. */
  readonly holdings: ReadonlySet<string>;
  readonly template: Template;
  /** Whether the actor has the permission, live, and in the token where the token's word is needed. */
  may(permission: PermissionKey): boolean;
}

/** @param settings names of the permissions, and whose tokens are trusted */
export const memberActor = (
  settings: Settings,
  identity: Identity,
  organizationId: string,
  template: Template,
  references: readonly LogtoRoleReference[],
): Actor => {
  const roles = template.rolesOf(references);
  // An application that the host did not name may hold a person's token with less than the person's permissions.
  const tokenDecides = settings.clientIds === undefined;
  return {
    identity,
    organizationId,
    isOperator: false,
    roles,
    holdings: template.holdings(roles),
    template,
    may: (permission) => {
      const name = settings.permissions[permission];
      return template.gives(roles, name) && (!tokenDecides || identity.scopes.has(name));
    },
  };
};

/** Everything that the template knows: an operator is bound by no role. */
export const operatorActor = (identity: Identity, organizationId: string, template: Template): Actor => {
  const roles = [...template.roles.values()];
  return {
    identity,
    organizationId,
    isOperator: true,
    roles: [],
    holdings: template.holdings(roles),
    template,
    may: () => true,
  };
};
