import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { checkIcon, openIcon } from '../parts/icon.js';
import type { PermissionGroup } from '../parts/permission-groups.js';
import { grantability, groupName, holderName, permissionName, type MatrixView } from './matrix-view.js';
import { countPermissions, type Holder } from './holders.js';

/** The same as the matrix where there is no room for columns: one role after another, each opens to what it gives. */
export function roleList(view: MatrixView): TemplateResult {
  return html`<ul class="role-list" part="role-list" aria-label=${view.locale.words.permissions.title}>
    ${repeat(
      view.holders,
      ({ id }) => id,
      (holder) => html`<li part="role">${roleEntry(view, holder)}</li>`,
    )}
  </ul>`;
}

function roleEntry(view: MatrixView, holder: Holder): TemplateResult {
  const { role } = holder;
  const words = view.locale.words.permissions;
  const held = heldOf(view.groups, holder);
  const count = words.count(countPermissions(heldOf(view.all, holder)), countPermissions(view.all));
  return html`<details ?open=${view.isSearching}>
    <summary>
      <span class="words"
        ><span class="title">${holderName(view, holder)}</span><span class="hint">${count}</span></span
      >${openIcon}
    </summary>
    ${role?.description ? html`<p class="hint" dir="auto">${role.description}</p>` : nothing}
    ${
      role
        ? html`<p class="grant"><span class="label">${words.grantable}</span> ${grantability(view, role)}</p>`
        : nothing
    }
    ${repeat(
      held,
      ({ resource }) => resource,
      (group) => {
        const name = groupName(view, group);
        return html`<p class="label" dir="auto">${name}</p>
          <ul aria-label=${name}>
            ${repeat(
              group.permissions,
              (permission) => permission.name,
              (permission) =>
                html`<li part="permission">${checkIcon}<span>${permissionName(permission)}</span></li>`,
            )}
          </ul>`;
      },
    )}
  </details>`;
}

function heldOf(groups: readonly PermissionGroup[], holder: Holder): readonly PermissionGroup[] {
  return groups
    .map((group) => ({ ...group, permissions: group.permissions.filter((one) => holder.holds(one)) }))
    .filter(({ permissions }) => permissions.length > 0);
}
