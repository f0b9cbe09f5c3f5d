import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { ReceivedInvitation } from '../../contract/invitation.js';
import { AnnounceController } from '../../controllers/announce-controller.js';
import { ColorSchemeController } from '../../controllers/color-scheme-controller.js';
import { LocaleController } from '../../controllers/locale-controller.js';
import { ProviderController } from '../../controllers/provider-controller.js';
import { QueryController } from '../../controllers/query-controller.js';
import { emit, type SignInOptions } from '../../events.js';
import { decline } from '../../locales/en/decline.js';
import { invitation } from '../../locales/en/invitation.js';
import { received } from '../../locales/en/received.js';
import type { OrgError, OrgErrorCode } from '../../org-error.js';
import { account } from '../../store/queries/account.js';
import { organizations } from '../../store/queries/organizations.js';
import { receivedInvitation } from '../../store/queries/received-invitations.js';
import { buttons } from '../../styles/buttons.styles.js';
import { chips } from '../../styles/chips.styles.js';
import { controls } from '../../styles/controls.styles.js';
import { dialogs } from '../../styles/dialog.styles.js';
import { labels } from '../../styles/label.styles.js';
import { messages } from '../../styles/message.styles.js';
import { skeletons } from '../../styles/skeleton.styles.js';
import { fillAddress } from '../parts/address-template.js';
import { avatarStyles } from '../parts/avatar.styles.js';
import { mailIcon } from '../parts/icon.js';
import { InvitationAnswer } from '../parts/invitation-answer.js';
import { makeCurrent } from '../parts/make-current.js';
import { boxedMessage, failureMessage } from '../parts/message.js';
import { organizationPicture } from '../parts/organization-picture.js';
import { roleLabel } from '../parts/role-labels.js';
import { accountCard } from './account-card.js';
import { cardButton, cardSkeleton, emblem, invitationCard } from './invitation-card.js';
import { cleanAddress, readLink, type InvitationLink } from './invitation-link.js';
import { styles } from './org-invitation.styles.js';
import { pendingCard } from './pending-card.js';
import { strangerCard } from './stranger-card.js';

/**
 * The page behind the link in the mail: one invitation, in whatever state it is, with what can be done about it.
 *
 * The invitation comes from `invitation-id`, else from the page's address: the query parameters that the backend's link
 * template fills, `invitation` for `{id}`, and with magic links `token` for `{token}` and `email` for `{email}`. Who is
 * not signed in learns nothing but that there is an invitation, and comes back to this address after the sign-in.
 *
 * @fires {CustomEvent<OrgBeforeDetail<ReceivedInvitation>>} org-before-invitation-accept - The person wants to join. Cancelable, and a listener may delay it.
 * @fires {CustomEvent<{ invitationId: string, organizationId: string }>} org-invitation-accept - The person has joined.
 * @fires {CustomEvent<OrgBeforeDetail<ReceivedInvitation>>} org-before-invitation-decline - The person has confirmed to decline. Cancelable, and a listener may delay it.
 * @fires {CustomEvent<{ invitationId: string, organizationId: string }>} org-invitation-decline - The person has declined.
 * @fires {CustomEvent<{ invitationId: string, organizationId: string }>} org-invitation-request - "Ask for a new invitation" was chosen: there with `with-request`.
 * @fires {CustomEvent<OrgChangeDetail>} org-change - The organization is to become the current one: after joining with `with-switch`, and on the way on. Cancelable.
 * @fires {CustomEvent<{ organizationId: string }>} org-open-request - The way on was chosen and there is no `open-url`: there with `with-open`.
 * @fires {CustomEvent<OrgError>} org-error - Something failed; the element shows it already.
 *
 * @slot brand - Above the title, in every state: the page's logo, or that of the organization which the page is for.
 * @slot help - Below the buttons, in every state: whom to ask.
 *
 * @csspart card - The box around everything.
 * @csspart avatar - The logo of the organization or its initials, and the picture of the account.
 * @csspart emblem - The sign in place of a logo that nobody may see yet.
 * @csspart title - What it is.
 * @csspart text - What it means.
 * @csspart roles - The roles that the person would have.
 * @csspart role - One of them.
 * @csspart expiry - How long the invitation still lives.
 * @csspart account - Who is signed in, where that is the wrong account.
 * @csspart actions - The buttons.
 * @csspart accept - The button that accepts.
 * @csspart decline - The button that declines.
 * @csspart sign-in - The button that signs in.
 * @csspart sign-up - The button that makes an account.
 * @csspart switch-account - The button that signs in with another account.
 * @csspart open - The way on, a link or a button.
 * @csspart request - The button that asks for a new invitation.
 * @csspart skeleton - What takes the card's place while it loads.
 * @csspart message - A message about something that failed.
 * @csspart retry - The button that tries again.
 * @csspart dialog - Asks before the invitation is declined.
 * @csspart dialog-close - The button that closes the dialog.
 * @csspart cancel - The button that leaves it as it is.
 * @csspart confirm - The button that declines for good.
 *
 * @cssproperty [--org-color-text=CanvasText] - Text in the dialog.
 * @cssproperty [--org-color-muted] - What is less important.
 * @cssproperty [--org-color-surface=Canvas] - Background of the dialog.
 * @cssproperty [--org-color-border] - Lines around the card and the buttons.
 * @cssproperty [--org-color-hover] - Background under the pointer.
 * @cssproperty [--org-color-accent] - The main button and the sign.
 * @cssproperty [--org-color-on-accent] - Text on the accent colour.
 * @cssproperty [--org-color-danger] - Failures, and the button that declines for good.
 * @cssproperty [--org-color-focus] - The ring around what has the keyboard's focus.
 * @cssproperty [--org-radius=0.5rem] - Rounding of the corners.
 * @cssproperty [--org-space=0.5rem] - The unit of all distances.
 * @cssproperty [--org-shadow] - Shadow of the dialog.
 * @cssproperty [--org-duration=120ms] - How long the dialog takes to appear.
 */
export class OrgInvitation extends LitElement {
  static override styles = [
    controls,
    buttons,
    labels,
    avatarStyles,
    chips,
    messages,
    dialogs,
    skeletons,
    styles,
  ];

  /** The invitation's id. Without it the page's address has it. */
  @property({ attribute: 'invitation-id' }) invitationId: string | undefined;

  /** Name of the query parameter with the id. */
  @property({ useDefault: true }) parameter = 'invitation';

  /** Name of the query parameter with a one-time token. */
  @property({ attribute: 'token-parameter', useDefault: true }) tokenParameter = 'token';

  /** Name of the query parameter with the address to sign in with. */
  @property({ attribute: 'email-parameter', useDefault: true }) emailParameter = 'email';

  /** The inviting organization, where the page is for one only: the sign-in page then has its branding. */
  @property({ attribute: 'organization-id' }) organizationId: string | undefined;

  /** Its name, for those who are not signed in. Only the page can tell them: the backend tells strangers nothing. */
  @property({ attribute: 'organization-name' }) organizationName: string | undefined;

  /** Shows the invitation without a way to answer it. */
  @property({ type: Boolean, reflect: true }) readonly = false;

  /** Makes the organization the current one after joining. */
  @property({ type: Boolean, attribute: 'with-switch' }) withSwitch = false;

  /** Adds the way on for members: a button, or a link with `open-url`. */
  @property({ type: Boolean, attribute: 'with-open' }) withOpen = false;

  /** Makes the way on a link, such as `/o/{id}`; `{id}` becomes the organization's id. http and https only. */
  @property({ attribute: 'open-url' }) openUrl: string | undefined;

  /** Adds the button that asks for a new invitation where this one has ended. */
  @property({ type: Boolean, attribute: 'with-request' }) withRequest = false;

  /** Leaves out the button that makes an account. */
  @property({ type: Boolean, attribute: 'without-sign-up' }) withoutSignUp = false;

  /** What people read in place of a role's name; keys are ids or names of roles. */
  @property({ attribute: false }) roleNames: Readonly<Record<string, string>> | undefined;

  readonly #provider = new ProviderController(this);
  readonly #locale = new LocaleController(this, { decline, invitation, received });
  readonly #scheme = new ColorSchemeController(this);
  readonly #announce = new AnnounceController(this);
  readonly #answer = new InvitationAnswer(this, this.#locale, (declined) => {
    const text = this.#locale.words.decline.declined(declined.organization.name);
    void this.#settle(declined, 'declined', text);
  });
  readonly #invitation = new QueryController(this, () => this.#id && receivedInvitation(this.#id));
  readonly #organizations = new QueryController(this, () => organizations());
  readonly #account = new QueryController(
    this,
    () => this.#invitation.error?.code === 'wrong_account' && account(),
  );
  /** How it was answered here; the backend can't tell a declined one from a revoked one. */
  #answered: { readonly id: string; readonly how: 'joined' | 'declined' } | undefined;

  protected override updated(): void {
    // Whose it is is signed in: what signs in has no place in the history any more.
    if (this.#invitation.data && this.#link.token)
      history.replaceState(history.state, '', cleanAddress(this));
  }

  /** Asks for the invitation again. */
  async refresh(): Promise<void> {
    await Promise.all([this.#invitation.refetch(), this.#organizations.refetch(), this.#account.refetch()]);
  }

  /** Closes the dialog, and forgets what failed and what was answered here. */
  reset(): void {
    this.#answer.reset();
    this.#answered = undefined;
  }

  protected override render(): TemplateResult | typeof nothing {
    const skeleton = (): TemplateResult => cardSkeleton(this.#locale);
    return this.#provider.render({
      pending: skeleton,
      failed: (code, retry) => this.#renderFailure(code, retry),
      signedOut: () => this.#renderStranger(),
      ready: () =>
        html`${
          this.#id
            ? this.#invitation.render({
                pending: skeleton,
                error: (error) => this.#renderError(error),
                complete: (data) => this.#renderInvitation(data),
              })
            : this.#renderUnknown()
        }${this.#answer.render()}${this.#announce.render()}`,
    });
  }

  get #link(): InvitationLink {
    return readLink(this);
  }

  get #id(): string | undefined {
    return this.invitationId || this.#link.id;
  }

  #renderStranger(): TemplateResult {
    return strangerCard({
      locale: this.#locale,
      organizationName: this.organizationName,
      token: this.#link.token,
      hasSignUp: !this.withoutSignUp,
      signIn: (options, token) => this.#signIn(options, token),
    });
  }

  #renderInvitation(data: ReceivedInvitation): TemplateResult {
    // The answer is complete when the organization is in the list, which is later than the new status.
    if (data.status === 'pending' || this.#answer.busyId === data.id) return this.#renderPending(data);
    if (data.status === 'accepted') return this.#renderAccepted(data);
    const words = this.#locale.words.invitation;
    if (data.status === 'expired') return this.#renderEnded(data, words.expiredTitle);
    return this.#answered?.id === data.id && this.#answered.how === 'declined'
      ? this.#renderEnded(
          data,
          this.#locale.words.decline.declined(data.organization.name),
          words.declinedText,
        )
      : this.#renderEnded(data, words.revokedTitle, words.revokedText);
  }

  #renderPending(data: ReceivedInvitation): TemplateResult {
    return pendingCard({
      locale: this.#locale,
      invitation: data,
      picture: this.#logo(data.organization),
      nameOf: (role) => roleLabel(role, { names: this.roleNames }),
      answer: this.#answer,
      accept: this.readonly ? undefined : () => void this.#accept(data),
    });
  }

  #renderAccepted(data: ReceivedInvitation): TemplateResult {
    const { words } = this.#locale;
    const { id, name } = data.organization;
    const isMember = this.#organizations.data?.items.some((organization) => organization.id === id) ?? false;
    if (!isMember) return this.#renderEnded(data, words.invitation.usedTitle);
    const refusal = this.#organizations.context?.refusal;
    const isRefused = refusal?.organizationId === id && refusal.error.code === 'mfa_required';
    const isNew = this.#answered?.id === data.id;
    const address = fillAddress(this.openUrl, id);
    const label = words.invitation.open(name);
    return invitationCard({
      picture: this.#logo(data.organization),
      title: isNew ? words.invitation.joinedTitle(name) : words.invitation.memberTitle(name),
      content: isRefused ? boxedMessage(words.invitation.mfa(name)) : nothing,
      actions: address
        ? html`<a
            class="button primary"
            part="open"
            href=${address}
            @click=${(event: MouseEvent) => this.#goOn(event, id)}
            >${label}</a
          >`
        : this.withOpen
          ? cardButton('open', label, (event) => this.#goOn(event, id), true)
          : nothing,
    });
  }

  #renderEnded(data: ReceivedInvitation, title: string, reason = ''): TemplateResult {
    const words = this.#locale.words.invitation;
    const { id: invitationId, organization, inviter } = data;
    const ask = inviter?.name
      ? words.ask(inviter.name, organization.name)
      : words.askPlain(organization.name);
    return invitationCard({
      picture: this.#logo(organization),
      title,
      text: [reason, ask].filter(Boolean).join(' '),
      actions: this.withRequest
        ? cardButton('request', words.request, () =>
            emit(this, 'org-invitation-request', { invitationId, organizationId: organization.id }),
          )
        : nothing,
    });
  }

  #renderError({ code }: OrgError): TemplateResult {
    if (code === 'not_found') return this.#renderUnknown();
    if (code === 'wrong_account') return this.#renderWrongAccount();
    return this.#renderFailure(code, () => this.refresh());
  }

  #renderUnknown(): TemplateResult {
    const words = this.#locale.words.invitation;
    return invitationCard({ picture: emblem(mailIcon), title: words.unknownTitle, text: words.unknownText });
  }

  #renderWrongAccount(): TemplateResult {
    const { data, pending } = this.#account;
    if (pending) return cardSkeleton(this.#locale);
    return accountCard({ locale: this.#locale, account: data, switchAccount: this.#switchAccount });
  }

  #renderFailure(code: OrgErrorCode, retry: (() => unknown) | undefined): TemplateResult {
    return html`<div class="card">${failureMessage(this.#locale.words, code, retry)}</div>`;
  }

  #logo(organization: ReceivedInvitation['organization']): TemplateResult {
    return organizationPicture(organization, this.#scheme.dark);
  }

  /** Leaves the page for Logto, and comes back to this address: only the id stays in it. */
  #signIn(options: SignInOptions, token?: string): void {
    const { email } = this.#link;
    const extraParams: Record<string, string> = {
      ...(this.organizationId && { organization_id: this.organizationId }),
      ...(token && { one_time_token: token }),
    };
    this.#provider.context?.signIn({
      ...options,
      postRedirectUri: cleanAddress(this),
      ...(email && { loginHint: email }),
      ...(Object.keys(extraParams).length > 0 && { extraParams }),
    });
  }

  /** `login` asks for an account although one is signed in; `consent` is what brings a refresh token. */
  readonly #switchAccount = (): void => this.#signIn({ prompt: ['login', 'consent'] }, this.#link.token);

  async #accept(data: ReceivedInvitation): Promise<void> {
    if (!(await this.#answer.accept(data))) return;
    await this.#settle(data, 'joined', this.#locale.words.received.joined(data.organization.name));
    if (this.withSwitch) makeCurrent(this, this.#provider.context, data.organization.id);
  }

  /** The buttons are gone: the title has the focus next. */
  async #settle({ id }: ReceivedInvitation, how: 'joined' | 'declined', text: string): Promise<void> {
    this.#answered = { id, how };
    this.#announce.say(text);
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('#title')?.focus();
  }

  #goOn(event: MouseEvent, organizationId: string): void {
    // Ctrl, Cmd or Shift and a click on a link: a new tab or window, and nothing changes here.
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (!makeCurrent(this, this.#provider.context, organizationId)) event.preventDefault();
    else if (!this.openUrl) emit(this, 'org-open-request', { organizationId });
  }
}
