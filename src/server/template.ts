import type { Management } from './management.js';
import type { Listed } from './management-answer.js';
import type { LogtoOrganizationRole, LogtoPermission } from './management-types.js';
import type { Settings } from './settings.js';

const PAGE_SIZE = 100;

/** A permission that a role gives. */
export interface Permission {
  /** Unlike its name, not shared by an organization permission and a resource's. */
  readonly key: string;
  readonly name: string;
  /** Name of the API resource; `null` for a permission of the organization. */
  readonly resource: string | null;
  readonly description: string | null;
}

export interface TemplateRole {
  readonly id: string;
  readonly name: string;
  readonly description: string | null;
  readonly type: 'User' | 'MachineToMachine';
  /** Everything it gives: what the subset rule compares. */
  readonly permissions: readonly Permission[];
}

/** Roles and permissions of the tenant's organization template, as they are now. */
export class Template {
  readonly roles: ReadonlyMap<string, TemplateRole>;
  /** Names of the permissions that count for the backend's own rules, of each role: asked for with every member. */
  readonly #names: ReadonlyMap<string, ReadonlySet<string>>;
  readonly #administrator: readonly string[];

  /** @param resourceKeys keys of the resource's scopes, where the permissions that count come from the resource */
  constructor(
    roles: readonly TemplateRole[],
    administrator: readonly string[],
    resourceKeys: ReadonlySet<string> | undefined,
  ) {
    const counts = ({ key, resource }: Permission): boolean =>
      resourceKeys ? resourceKeys.has(key) : resource === null;
    this.roles = new Map(roles.map((role) => [role.id, role]));
    this.#names = new Map(
      roles.map(({ id, permissions }) => [id, new Set(permissions.filter(counts).map(({ name }) => name))]),
    );
    this.#administrator = administrator;
  }

  /** The roles behind these ids, as far as they exist. */
  rolesOf(references: readonly { readonly id: string }[]): TemplateRole[] {
    return references.map(({ id }) => this.roles.get(id)).filter((role) => role !== undefined);
  }

  /** Keys of everything that these roles give together. */
  holdings(roles: readonly TemplateRole[]): ReadonlySet<string> {
    return new Set(roles.flatMap(({ permissions }) => permissions.map(({ key }) => key)));
  }

  /** Names of the permissions that count for the backend's own rules. */
  names(roles: readonly TemplateRole[]): ReadonlySet<string> {
    return new Set(roles.flatMap(({ id }) => [...(this.#names.get(id) ?? [])]));
  }

  /** Whether any of these roles gives the permission of that name, as `names` has them. */
  gives(roles: readonly TemplateRole[], name: string): boolean {
    return roles.some(({ id }) => this.#names.get(id)?.has(name));
  }

  /** Whether a holder of these roles administers the organization. */
  isAdministrator(roles: readonly TemplateRole[]): boolean {
    return this.#administrator.every((name) => this.gives(roles, name));
  }

  /** Roles that give the first of the permissions that make an administrator: every administrator holds one. */
  rolesOfAdministrators(): TemplateRole[] {
    const [first = ''] = this.#administrator;
    return [...this.roles.values()].filter((role) => role.type === 'User' && this.gives([role], first));
  }
}

const organizationKey = (id: string): string => `organization:${id}`;
const resourceKey = (id: string): string => `resource:${id}`;

/** Reads the template, and remembers it for reads. */
export class TemplateSource {
  readonly #settings: Settings;
  #known: { readonly template: Template; readonly at: number } | undefined;
  #reading: Promise<Template> | undefined;
  #details: { readonly value: Promise<Details>; readonly at: number } | undefined;

  constructor(settings: Settings) {
    this.#settings = settings;
  }

  /** As it is now: what every change is judged by. */
  async fresh(logto: Management): Promise<Template> {
    const at = Date.now();
    const [first, details] = await Promise.all([
      logto.organizationRoles({ page: 1, pageSize: PAGE_SIZE }),
      this.#readDetails(logto),
    ]);
    const roles = await allPages(first, logto);
    const template = new Template(
      roles.map((role) => toRole(role, details)),
      this.#settings.administrator,
      details.resourceKeys,
    );
    this.#known = { template, at };
    return template;
  }

  /** As it was some seconds ago at most: enough to show something. */
  async recent(logto: Management): Promise<Template> {
    const age = Date.now() - (this.#known?.at ?? 0);
    if (this.#known && age < this.#settings.limits.readCacheSeconds * 1000) return this.#known.template;
    // One read for all who need it now. It ends with the request that began it: then each reads for itself.
    this.#reading ??= this.fresh(logto).finally(() => (this.#reading = undefined));
    return this.#reading.catch(() => this.fresh(logto));
  }

  /** Texts, and the ids of the resource's scopes: they say nothing about who may do what. */
  async #readDetails(logto: Management): Promise<Details> {
    if (this.#details && Date.now() - this.#details.at < DETAILS_MS) {
      return this.#details.value.catch(() => this.#readDetails(logto));
    }
    const { permissionSource, logto: connection } = this.#settings;
    const value = Promise.all([
      logto.organizationPermissions(),
      permissionSource === 'resource' ? logto.resources() : undefined,
    ]).then(([permissions, resources]) => {
      const scopes = resources?.find(({ indicator }) => indicator === connection.resource)?.scopes ?? [];
      return {
        permissions: new Map(permissions.map((permission) => [permission.id, permission])),
        resourceKeys: resources && new Set(scopes.map(({ id }) => resourceKey(id))),
      };
    });
    this.#details = { value, at: Date.now() };
    // What failed must not be remembered.
    value.catch(() => {
      if (this.#details?.value === value) this.#details = undefined;
    });
    return value;
  }
}

const DETAILS_MS = 60_000;

interface Details {
  readonly permissions: ReadonlyMap<string, LogtoPermission>;
  readonly resourceKeys: ReadonlySet<string> | undefined;
}

const allPages = async (
  first: Listed<LogtoOrganizationRole>,
  logto: Management,
): Promise<readonly LogtoOrganizationRole[]> => {
  const pages = Math.ceil(first.total / PAGE_SIZE);
  const rest = Array.from({ length: Math.max(0, pages - 1) }, (_, index) =>
    logto.organizationRoles({ page: index + 2, pageSize: PAGE_SIZE }),
  );
  return [first, ...(await Promise.all(rest))].flatMap(({ items }) => items);
};

const toRole = (
  { id, name, description, type, scopes, resourceScopes }: LogtoOrganizationRole,
  { permissions }: Details,
): TemplateRole => ({
  id,
  name,
  description,
  type,
  permissions: [
    ...scopes.map((scope) => ({
      key: organizationKey(scope.id),
      name: scope.name,
      resource: null,
      description: permissions.get(scope.id)?.description ?? null,
    })),
    ...resourceScopes.map((scope) => ({
      key: resourceKey(scope.id),
      name: scope.name,
      resource: scope.resource.name,
      description: null,
    })),
  ],
});
