import { html, nothing, type TemplateResult } from 'lit';
import type { ReceivedInvitation } from '../../contract/invitation.js';
import type { LocaleController } from '../../controllers/locale-controller.js';
import { QueryController } from '../../controllers/query-controller.js';
import { receivedInvitations } from '../../store/queries/received-invitations.js';
import { InvitationAnswer } from '../parts/invitation-answer.js';
import { pendingInvitations } from '../parts/pending-invitations.js';
import { relativeTime } from '../parts/relative-time.js';
import type { OrgList } from './org-list.js';

interface ListInvitationsParts {
  readonly locale: LocaleController<'decline' | 'received'>;
  readonly pictureOf: (organization: ReceivedInvitation['organization']) => TemplateResult;
  /** The person is a member now. */
  readonly joined: (organization: ReceivedInvitation['organization']) => void;
  readonly declined: (organization: ReceivedInvitation['organization']) => void;
}

/** The person's pending invitations, above the organizations, each with a way to answer it. */
export class ListInvitations {
  readonly query;
  readonly answer: InvitationAnswer;
  readonly #host: OrgList;
  readonly #parts: ListInvitationsParts;

  constructor(host: OrgList, parts: ListInvitationsParts) {
    this.#host = host;
    this.#parts = parts;
    this.query = new QueryController(host, () => !host.withoutInvitations && receivedInvitations());
    this.answer = new InvitationAnswer(host, parts.locale, ({ organization }) =>
      parts.declined(organization),
    );
  }

  render(): TemplateResult | typeof nothing {
    const items = this.query.data?.items ?? [];
    const { readonly } = this.#host;
    if (items.length === 0) return nothing;
    return pendingInvitations({
      items,
      words: this.#parts.locale.words.received,
      pictureOf: this.#parts.pictureOf,
      busyId: this.answer.joiningId,
      join: readonly ? undefined : this.#join,
      detail: this.#renderExpiry,
      ...(!readonly && { actions: this.#renderDecline }),
    });
  }

  readonly #renderExpiry = ({ expiresAt }: ReceivedInvitation): TemplateResult => {
    const { words, language } = this.#parts.locale;
    return html`<span class="hint" part="expiry"
      >${words.decline.ends(relativeTime(expiresAt, language))}</span
    >`;
  };

  readonly #renderDecline = (invitation: ReceivedInvitation): TemplateResult => {
    const { decline: words } = this.#parts.locale.words;
    return html`<button
      type="button"
      class="button"
      part="decline"
      aria-label=${words.declineNamed(invitation.organization.name)}
      aria-disabled=${this.answer.busyId !== undefined}
      @click=${() => this.answer.askToDecline(invitation)}
    >
      ${words.decline}
    </button>`;
  };

  readonly #join = async (invitation: ReceivedInvitation): Promise<void> => {
    if (await this.answer.accept(invitation)) this.#parts.joined(invitation.organization);
  };
}
