import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import type { Account } from '../../contract/account.js';
import type { OrganizationProfile } from '../../contract/organization.js';
import { ActionController } from '../../controllers/action-controller.js';
import type { AnnounceController } from '../../controllers/announce-controller.js';
import type { CapabilitiesController } from '../../controllers/capabilities-controller.js';
import { LocaleController } from '../../controllers/locale-controller.js';
import { addStyles } from '../../controllers/on-demand-controller.js';
import { QueryController } from '../../controllers/query-controller.js';
import { emit, type OrgOrganizationUpdate } from '../../events.js';
import { editing } from '../../locales/en/editing.js';
import { form } from '../../locales/en/form.js';
import { profile } from '../../locales/en/profile.js';
import { updateOrganization } from '../../store/changes/organizations.js';
import { account } from '../../store/queries/account.js';
import { fields } from '../../styles/fields.styles.js';
import { LogoUpload } from '../parts/logo-upload.js';
import { boxedMessage, notice } from '../parts/message.js';
import { judgeByBackend, judgeDraft, organizationFields } from '../parts/organization-fields.js';
import { conflictPanel, fieldLabel } from './conflict-panel.js';
import { mfaField } from './mfa-field.js';
import type { OrgProfile } from './org-profile.js';
import { ProfileDraft } from './profile-draft.js';
import { formStyles } from './profile-form.styles.js';
import { toUpdate, toValues } from './profile-values.js';

/**
 * Changes the profile of the current organization; loaded for who may. What was typed belongs to an organization, and
 * waits for it when another becomes current.
 */
export class ProfileForm implements ReactiveController {
  readonly #host: OrgProfile;
  readonly #profile: QueryController<OrganizationProfile>;
  readonly #capabilities: CapabilitiesController;
  readonly #announce: AnnounceController;
  readonly #locale: LocaleController<'editing' | 'form' | 'profile'>;
  readonly #save: ActionController<[OrgOrganizationUpdate], OrganizationProfile>;
  readonly #account: QueryController<Account>;
  readonly #upload: LogoUpload;
  readonly #drafts = new Map<string, ProfileDraft>();
  #draft: ProfileDraft | undefined;
  /** Whose logo the file is that is on its way. */
  #uploadDraft: ProfileDraft | undefined;
  #isAsking = false;

  constructor(
    host: OrgProfile,
    parts: {
      readonly profile: QueryController<OrganizationProfile>;
      readonly capabilities: CapabilitiesController;
      readonly announce: AnnounceController;
    },
  ) {
    this.#host = host;
    this.#profile = parts.profile;
    this.#capabilities = parts.capabilities;
    this.#announce = parts.announce;
    this.#locale = new LocaleController(host, { editing, form, profile });
    this.#account = new QueryController(host, () => !host.withoutMfa && account());
    this.#save = new ActionController(
      host,
      'org-before-organization-update',
      ({ store }, { organization, update }) =>
        store.run(updateOrganization(organization.id, update, organization.version)),
    );
    this.#upload = new LogoUpload(
      host,
      () => {
        this.#uploadDraft = this.#draft;
        return host.upload;
      },
      (name, address, error) => {
        const target = this.#uploadDraft?.form;
        if (address !== undefined) target?.set(name, address);
        if (!error) return;
        target?.judge({ ...target.errors, [name]: this.#locale.words.form.uploadFailed });
        emit(host, 'org-error', error);
      },
    );
    addStyles(host, [fields, formStyles]);
    host.addController(this);
  }

  hostUpdate(): void {
    const { data } = this.#profile;
    if (!data) return;
    if (this.#draft?.profile.id !== data.id) this.#open(data);
    else if (this.#draft.follow(data)) this.#announce.say(this.#locale.words.editing.conflict);
  }

  /** Forgets what was typed. */
  readonly reset = (): void => {
    this.#isAsking = false;
    this.#draft?.reset();
    this.#host.requestUpdate();
  };

  /** The organization is gone: there is nothing to save any more. */
  forget(organizationId: string): void {
    this.#drafts.get(organizationId)?.reset();
  }

  render(): TemplateResult | typeof nothing {
    const draft = this.#draft;
    if (!draft) return nothing;
    const { customFields, withoutLogos, withoutMfa, upload } = this.#host;
    return html`<form class="form" part="form" novalidate @submit=${this.#submit}>
      ${conflictPanel({
        conflicts: draft.conflicts,
        locale: this.#locale,
        customFields,
        isAsking: this.#isAsking,
        choose: (conflict, choice) => draft.choose(conflict, choice),
      })}
      ${this.#renderNews(draft)}
      ${organizationFields({
        form: draft.form,
        locale: this.#locale,
        customFields,
        upload: upload && this.#upload,
        withoutLogos,
      })}
      ${withoutMfa ? nothing : this.#renderMfa(draft)} ${this.#renderError(draft)}
      ${this.#renderButtons(draft)}
    </form>`;
  }

  #renderNews({ news }: ProfileDraft): TemplateResult | typeof nothing {
    const { words, language } = this.#locale;
    if (news.length === 0) return nothing;
    const labels = news.map((field) => fieldLabel(field, this.#locale, this.#host.customFields));
    return notice(words.editing.news(new Intl.ListFormat(language).format(labels)));
  }

  #renderMfa({ form, profile }: ProfileDraft): TemplateResult {
    const { me } = this.#capabilities;
    return mfaField({
      isRequired: form.values.isMfaRequired,
      wasRequired: profile.isMfaRequired,
      wouldLockOut: me?.isOperator === false && this.#account.data?.hasMfa === false,
      accountUrl: this.#host.accountUrl,
      locale: this.#locale,
      change: (isRequired) => form.set('isMfaRequired', isRequired),
    });
  }

  #renderError({ error, conflicts, news }: ProfileDraft): TemplateResult | typeof nothing {
    const { words, term } = this.#locale;
    const isShown = conflicts.length > 0 || news.length > 0;
    if (!error || (error.code === 'precondition_failed' && isShown)) return nothing;
    const isMfa = error.details?.['reason'] === 'mfa_not_set_up';
    return boxedMessage(isMfa ? words.editing.ownMfaMissing(term) : words.errors[error.code]);
  }

  #renderButtons({ isOpen, isSaving }: ProfileDraft): TemplateResult {
    const { editing } = this.#locale.words;
    const isOff = !isOpen || this.#upload.busy !== undefined;
    return html`<div class="buttons">
      <button
        type="submit"
        class="button primary"
        part="submit"
        aria-busy=${isSaving}
        aria-disabled=${isOff || isSaving}
      >
        ${editing.save}
      </button>
      ${
        isOpen && !isSaving
          ? html`<button type="button" class="button" part="discard" @click=${this.#discard}>
                ${editing.discard}
              </button>
              <span class="hint unsaved">${editing.unsaved}</span>`
          : nothing
      }
    </div>`;
  }

  /** What is typed waits where it is; what is not, need not. */
  #open(profile: OrganizationProfile): void {
    const before = this.#draft;
    const isWaiting = before === this.#uploadDraft && this.#upload.busy !== undefined;
    if (before && !before.isOpen && !before.isSaving && !isWaiting) {
      this.#drafts.delete(before.profile.id);
      before.end();
    }
    this.#isAsking = false;
    this.#draft = this.#drafts.get(profile.id) ?? new ProfileDraft(this.#host, profile);
    this.#drafts.set(profile.id, this.#draft);
    this.#draft.follow(profile);
  }

  readonly #discard = async (): Promise<void> => {
    this.reset();
    await this.#focus('#name');
  };

  readonly #submit = (event: SubmitEvent): void => {
    event.preventDefault();
    void this.#run();
  };

  async #run(): Promise<void> {
    const draft = this.#draft;
    if (!draft?.isOpen || this.#save.busy || this.#upload.busy) return;
    this.#isAsking = draft.isUnsettled;
    if (this.#isAsking) {
      this.#host.requestUpdate();
      return this.#focus('.conflict:has(.error) input');
    }
    if (!judgeDraft(draft.form, this.#locale.words, this.#host.customFields))
      return this.#focus('[aria-invalid="true"]');
    const sent = draft.form.values;
    const { profile: organization } = draft;
    const update = toUpdate(toValues(organization), sent);
    // Of every conflict it is theirs that stays.
    if (Object.keys(update).length === 0) return this.reset();
    draft.error = undefined;
    draft.isSaving = true;
    const saved = await this.#save.run({ organization, update });
    draft.isSaving = false;
    if (!saved) return this.#explain(draft);
    draft.settle(sent, saved);
    this.#announce.say(this.#locale.words.editing.saved);
    emit(this.#host, 'org-organization-update', saved);
  }

  /** Where somebody else was first, what they saved has been fetched by now. */
  async #explain(draft: ProfileDraft): Promise<void> {
    const { data } = this.#profile;
    draft.error = this.#save.error;
    judgeByBackend(draft.form, draft.error, this.#locale.words);
    if (data?.id === draft.profile.id) draft.follow(data);
    this.#host.requestUpdate();
    await this.#focus(draft.conflicts.length > 0 ? '.conflicts' : '[aria-invalid="true"]');
  }

  async #focus(selector: string): Promise<void> {
    await this.#host.updateComplete;
    this.#host.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }
}
