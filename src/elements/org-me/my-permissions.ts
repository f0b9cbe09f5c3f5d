import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Me } from '../../contract/me.js';
import type { LocaleController } from '../../controllers/locale-controller.js';
import { checkIcon, openIcon } from '../parts/icon.js';
import { permissionGroups } from '../parts/permission-groups.js';

/** So many are open to be read at once; more are folded, each group with its count. */
const OPEN = 12;

/** What the person may do, by what it is about, each with the roles that give it. */
export function myPermissions(locale: LocaleController<'me' | 'permissions'>, me: Me): TemplateResult {
  const { words, language, term } = locale;
  const groups = permissionGroups(me.permissions, language);
  const list = new Intl.ListFormat(language, { type: 'conjunction' });
  const names = new Map(me.roles.map(({ id, name }) => [id, name]));
  return html`${repeat(
    groups,
    ({ resource }) => resource,
    ({ resource, permissions }) =>
      html`<details class="group" part="permission-group" ?open=${me.permissions.length <= OPEN}>
        <summary>
          <span class="title" dir="auto">${resource ?? words.permissions.group(term)}</span>
          <span class="hint">${words.permissions.found(permissions.length)}</span>${openIcon}
        </summary>
        <ul>
          ${repeat(
            permissions,
            ({ name }) => name,
            ({ name, description, roles }) =>
              html`<li part="permission">
                ${checkIcon}
                <span class="what">
                  <span class="name" dir="auto">${name}</span>
                  ${description ? html`<span class="hint" dir="auto">${description}</span>` : nothing}
                </span>
                <span class="hint from" dir="auto"
                  >${words.me.from(list.format(roles.flatMap((id) => names.get(id) ?? [])))}</span
                >
              </li>`,
          )}
        </ul>
      </details>`,
  )}`;
}
