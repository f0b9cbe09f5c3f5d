import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { checkIcon } from '../parts/icon.js';
import type { PermissionGroup } from '../parts/permission-groups.js';
import { grantability, groupName, holderName, permissionName, type MatrixView } from './matrix-view.js';
import type { Holder } from './holders.js';

/**
 * Permissions down, roles across. It scrolls in itself, so that the names of the roles and of the permissions stay in
 * sight. Where there is no room for columns, role-list.ts is in its place.
 */
export function permissionMatrix(view: MatrixView): TemplateResult {
  const { locale, holders, groups } = view;
  const words = locale.words.permissions;
  return html`<div class="matrix" part="matrix" role="region" tabindex="0" aria-label=${words.title}>
    <table aria-label=${words.title}>
      <thead>
        <tr>
          <th scope="col">${words.permission}</th>
          ${repeat(
            holders,
            ({ id }) => id,
            (holder) =>
              html`<th scope="col" part="role" class=${holder.role ? '' : 'you'}>
                ${holderName(view, holder)}
              </th>`,
          )}
        </tr>
      </thead>
      <tbody>
        ${aboutRow(words.description, holders, ({ description }) =>
          description ? html`<span class="hint" dir="auto">${description}</span>` : nothing,
        )}
        ${grantRow(view)}
      </tbody>
      ${repeat(
        groups,
        ({ resource }) => resource,
        (group) => groupBody(view, group),
      )}
    </table>
  </div>`;
}

type Column = NonNullable<Holder['role']>;

/** A row that is about the roles themselves; there is nothing to say about the person in it. */
function aboutRow(
  name: string,
  holders: readonly Holder[],
  render: (role: Column) => TemplateResult | typeof nothing,
): TemplateResult {
  return html`<tr class="about">
    <th scope="row"><span class="name">${name}</span></th>
    ${holders.map(({ role }) => html`<td class=${role ? '' : 'you'}>${role ? render(role) : nothing}</td>`)}
  </tr>`;
}

function grantRow(view: MatrixView): TemplateResult {
  const { locale, holders } = view;
  const name = locale.words.permissions.grantable;
  const roles = holders.flatMap(({ role }) => role ?? []);
  const isForNobody = roles.every(({ reason }) => reason === 'not_permitted');
  if (!isForNobody) return aboutRow(name, holders, (role) => grantability(view, role));
  // The same reason for all of them is said once.
  return html`<tr class="about">
    <th scope="row"><span class="name">${name}</span></th>
    ${holders.length > roles.length ? html`<td class="you"></td>` : nothing}
    <td colspan=${roles.length}>
      <span class="hint">${locale.words.roles.reasons.not_permitted}</span>
    </td>
  </tr>`;
}

function groupBody(view: MatrixView, group: PermissionGroup): TemplateResult {
  const { holders, locale } = view;
  const { yes, no } = locale.words.permissions;
  return html`<tbody>
    <tr class="group">
      <th scope="rowgroup" colspan=${holders.length + 1}>
        <span class="name" dir="auto">${groupName(view, group)}</span>
      </th>
    </tr>
    ${repeat(
      group.permissions,
      ({ name }) => name,
      (permission) =>
        html`<tr>
          <th scope="row" part="permission">${permissionName(permission)}</th>
          ${holders.map((holder) => {
            const isHeld = holder.holds(permission);
            return html`<td class=${holder.role ? 'mark' : 'mark you'} data-held=${isHeld}>
              ${isHeld ? checkIcon : html`<span aria-hidden="true">–</span>`}
              <span class="spoken">${isHeld ? yes : no}</span>
            </td>`;
          })}
        </tr>`,
    )}
  </tbody>`;
}
