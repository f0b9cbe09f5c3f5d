import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Account } from '../../contract/account.js';
import type { Me } from '../../contract/me.js';
import { ActionController } from '../../controllers/action-controller.js';
import { AnnounceController } from '../../controllers/announce-controller.js';
import { CapabilitiesController } from '../../controllers/capabilities-controller.js';
import { LocaleController } from '../../controllers/locale-controller.js';
import { OnDemandController } from '../../controllers/on-demand-controller.js';
import { ProviderController } from '../../controllers/provider-controller.js';
import { QueryController } from '../../controllers/query-controller.js';
import { leaving } from '../../locales/en/leaving.js';
import { me as meWords } from '../../locales/en/me.js';
import { permissions } from '../../locales/en/permissions.js';
import type { OrgError } from '../../org-error.js';
import { account } from '../../store/queries/account.js';
import { avatarStyles } from '../parts/avatar.styles.js';
import { buttons } from '../../styles/buttons.styles.js';
import { chips } from '../../styles/chips.styles.js';
import { controls } from '../../styles/controls.styles.js';
import { dialogs } from '../../styles/dialog.styles.js';
import { messages } from '../../styles/message.styles.js';
import { avatar } from '../parts/avatar.js';
import { chip } from '../parts/chip.js';
import { dismissButton } from '../parts/dismiss-button.js';
import { checkIcon } from '../parts/icon.js';
import { boxedMessage, notice, retryButton } from '../parts/message.js';
import { warningIcon } from '../parts/trigger-icons.js';
import { myPermissions } from './my-permissions.js';
import { styles } from './org-me.styles.js';
import { SignInAge } from './sign-in-age.js';

/**
 * The person in the current organization: name, picture and address, whether a second factor is set up, roles, and what
 * they may do, each permission with the roles that give it. All of it is live from the backend.
 *
 * It says when the person's sign-in is older: the ID token still names other roles, or no token can hold a permission
 * because it was never asked for. Both can be cured here.
 *
 * @fires {CustomEvent<OrgBeforeDetail<{ organizationId: string }>>} org-before-organization-leave - The person is about to leave. Cancelable, and a listener may delay it.
 * @fires {CustomEvent<{ organizationId: string }>} org-organization-leave - The person has left.
 * @fires {CustomEvent<OrgError>} org-error - Something failed; the element shows it already.
 *
 * @slot actions - More for the person to do, beside the link to the account.
 * @slot personal - Replaces the text where no organization is chosen.
 *
 * @csspart person - Picture, name and address.
 * @csspart avatar - The picture, or the initials in its place.
 * @csspart name - The name.
 * @csspart address - The email address.
 * @csspart account - The link to the account pages.
 * @csspart set-up - The link to where a second factor is set up.
 * @csspart facts - The list of what is known about the person here.
 * @csspart role - One role.
 * @csspart permission-group - The permissions of the organization, or of one API resource.
 * @csspart permission - One permission.
 * @csspart leave - The button that leaves.
 * @csspart dialog - The dialog that asks before the person leaves.
 * @csspart dialog-close - The cross of the dialog.
 * @csspart confirm - The main button of the dialog.
 * @csspart cancel - The button that closes the dialog.
 * @csspart skeleton - What is shown before the first answer is there.
 * @csspart message - A message about something that failed.
 * @csspart notice - A message about something that has changed.
 * @csspart dismiss - The button that takes a message away.
 * @csspart retry - The button that tries again.
 * @csspart renew - The button that brings the sign-in up to date.
 *
 * @cssproperty [--org-color-muted] - Names of the lines, descriptions, and where permissions come from.
 * @cssproperty [--org-color-border] - Lines.
 * @cssproperty [--org-color-hover] - Background under the pointer.
 * @cssproperty [--org-color-accent] - Links, and what is held.
 * @cssproperty [--org-color-danger] - What is missing, what takes away, and failures.
 * @cssproperty [--org-color-focus] - The ring around what has the keyboard's focus.
 * @cssproperty [--org-radius=0.5rem] - Rounding of the corners.
 * @cssproperty [--org-space=0.5rem] - The unit of all distances.
 */
export class OrgMe extends LitElement {
  static override styles = [controls, buttons, chips, avatarStyles, messages, dialogs, styles];

  /** Offers nothing that changes something: the person can neither leave nor renew the sign-in here. */
  @property({ type: Boolean, reflect: true }) readonly = false;

  /** Address of the account pages, such as `https://your-tenant.logto.app/account`; without it there is no link. */
  @property({ attribute: 'account-url' }) accountUrl: string | undefined;

  /** Leaves the permissions out. */
  @property({ type: Boolean, attribute: 'without-permissions' }) withoutPermissions = false;

  /** Leaves the button that leaves out. */
  @property({ type: Boolean, attribute: 'without-leave' }) withoutLeave = false;

  readonly #provider = new ProviderController(this);
  readonly #locale = new LocaleController(this, { leaving, me: meWords, permissions });
  readonly #capabilities = new CapabilitiesController(this);
  readonly #account = new QueryController(this, () => account());
  readonly #announce = new AnnounceController(this);
  readonly #age = new SignInAge(this, () => this.#capabilities.me);
  readonly #renew = new ActionController(this, undefined, async () => {
    await this.#age.provider?.renewTokens();
    await this.#age.look();
    this.#announce.say(this.#locale.words.me.renewed);
  });
  readonly #leaving = new OnDemandController(this, async () => {
    const { LeaveDialog } = await import('../parts/leave-dialog.js');
    return new LeaveDialog(this, this.#announce);
  });

  /** Asks again for all that is shown. */
  async refresh(): Promise<void> {
    await Promise.all([this.#account.refetch(), this.#capabilities.query.refetch()]);
  }

  protected override render(): TemplateResult | typeof nothing {
    const content = this.#renderContent();
    if (content === nothing) return nothing;
    // Both outlast the organization that the person leaves.
    return html`${content}${this.#leaving.part?.render() ?? nothing}${this.#announce.render()}`;
  }

  #renderContent(): TemplateResult | typeof nothing {
    const { words } = this.#locale;
    return this.#provider.render({
      pending: () => this.#renderSkeleton(),
      failed: (code, retry) =>
        boxedMessage(words.errors[code], retry ? retryButton(words.retry, retry) : nothing),
      without: () => this.#renderPage(undefined),
      ready: () => this.#renderPage(this.#capabilities.me),
    });
  }

  #renderPage(me: Me | undefined): TemplateResult {
    const { query } = this.#capabilities;
    if (this.#account.pending || query.pending) return this.#renderSkeleton();
    const { data, context } = this.#account;
    return html`<div class="me">
      ${this.#renderFailure(this.#account.error ?? query.error)} ${me ? this.#renderNotices() : nothing}
      ${data ? this.#renderPerson(data) : nothing} ${data || me ? this.#renderFacts(data, me) : nothing}
      ${context?.organizationId === null ? this.#renderPersonal() : nothing}
      ${me && !me.isOperator && !this.readonly && !this.withoutLeave ? this.#renderLeave(me) : nothing}
    </div>`;
  }

  #renderPerson({ id, name, username, email, avatar: picture }: Account): TemplateResult {
    const { words } = this.#locale;
    const shown = name ?? username ?? email ?? id;
    return html`<div class="person" part="person">
      ${avatar(id, shown, picture)}
      <span class="words">
        <span class="name" part="name" dir="auto">${shown}</span>
        ${email && email !== shown ? html`<span class="hint" part="address" dir="auto">${email}</span>` : nothing}
      </span>
      <slot name="actions"></slot>
      ${
        this.accountUrl
          ? html`<a class="button" part="account" href=${this.accountUrl}>${words.me.manageAccount}</a>`
          : nothing
      }
    </div>`;
  }

  #renderFacts(person: Account | undefined, me: Me | undefined): TemplateResult {
    const { words } = this.#locale;
    const permissions = me && !me.isOperator && !this.withoutPermissions;
    return html`<dl class="facts" part="facts">
      ${person ? this.#renderFactor(person) : nothing}
      ${
        me
          ? html`<div>
              <dt>${words.me.roles}</dt>
              <dd>${this.#renderRoles(me)}</dd>
            </div>`
          : nothing
      }
      ${
        permissions
          ? html`<div>
              <dt>${words.me.permissions}</dt>
              <dd>${me.permissions.length > 0 ? myPermissions(this.#locale, me) : words.me.noPermissions}</dd>
            </div>`
          : nothing
      }
    </dl>`;
  }

  #renderFactor({ hasMfa }: Account): TemplateResult {
    const { me } = this.#locale.words;
    const isOffered = !hasMfa && this.accountUrl;
    return html`<div>
      <dt>${me.secondFactor}</dt>
      <dd class="factor">
        ${
          hasMfa
            ? html`<span class="state">${checkIcon}${me.hasFactor}</span>`
            : html`<span class="state missing">${warningIcon}${me.noFactor}</span>`
        }
        ${
          isOffered
            ? html`<a part="set-up" href=${`${this.accountUrl?.replace(/\/$/, '')}/security`}>${me.setUp}</a>`
            : nothing
        }
      </dd>
    </div>`;
  }

  #renderRoles({ roles, isOperator }: Me): TemplateResult | string {
    const { words, term } = this.#locale;
    if (isOperator) return words.me.operator(term);
    if (roles.length === 0) return words.me.noRoles;
    return html`<span class="chips">${roles.map(({ name }) => chip(name, 'plain', 'role'))}</span>`;
  }

  #renderLeave({ isLastAdministrator }: Me): TemplateResult {
    const { words, term } = this.#locale;
    return html`${this.#leaving.failed ? this.#renderFailure({ code: 'network' }) : nothing}
      <div class="end">
        <button
          type="button"
          class="button danger"
          part="leave"
          ?disabled=${isLastAdministrator}
          @pointerenter=${this.#leaving.load}
          @focus=${this.#leaving.load}
          @click=${this.#leave}
        >
          ${words.leaving.leave(term)}
        </button>
        ${isLastAdministrator ? html`<p class="hint">${words.leaving.lastAdministrator}</p>` : nothing}
      </div>`;
  }

  #renderNotices(): TemplateResult {
    const { words, language } = this.#locale;
    const list = new Intl.ListFormat(language, { type: 'conjunction' });
    const { olderRoles, missing = [] } = this.#age.findings ?? {};
    return html`${
      this.#capabilities.changed
        ? notice(words.permissionsChanged, dismissButton(words.dismiss, this.#capabilities.dismiss))
        : nothing
    }
    ${
      olderRoles
        ? notice(
            words.me.older(list.format(olderRoles)),
            this.#renderCure(words.me.renew, this.#bringUpToDate),
          )
        : nothing
    }
    ${
      missing.length > 0
        ? notice(words.me.consent(list.format(missing)), this.#renderCure(words.me.ask, this.#askForConsent))
        : nothing
    }`;
  }

  #renderCure(text: string, cure: () => void): TemplateResult | typeof nothing {
    if (this.readonly) return nothing;
    const { busy } = this.#renew;
    return html`<button
      type="button"
      class="button"
      part="renew"
      aria-busy=${busy}
      aria-disabled=${busy}
      @click=${cure}
    >
      ${text}
    </button>`;
  }

  #renderPersonal(): TemplateResult {
    const { words, term } = this.#locale;
    return html`<slot name="personal"><p class="hint">${words.me.personal(term)}</p></slot>`;
  }

  /** Also beside what was there before. */
  #renderFailure(error: Pick<OrgError, 'code'> | undefined): TemplateResult | typeof nothing {
    if (!error) return nothing;
    const { errors, retry } = this.#locale.words;
    return boxedMessage(
      errors[error.code],
      retryButton(retry, () => void this.refresh()),
    );
  }

  #renderSkeleton(): TemplateResult {
    const line = html`<div><span class="bar"></span><span class="bar"></span></div>`;
    return html`<div
      class="me skeleton"
      part="skeleton"
      role="status"
      aria-label=${this.#locale.words.loading}
    >
      <div class="person">
        <span class="avatar"></span
        ><span class="words"><span class="bar"></span><span class="bar"></span></span>
      </div>
      <div class="facts">${line}${line}${line}</div>
    </div>`;
  }

  readonly #bringUpToDate = (): void => {
    void this.#renew.run();
  };

  readonly #askForConsent = (): void => {
    void this.#age.provider?.requestConsent(this.#age.findings?.missing);
  };

  readonly #leave = async (): Promise<void> => {
    const dialog = await this.#leaving.load();
    // A controller of its own has to be in the page first.
    await this.updateComplete;
    dialog?.ask();
  };
}
