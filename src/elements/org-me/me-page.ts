import { html, nothing, type TemplateResult } from 'lit';
import type { Account } from '../../contract/account.js';
import type { Me } from '../../contract/me.js';
import { ActionController } from '../../controllers/action-controller.js';
import type { AnnounceController } from '../../controllers/announce-controller.js';
import type { CapabilitiesController } from '../../controllers/capabilities-controller.js';
import { LocaleController } from '../../controllers/locale-controller.js';
import { OnDemandController } from '../../controllers/on-demand-controller.js';
import type { QueryController } from '../../controllers/query-controller.js';
import { leaving } from '../../locales/en/leaving.js';
import { me as meWords } from '../../locales/en/me.js';
import { permissions } from '../../locales/en/permissions.js';
import type { OrgError } from '../../org-error.js';
import { buttons } from '../../styles/buttons.styles.js';
import { chips } from '../../styles/chips.styles.js';
import { dialogs } from '../../styles/dialog.styles.js';
import { avatar } from '../parts/avatar.js';
import { avatarStyles } from '../parts/avatar.styles.js';
import { chip } from '../parts/chip.js';
import { checkIcon } from '../parts/icon.js';
import { failureMessage, notice } from '../parts/message.js';
import { permissionsNotice } from '../parts/permissions-notice.js';
import type { LeaveDialog } from '../parts/leave-dialog.js';
import { warningIcon } from '../parts/trigger-icons.js';
import { myPermissions } from './my-permissions.js';
import { styles } from './org-me.styles.js';
import type { OrgMe } from './org-me.js';
import { SignInAge } from './sign-in-age.js';

export const pageStyles = [buttons, chips, avatarStyles, dialogs, styles];

interface MePageParts {
  readonly host: OrgMe;
  readonly account: QueryController<Account>;
  readonly capabilities: CapabilitiesController;
  readonly announce: AnnounceController;
}

/** What `<org-me>` shows once something is known. Loaded with the first one that is in a page. */
export class MePage {
  readonly #host: OrgMe;
  readonly #account: QueryController<Account>;
  readonly #capabilities: CapabilitiesController;
  readonly #locale: LocaleController<'leaving' | 'me' | 'permissions'>;
  readonly #age: SignInAge;
  readonly #renew: ActionController<[], void>;
  readonly #leaving: OnDemandController<LeaveDialog>;

  constructor({ host, account, capabilities, announce }: MePageParts) {
    this.#host = host;
    this.#account = account;
    this.#capabilities = capabilities;
    this.#locale = new LocaleController(host, { leaving, me: meWords, permissions });
    this.#age = new SignInAge(host, () => capabilities.me);
    this.#renew = new ActionController(host, undefined, async () => {
      await this.#age.provider?.renewTokens();
      await this.#age.look();
      announce.say(this.#locale.words.me.renewed);
    });
    this.#leaving = new OnDemandController(host, async () => {
      const parts = await import('../parts/leave-dialog.js');
      return new parts.LeaveDialog(host, announce);
    });
  }

  renderDialog(): TemplateResult | typeof nothing {
    return this.#leaving.part?.render() ?? nothing;
  }

  render(): TemplateResult {
    const { me, query } = this.#capabilities;
    const { data, context } = this.#account;
    const { readonly, withoutLeave } = this.#host;
    return html`<div class="me">
      ${this.#renderFailure(this.#account.error ?? query.error)} ${me ? this.#renderNotices() : nothing}
      ${data ? this.#renderPerson(data) : nothing} ${data || me ? this.#renderFacts(data, me) : nothing}
      ${context?.organizationId === null ? this.#renderPersonal() : nothing}
      ${me && !me.isOperator && !readonly && !withoutLeave ? this.#renderLeave(me) : nothing}
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
        this.#host.accountUrl
          ? html`<a class="button" part="account" href=${this.#host.accountUrl}>${words.me.manageAccount}</a>`
          : nothing
      }
    </div>`;
  }

  #renderFacts(person: Account | undefined, me: Me | undefined): TemplateResult {
    const { words } = this.#locale;
    const permissions = me && !me.isOperator && !this.#host.withoutPermissions;
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
    const isOffered = !hasMfa && this.#host.accountUrl;
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
            ? html`<a part="set-up" href=${`${this.#host.accountUrl?.replace(/\/$/, '')}/security`}
                >${me.setUp}</a
              >`
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
    return html`${permissionsNotice(words, this.#capabilities)}
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
    if (this.#host.readonly) return nothing;
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
    return error ? failureMessage(this.#locale.words, error.code, () => this.#host.refresh()) : nothing;
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
    await this.#host.updateComplete;
    dialog?.ask();
  };
}
