import { done, gone, listed, orAbsent, type Listed } from './management-answer.js';
import type { ManagementCalls } from './management-calls.js';
import type { LogtoApplication, LogtoRoleReference, Page } from './management-types.js';

/** The machine-to-machine applications in an organization. */
export class ManagementApplications {
  readonly #calls: ManagementCalls;

  constructor(calls: ManagementCalls) {
    this.#calls = calls;
  }

  of(
    id: string,
    page: Page,
  ): Promise<Listed<LogtoApplication & { readonly organizationRoles: LogtoRoleReference[] }>> {
    const params = { path: { id }, query: { page: page.page, page_size: page.pageSize } };
    return listed(
      this.#calls.client.GET('/api/organizations/{id}/applications', { params, ...this.#calls.safe() }),
    );
  }

  find(id: string): Promise<LogtoApplication | undefined> {
    return orAbsent(
      this.#calls.client.GET('/api/applications/{id}', { params: { path: { id } }, ...this.#calls.safe() }),
    );
  }

  add(id: string, applicationId: string): Promise<void> {
    return done(
      this.#calls.client.POST('/api/organizations/{id}/applications', {
        params: { path: { id } },
        body: { applicationIds: [applicationId] },
        ...this.#calls.safe('text'),
      }),
    );
  }

  remove(id: string, applicationId: string): Promise<void> {
    const params = { path: { id, applicationId } };
    return gone(
      this.#calls.client.DELETE('/api/organizations/{id}/applications/{applicationId}', {
        params,
        ...this.#calls.safe(),
      }),
    );
  }

  /** At least one: Logto refuses an empty list. */
  replaceRoles(id: string, applicationId: string, organizationRoleIds: string[]): Promise<void> {
    return done(
      this.#calls.client.PUT('/api/organizations/{id}/applications/{applicationId}/roles', {
        params: { path: { id, applicationId } },
        body: { organizationRoleIds },
        ...this.#calls.safe('text'),
      }),
    );
  }

  removeRole(id: string, applicationId: string, organizationRoleId: string): Promise<void> {
    const params = { path: { id, applicationId, organizationRoleId } };
    return gone(
      this.#calls.client.DELETE(
        '/api/organizations/{id}/applications/{applicationId}/roles/{organizationRoleId}',
        {
          params,
          ...this.#calls.safe(),
        },
      ),
    );
  }
}
