import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { OrganizationProfile } from '../../contract/organization.js';
import { AnnounceController } from '../../controllers/announce-controller.js';
import { CapabilitiesController } from '../../controllers/capabilities-controller.js';
import { LocaleController } from '../../controllers/locale-controller.js';
import { OnDemandController } from '../../controllers/on-demand-controller.js';
import { ProviderController } from '../../controllers/provider-controller.js';
import { QueryController } from '../../controllers/query-controller.js';
import type { OrgEventMap } from '../../events.js';
import { deleting } from '../../locales/en/deleting.js';
import { form } from '../../locales/en/form.js';
import { leaving } from '../../locales/en/leaving.js';
import { profile as profileWords } from '../../locales/en/profile.js';
import type { OrgErrorCode } from '../../org-error.js';
import { organization } from '../../store/queries/organizations.js';
import { buttons } from '../../styles/buttons.styles.js';
import { controls } from '../../styles/controls.styles.js';
import { formSkeletons } from '../../styles/form-skeleton.styles.js';
import { forms } from '../../styles/forms.styles.js';
import { messages } from '../../styles/message.styles.js';
import type { CustomField } from '../parts/custom-fields.js';
import type { UploadLogo } from '../parts/logo-field.js';
import { failureMessage } from '../parts/message.js';
import { permissionsNotice } from '../parts/permissions-notice.js';
import { endingSection } from './ending-section.js';
import { styles } from './org-profile.styles.js';
import { fieldsSkeleton } from '../parts/fields-skeleton.js';
import { originFacts, profileView } from './profile-view.js';

type OrgEvent<Name extends keyof OrgEventMap> = CustomEvent<OrgEventMap[Name]>;

/**
 * The settings of the current organization: name, description, logos, fields of the host's own, whether members need a
 * second factor; and its ends: to leave it, and to delete it. Whoever may not change it sees what it is.
 *
 * What was typed is never lost: it waits for its organization when another becomes current, the browser asks before the
 * page is left, and what somebody else has saved in the meantime is shown beside it, to choose from, and not overwritten.
 *
 * @fires {CustomEvent<OrgBeforeDetail<OrgOrganizationUpdate>>} org-before-organization-update - Changes are about to be saved. Cancelable, and a listener may delay it.
 * @fires {CustomEvent<OrganizationProfile>} org-organization-update - Changes were saved.
 * @fires {CustomEvent<OrgBeforeDetail<{ organizationId: string }>>} org-before-organization-leave - The person is about to leave. Cancelable, and a listener may delay it.
 * @fires {CustomEvent<{ organizationId: string }>} org-organization-leave - The person has left.
 * @fires {CustomEvent<OrgBeforeDetail<OrganizationProfile>>} org-before-organization-delete - The organization is about to be deleted. Cancelable, and a listener may delay it.
 * @fires {CustomEvent<OrganizationProfile>} org-organization-delete - The organization was deleted.
 * @fires {CustomEvent<OrgError>} org-error - Something failed; the element shows it already.
 *
 * @slot empty - Replaces the text where there is no current organization.
 *
 * @csspart form - The form.
 * @csspart field - A label with its field.
 * @csspart input - A text field.
 * @csspart logo-field - The field of a logo with its preview.
 * @csspart logo-preview - How a logo looks.
 * @csspart file - The choice of a file.
 * @csspart mfa - The switch that requires a second factor, with its label.
 * @csspart account-link - The link to the page where a second factor is set up.
 * @csspart submit - The button that saves.
 * @csspart discard - The button that throws changes away.
 * @csspart conflicts - What somebody else has saved beside what was typed.
 * @csspart conflict - One field that both have changed.
 * @csspart conflict-choice - One of the two values.
 * @csspart facts - What is shown and not changed.
 * @csspart fact - One of these: a label with a value.
 * @csspart ending - A way out: heading, text and button.
 * @csspart leave - The button that asks before the person leaves.
 * @csspart delete - The button that asks before the organization is deleted.
 * @csspart dialog - The dialog that asks.
 * @csspart dialog-close - The cross of the dialog.
 * @csspart cancel - The button that closes the dialog.
 * @csspart confirm - Its button that does it.
 * @csspart empty - What is shown where there is no current organization.
 * @csspart skeleton - What is shown before the profile is there.
 * @csspart message - A message about something that failed.
 * @csspart notice - A message about something that is so.
 * @csspart dismiss - The button that takes a message away.
 * @csspart retry - The button that tries again.
 *
 * @cssproperty [--org-color-muted] - Labels, hints and icons.
 * @cssproperty [--org-color-text=CanvasText] - Text in the dialog.
 * @cssproperty [--org-color-surface=Canvas] - Background of fields and the dialog.
 * @cssproperty [--org-color-border] - Lines, and around fields.
 * @cssproperty [--org-color-hover] - Background under the pointer.
 * @cssproperty [--org-color-accent] - The main button, and the switch.
 * @cssproperty [--org-color-on-accent] - Text on the accent colour.
 * @cssproperty [--org-color-danger] - What takes away, what is not taken, and failures.
 * @cssproperty [--org-color-focus] - The ring around what has the keyboard's focus.
 * @cssproperty [--org-radius=0.5rem] - Rounding of the corners.
 * @cssproperty [--org-space=0.5rem] - The unit of all distances.
 * @cssproperty [--org-shadow] - Shadow of the dialog.
 * @cssproperty [--org-duration=120ms] - How long the dialog takes to appear.
 */
export class OrgProfile extends LitElement {
  static override styles = [controls, buttons, messages, forms, formSkeletons, styles];

  /** Shows what the organization is, and offers nothing. */
  @property({ type: Boolean, reflect: true }) readonly = false;

  /** Leaves out the logos. */
  @property({ type: Boolean, attribute: 'without-logos' }) withoutLogos = false;

  /** Leaves out whether members need a second factor. */
  @property({ type: Boolean, attribute: 'without-mfa' }) withoutMfa = false;

  /** Leaves out the way to leave. */
  @property({ type: Boolean, attribute: 'without-leave' }) withoutLeave = false;

  /** Leaves out the way to delete it. */
  @property({ type: Boolean, attribute: 'without-delete' }) withoutDelete = false;

  /** Where the person sets up a second factor, such as `https://<your Logto>/account/security`. Without it there is no link. */
  @property({ attribute: 'account-url' }) accountUrl: string | undefined;

  /** Fields of the host's own, for keys of custom data that its backend allows. */
  @property({ attribute: false }) customFields: readonly CustomField[] = [];

  /** Puts a file of a logo where the page keeps such things, and resolves to its https address. */
  @property({ attribute: false }) upload: UploadLogo | undefined;

  readonly #provider = new ProviderController(this);
  readonly #locale = new LocaleController(this, { profile: profileWords, form, leaving, deleting });
  readonly #announce = new AnnounceController(this);
  readonly #capabilities = new CapabilitiesController(this);
  readonly #profile = new QueryController(
    this,
    ({ organizationId }) => organizationId && organization(organizationId),
  );
  readonly #form = new OnDemandController(this, async () => {
    const { ProfileForm } = await import('./profile-form.js');
    return new ProfileForm(this, {
      profile: this.#profile,
      capabilities: this.#capabilities,
      announce: this.#announce,
    });
  });
  readonly #endings = new OnDemandController(this, async () => {
    const { EndingDialogs } = await import('./ending-dialogs.js');
    return new EndingDialogs(this, this.#announce, this.#profile);
  });
  #organizationId: string | null | undefined;

  constructor() {
    super();
    this.addEventListener('org-organization-leave', (event) => {
      void this.#goOn((event as OrgEvent<'org-organization-leave'>).detail.organizationId);
    });
    this.addEventListener('org-organization-delete', (event) => {
      void this.#goOn((event as OrgEvent<'org-organization-delete'>).detail.id);
    });
  }

  protected override willUpdate(): void {
    const organizationId = this.#provider.context?.organizationId;
    // What was begun in one organization must not end in another.
    if (organizationId !== this.#organizationId) this.#endings.part?.close();
    this.#organizationId = organizationId;
  }

  /** What changes something comes when it may be needed: who may not goes without. */
  protected override updated(): void {
    if (this.#mayEdit && !this.#form.failed) void this.#form.load();
  }

  /** Asks for the profile, and for what the person may do, again. */
  async refresh(): Promise<void> {
    await Promise.all([this.#profile.refetch(), this.#capabilities.query.refetch()]);
  }

  /** Forgets what was typed, and closes what is open. */
  reset(): void {
    this.#form.part?.reset();
    this.#endings.part?.close();
  }

  protected override render(): TemplateResult | typeof nothing {
    const skeleton = (): TemplateResult => fieldsSkeleton(this.#locale.words.loading, 3);
    const retry = (): void => void this.refresh();
    return html`${this.#announce.render()}${this.#provider.render({
      pending: skeleton,
      failed: (code, again) => this.#renderFailure(code, again),
      without: () => this.#renderEmpty(),
      ready: () =>
        this.#profile.render({
          pending: skeleton,
          error: ({ code }) => this.#renderFailure(code, retry),
          complete: (profile) =>
            this.#capabilities.query.render({
              pending: skeleton,
              error: ({ code }) => this.#renderFailure(code, retry),
              complete: () => this.#renderProfile(profile),
            }),
        }),
    })}`;
  }

  #renderProfile(profile: OrganizationProfile): TemplateResult {
    const { words } = this.#locale;
    const { part: form, failed, load } = this.#form;
    const error = this.#profile.error ?? this.#capabilities.query.error;
    if (this.#mayEdit && !form && !failed) return fieldsSkeleton(words.loading, 3);
    return html`${permissionsNotice(words, this.#capabilities)}
    ${error ? this.#renderFailure(error.code, () => void this.refresh()) : nothing}
    ${failed ? this.#renderFailure('network', () => void load()) : nothing}
    ${
      this.#mayEdit && form
        ? html`${form.render()}${originFacts(profile, this.#locale)}`
        : profileView({
            profile,
            locale: this.#locale,
            customFields: this.customFields,
            hasMfa: !this.withoutMfa,
            hasLogos: !this.withoutLogos,
          })
    }
    ${this.#renderEndings()}`;
  }

  #renderEndings(): TemplateResult | typeof nothing {
    const { words, term } = this.#locale;
    const { me } = this.#capabilities;
    const { failed, load, part } = this.#endings;
    if (this.readonly || !me) return nothing;
    const mayLeave = !this.withoutLeave && !me.isOperator;
    const mayDelete = !this.withoutDelete && this.#capabilities.can('delete-organization');
    return html`${
      mayLeave
        ? endingSection({
            id: 'leave',
            title: words.leaving.leave(term),
            text: `${words.leaving.lost(term)} ${words.leaving.kept}`,
            blocked: me.isLastAdministrator ? words.leaving.lastAdministrator : undefined,
            ask: () => void this.#ask('leave'),
          })
        : nothing
    }
    ${
      mayDelete
        ? endingSection({
            id: 'delete',
            title: words.deleting.delete(term),
            text: `${words.deleting.lost} ${words.deleting.kept}`,
            ask: () => void this.#ask('delete'),
          })
        : nothing
    }
    ${failed ? this.#renderFailure('network', () => void load()) : nothing} ${part?.render() ?? nothing}`;
  }

  #renderEmpty(): TemplateResult {
    const { words, term } = this.#locale;
    return html`<div class="empty" part="empty" tabindex="-1">
      <slot name="empty">${words.profile.none(term)}</slot>
    </div>`;
  }

  #renderFailure(code: OrgErrorCode, retry?: () => void): TemplateResult {
    return failureMessage(this.#locale.words, code, retry);
  }

  get #mayEdit(): boolean {
    return !this.readonly && this.#capabilities.can('edit-organization');
  }

  async #ask(about: 'leave' | 'delete'): Promise<void> {
    const dialogs = await this.#endings.load();
    dialogs?.[about].ask();
  }

  /** The organization is gone, and with it what was typed, and perhaps the button that had the focus. */
  async #goOn(organizationId: string): Promise<void> {
    this.#form.part?.forget(organizationId);
    await this.updateComplete;
    if (!this.shadowRoot?.activeElement) this.renderRoot.querySelector<HTMLElement>('.empty')?.focus();
  }
}
