import { html, nothing, type TemplateResult } from 'lit';
import type { Role } from '../../contract/role.js';
import type { LocaleController } from '../../controllers/locale-controller.js';
import { chip } from '../parts/chip.js';
import { checkIcon } from '../parts/icon.js';
import type { PermissionGroup } from '../parts/permission-groups.js';
import type { Holder } from './holders.js';

/** What table and list show, each in its own way. */
export interface MatrixView {
  readonly locale: LocaleController<'permissions' | 'roles'>;
  readonly holders: readonly Holder[];
  /** What the search has left. */
  readonly groups: readonly PermissionGroup[];
  readonly isSearching: boolean;
  /** Of all permissions, whatever is searched. */
  readonly all: readonly PermissionGroup[];
}

/** The name of a group: the API resource's, or that it is the organization's own. */
export function groupName({ locale }: MatrixView, { resource }: PermissionGroup): string {
  return resource ?? locale.words.permissions.group(locale.term);
}

/** The name of a role, and whether it is mine. */
export function holderName({ locale }: MatrixView, { name, isMine }: Holder): TemplateResult {
  return html`<span class="name" dir="auto">${name}</span>${
      isMine ? chip(locale.words.permissions.yourRole, 'accent', 'your-role') : nothing
    }`;
}

/** A permission in its words. */
export function permissionName({ name, description }: Role['permissions'][number]): TemplateResult {
  return html`<span class="name" dir="auto">${name}</span>${
      description ? html`<span class="hint" dir="auto">${description}</span>` : nothing
    }`;
}

/** Whether I may give the role: yes, or why not. */
export function grantability({ locale }: MatrixView, { grantable, reason }: Role): TemplateResult {
  const { permissions, roles } = locale.words;
  return grantable
    ? html`<span class="yes">${checkIcon}${permissions.yes}</span>`
    : html`<span class="hint">${roles.reasons[reason ?? 'not_permitted']}</span>`;
}
