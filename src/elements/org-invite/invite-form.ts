import { html, nothing, type TemplateResult } from 'lit';
import type { InviteInput, SentInvitation } from '../../contract/invitation.js';
import { ActionController } from '../../controllers/action-controller.js';
import { BatchController } from '../../controllers/batch-controller.js';
import { CopyController } from '../../controllers/copy-controller.js';
import { FocusController } from '../../controllers/focus-controller.js';
import type { ReadyContext } from '../../controllers/query-controller.js';
import { emit } from '../../events.js';
import { failureMessage } from '../parts/message.js';
import { addressesIn, plainAddresses } from './address-text.js';
import { Draft, isHopeless, type Problem, type Recipient } from './draft.js';
import { inviteResults } from './invite-results.js';
import { inviteSettings, type Settings } from './invite-settings.js';
import { InviteRoles } from './invite-roles.js';
import type { InviteShared } from './invite-shared.js';
import { KnownAddresses } from './known-addresses.js';
import type { OrgInvite } from './org-invite.js';
import { RecipientField } from './recipient-field.js';
import { sendInvitations, type Invitations } from './send-invitations.js';
import { wordsOf } from '../parts/words-of.js';

/** What is filled in, on the page or in the dialog. */
export class InviteForm {
  readonly #host: OrgInvite;
  readonly #shared: InviteShared;
  readonly #roles: InviteRoles;
  readonly #known: KnownAddresses;
  readonly #batch: BatchController<Invitations>;
  readonly #sending: ActionController<[InviteInput], void>;
  readonly #copier: CopyController;
  readonly #field: RecipientField;
  /** By organization: what was typed for one is never sent to another, and waits for it. */
  readonly #drafts = new Map<string, Draft>();
  #choice: Partial<Settings> = {};
  #sent: readonly SentInvitation[] = [];
  #hasParserFailed = false;

  constructor(host: OrgInvite, shared: InviteShared) {
    this.#host = host;
    this.#shared = shared;
    const isOffered = (): boolean => !host.readonly && shared.capabilities.can('invite-members');
    this.#roles = new InviteRoles(host, shared, () => this.#draft);
    this.#known = new KnownAddresses(host, {
      isNeeded: () => isOffered() && this.#draft.recipients.length > 0,
      seesMembers: () => shared.capabilities.can('see-addresses'),
    });
    this.#batch = new BatchController(host, (invitations) => invitations.length);
    this.#sending = new ActionController(host, 'org-before-invitation-send', (context, input) =>
      this.#deliver(context, input),
    );
    this.#copier = new CopyController(host);
    new FocusController(host, '#address');
    this.#field = new RecipientField(host, {
      commit: (text) => void this.commit(text),
      type: (text) => this.#update(() => (this.#draft.text = text)),
      remove: ({ id }) => this.#update(() => this.#draft.remove((one) => one.id === id)),
      open: (recipient, event) => this.#roles.open(recipient, event),
    });
  }

  get busy(): boolean {
    return this.#sending.busy;
  }

  /** How many addresses of this organization have not been sent; what stands in the field is one. */
  get unsent(): number {
    const { recipients, text } = this.#draft;
    return recipients.length + (text.trim() ? 1 : 0);
  }

  /** In any organization. */
  get hasUnsent(): boolean {
    return this.busy || [...this.#drafts.values()].some(({ isDirty }) => isDirty);
  }

  async refresh(): Promise<void> {
    await Promise.all([this.#shared.roles.refetch(), this.#known.refresh()]);
  }

  reset(): void {
    this.#drafts.clear();
    this.discard();
  }

  /** Empties it for this organization. */
  discard(): void {
    this.#drafts.delete(this.#organizationId);
    this.#choice = {};
    this.#sending.reset();
    this.forgetResults();
  }

  forgetResults(): void {
    this.#update(() => (this.#sent = []));
  }

  /** Makes chips of a text. What can't be read for the moment stays in the field. */
  async commit(text: string): Promise<void> {
    const draft = this.#draft;
    this.#update(() => (draft.text = ''));
    this.#hasParserFailed = false;
    try {
      draft.add(plainAddresses(text) ?? (await addressesIn(text)));
    } catch {
      this.#hasParserFailed = true;
      draft.text = text;
    }
    this.#host.requestUpdate();
  }

  async send(): Promise<void> {
    if (this.busy) return;
    await this.commit(this.#draft.text);
    const problemOf = this.#judge();
    const { recipients } = this.#draft;
    const invitations = recipients.flatMap((recipient) => {
      const { email, roleIds } = recipient;
      if (email === undefined || isHopeless(problemOf(recipient))) return [];
      return [{ email, ...(roleIds && { roleIds: [...roleIds] }) }];
    });
    if (invitations.length === 0) return this.#field.input?.focus();
    const { delivery, language, lifetimeDays } = this.#settings;
    await this.#sending.run({
      invitations,
      roleIds: [...this.#roles.ofAll],
      delivery,
      ...(language && delivery === 'mail' && { locale: language }),
      ...(lifetimeDays && { lifetimeDays }),
    });
  }

  render(): TemplateResult {
    const { locale } = this.#shared;
    const { words } = locale;
    const { recipients, text } = this.#draft;
    const problemOf = this.#judge();
    const hopeless = recipients.filter((recipient) => isHopeless(problemOf(recipient)));
    const why = (recipient: Recipient): string | undefined => {
      const problem = problemOf(recipient);
      return problem && this.#reason(problem);
    };
    this.#known.follow(this.#draft, () => this.#host.requestUpdate());
    return html`${this.#field.render({
        recipients,
        text,
        words: words.invite,
        why,
        problemOf,
        rolesOf: ({ roleIds }) => roleIds && this.#roles.namesOf(roleIds),
        isBusy: this.busy,
      })}
      ${this.#hasParserFailed ? failureMessage(words, 'network') : nothing}
      ${this.#renderHopeless(hopeless.length)}
      <div class="settings">
        ${this.#roles.renderField(this.busy)}
        ${inviteSettings({
          locale,
          settings: this.#settings,
          languages: wordsOf(this.#host.languages),
          lifetimes: wordsOf(this.#host.lifetimes).map(Number),
          isBusy: this.busy,
          change: (change) => this.#update(() => (this.#choice = { ...this.#choice, ...change })),
        })}
      </div>
      ${this.#roles.renderPopover(why)} ${this.busy ? this.#renderProgress() : nothing}
      ${this.#sending.error ? failureMessage(words, this.#sending.error.code) : nothing}
      ${
        this.#sent.length > 0
          ? inviteResults({
              locale,
              sent: this.#sent,
              copier: this.#copier,
              copy: (copied) => void this.#copy(copied),
              dismiss: () => this.forgetResults(),
            })
          : nothing
      }`;
  }

  /** There before it has something to say: only then it is heard. */
  #renderHopeless(count: number): TemplateResult {
    const { invite } = this.#shared.locale.words;
    const isEmpty = count === 0;
    return html`<div class=${isEmpty ? 'spoken' : 'hopeless'} part=${isEmpty ? nothing : 'hopeless'}>
      <span role="status">${isEmpty ? nothing : invite.hopeless(count)}</span>
      ${
        isEmpty
          ? nothing
          : html`<button type="button" class="button" part="remove-hopeless" @click=${this.#removeHopeless}>
              ${invite.removeHopeless}
            </button>`
      }
    </div>`;
  }

  renderActions(): TemplateResult {
    const { invite } = this.#shared.locale.words;
    const problemOf = this.#judge();
    const { recipients, text } = this.#draft;
    const count = recipients.filter((recipient) => !isHopeless(problemOf(recipient))).length;
    const isPossible = (count > 0 || text.trim() !== '') && !this.busy;
    return html`<button
      type="submit"
      class="button primary"
      part="send"
      aria-busy=${this.busy}
      aria-disabled=${!isPossible}
    >
      ${this.busy ? invite.sending : invite.send(count)}
    </button>`;
  }

  #renderProgress(): TemplateResult {
    const { words } = this.#shared.locale;
    const { done, total } = this.#batch;
    return html`<div class="progress" part="progress">
      <progress max=${total || 1} value=${done} aria-label=${words.invite.sending}></progress>
      <span>${words.lists.progress(done, total)}</span>
      <button type="button" class="button" part="stop" @click=${this.#batch.stop}>${words.lists.stop}</button>
    </div>`;
  }

  async #deliver({ store, organizationId }: ReadyContext, input: InviteInput): Promise<void> {
    if (organizationId === null) return;
    const draft = this.#draftFor(organizationId);
    const { items, failed, error } = await sendInvitations(store, organizationId, input, this.#batch);
    const invited = items.filter(({ status }) => status === 'invited');
    const emails = new Set(invited.map(({ email }) => email));
    draft.remove(({ email }) => email !== undefined && emails.has(email));
    for (const { email, status } of items) if (status !== 'invited') draft.fail([email], status);
    for (const { emails: those, error: reason } of failed) draft.fail(those, reason.code);
    this.#sent = [...invited.flatMap(({ invitation }) => invitation ?? []), ...this.#sent];
    const { invite } = this.#shared.locale.words;
    const rest = draft.recipients.length;
    this.#shared.announcer.say(
      [invite.invited(emails.size), rest > 0 ? invite.notInvited(rest) : ''].filter(Boolean).join('. '),
    );
    emit(this.#host, 'org-invitation-send', { organizationId, items });
    if (error) throw error;
  }

  get #organizationId(): string {
    return this.#shared.capabilities.query.context?.organizationId ?? '';
  }

  get #draft(): Draft {
    return this.#draftFor(this.#organizationId);
  }

  #draftFor(organizationId: string): Draft {
    let draft = this.#drafts.get(organizationId);
    if (!draft) this.#drafts.set(organizationId, (draft = new Draft()));
    return draft;
  }

  get #settings(): Settings {
    const { delivery, mailLanguage: language } = this.#host;
    return { delivery, language, lifetimeDays: undefined, ...this.#choice };
  }

  #judge(): (recipient: Recipient) => Problem | undefined {
    const draft = this.#draft;
    const problems = draft.problems((email) => this.#known.find(email, draft));
    return ({ id }) => problems.get(id);
  }

  #reason(problem: Problem): string {
    const { invite, errors } = this.#shared.locale.words;
    return { ...errors, ...invite.problems }[problem];
  }

  async #copy(text: string): Promise<void> {
    const { copied } = this.#shared.locale.words.copying;
    if (await this.#copier.copy(text)) this.#shared.announcer.say(copied);
  }

  readonly #removeHopeless = (): void => {
    const problemOf = this.#judge();
    this.#update(() => this.#draft.remove((recipient) => isHopeless(problemOf(recipient))));
    this.#field.input?.focus();
  };

  #update(change: () => unknown): void {
    change();
    this.#host.requestUpdate();
  }
}
