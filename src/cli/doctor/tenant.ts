import type { LogtoOrganizationRole, LogtoPermission } from '../../server/management-types.js';
import type { SetupSettings } from '../setup/settings.js';
import { connectTenant, type TenantApplication, type TenantConnector } from '../setup/tenant.js';
import { explain } from './explain.js';
import { BrokenRule, Halt } from './check.js';

/** What a tenant has to fit. */
export interface TenantWishes {
  /** Permissions that the page asks for at sign-in. */
  readonly requested: readonly string[];
  /** The role of who makes an organization. */
  readonly creatorRole: string;
}

/** A tenant's configuration, read once. */
export interface TenantState {
  readonly settings: SetupSettings;
  readonly wishes: TenantWishes;
  readonly permissions: readonly LogtoPermission[];
  readonly roles: readonly LogtoOrganizationRole[];
  readonly resources: readonly { readonly indicator: string }[];
  readonly application: TenantApplication | undefined;
  readonly connectors: readonly TenantConnector[];
}

/** The tenant that checks look at; its first check reads it. */
export class TenantSubject {
  readonly settings: SetupSettings;
  readonly wishes: TenantWishes;
  #state: TenantState | undefined;

  constructor(settings: SetupSettings, wishes: TenantWishes) {
    this.settings = settings;
    this.wishes = wishes;
  }

  get state(): TenantState {
    if (this.#state) return this.#state;
    throw new Halt('the tenant could not be read');
  }

  /** Only reads. @throws BrokenRule when Logto does not let it, or is not there */
  async read(): Promise<void> {
    const tenant = connectTenant(this.settings);
    try {
      const [permissions, roles, resources, application, connectors] = await Promise.all([
        tenant.permissions(),
        tenant.roles(),
        tenant.resources(),
        tenant.application(this.settings.appId),
        tenant.connectors(),
      ]);
      const { settings, wishes } = this;
      this.#state = { settings, wishes, permissions, roles, resources, application, connectors };
    } catch (error) {
      const reason = explain(error, this.settings.m2m.secret);
      if (reason === undefined) throw error;
      throw new BrokenRule(reason, {
        advice:
          'check the endpoint and the id, secret and resource of the machine-to-machine application, and that it has the role "Logto Management API access"',
        link: 'https://docs.logto.io/integrate-logto/interact-with-management-api',
      });
    }
  }
}
