import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { AnnounceController } from '../../controllers/announce-controller.js';
import { CapabilitiesController } from '../../controllers/capabilities-controller.js';
import { LocaleController } from '../../controllers/locale-controller.js';
import { addStyles, OnDemandController } from '../../controllers/on-demand-controller.js';
import { ProviderController } from '../../controllers/provider-controller.js';
import { QueryController } from '../../controllers/query-controller.js';
import type { OrgErrorCode } from '../../org-error.js';
import { account } from '../../store/queries/account.js';
import { controls } from '../../styles/controls.styles.js';
import { messages } from '../../styles/message.styles.js';
import { skeletons } from '../../styles/skeleton.styles.js';
import { failureMessage } from '../parts/message.js';
import { frameStyles } from './org-me-frame.styles.js';

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
  static override styles = [controls, messages, skeletons, frameStyles];

  /** Offers nothing that changes something: the person can neither leave nor renew the sign-in here. */
  @property({ type: Boolean, reflect: true }) readonly = false;

  /** Address of the account pages, such as `https://your-tenant.logto.app/account`; without it there is no link. */
  @property({ attribute: 'account-url' }) accountUrl: string | undefined;

  /** Leaves the permissions out. */
  @property({ type: Boolean, attribute: 'without-permissions' }) withoutPermissions = false;

  /** Leaves the button that leaves out. */
  @property({ type: Boolean, attribute: 'without-leave' }) withoutLeave = false;

  readonly #provider = new ProviderController(this);
  readonly #locale = new LocaleController(this, {});
  readonly #capabilities = new CapabilitiesController(this);
  readonly #account = new QueryController(this, () => account());
  readonly #announce = new AnnounceController(this);
  readonly #page = new OnDemandController(this, async () => {
    const { MePage, pageStyles } = await import('./me-page.js');
    addStyles(this, pageStyles);
    return new MePage({
      host: this,
      account: this.#account,
      capabilities: this.#capabilities,
      announce: this.#announce,
    });
  });

  /** Asks again for all that is shown. */
  async refresh(): Promise<void> {
    await Promise.all([this.#account.refetch(), this.#capabilities.query.refetch()]);
  }

  protected override firstUpdated(): void {
    void this.#page.load();
  }

  protected override render(): TemplateResult | typeof nothing {
    const content = this.#provider.render({
      pending: () => this.#renderSkeleton(),
      failed: (code, retry) => this.#renderFailure(code, retry),
      without: () => this.#renderPage(),
      ready: () => this.#renderPage(),
    });
    if (content === nothing) return nothing;
    // Both outlast the organization that the person leaves.
    return html`${content}${this.#page.part?.renderDialog() ?? nothing}${this.#announce.render()}`;
  }

  #renderPage(): TemplateResult {
    const { part, failed, load } = this.#page;
    if (failed) return this.#renderFailure('network', () => void load());
    if (!part || this.#account.pending || this.#capabilities.query.pending) return this.#renderSkeleton();
    return part.render();
  }

  #renderFailure(code: OrgErrorCode, retry: (() => void) | undefined): TemplateResult {
    return failureMessage(this.#locale.words, code, retry);
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
}
