import type { TemplateResult } from 'lit';
import type { SentInvitation } from '../../contract/invitation.js';
import type { OnDemandController } from '../../controllers/on-demand-controller.js';
import { columnHead, dataTable } from '../parts/data-table.js';
import { inRoleOrder, roleLabel } from '../parts/role-labels.js';
import type { ChangesView } from './changes-view.js';
import { invitationRow } from './invitation-row.js';
import type { InvitationsParts } from './invitations-parts.js';

/** The invitations of a page, with what is offered for each. */
export class InvitationList {
  readonly #parts: InvitationsParts;
  readonly #view: OnDemandController<ChangesView>;

  constructor(parts: InvitationsParts, view: OnDemandController<ChangesView>) {
    this.#parts = parts;
    this.#view = view;
  }

  render(items: readonly SentInvitation[]): TemplateResult {
    const { locale, invitations, selection, changesOf } = this.#parts;
    const { invitations: own, lists, roles } = locale.words;
    const ids = items.filter((one) => changesOf(one).length > 0).map(({ id }) => id);
    return dataTable({
      label: own.invitations,
      heads: [own.address, own.status, roles.roles, own.sent].map((text) => columnHead(text)),
      actions: lists.actions,
      isBusy: invitations.fetching,
      items,
      row: (invitation) => this.#renderRow(invitation, ids.length > 0),
      selection:
        ids.length > 0
          ? {
              label: lists.selectPage,
              state: selection.of(ids),
              select: (isSelected) => selection.set(ids, isSelected),
            }
          : undefined,
    });
  }

  #renderRow(invitation: SentInvitation, hasSelection: boolean): TemplateResult {
    const { host, locale, selection, changesOf } = this.#parts;
    const { id, roles, link } = invitation;
    const { load, part: view } = this.#view;
    const changes = view?.changes;
    const error = changes?.errorOf(invitation);
    // A cool-down is told by its countdown.
    const isTold = error && !(error.code === 'rate_limited' && error.retryAfter);
    return invitationRow({
      locale,
      invitation,
      roles: inRoleOrder(roles, { order: host.roleOrder }).map((role) =>
        roleLabel(role, { names: host.roleNames }),
      ),
      changes: changesOf(invitation),
      select: hasSelection ? (isSelected) => selection.set([id], isSelected) : undefined,
      isSelected: selection.has(id),
      isWaiting: changes?.isWaiting(invitation) ?? false,
      isBusy: changes?.busy ?? false,
      coolDown: changes?.coolDownOf(invitation) ?? 0,
      failure: isTold ? locale.words.errors[error.code] : undefined,
      isCopied: link !== undefined && changes?.copiedLink === link,
      copy: (copied) => void load().then((loaded) => loaded?.copy(copied)),
      run: (change) => void load().then((loaded) => loaded?.run(change, [invitation])),
    });
  }
}
