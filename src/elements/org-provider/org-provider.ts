import { ContextProvider } from '@lit/context';
import { html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { startSignIn, type LogtoClientLike } from '../../api/logto-client.js';
import type { OwnClient } from '../../api/own-client.js';
import { toTokenError } from '../../api/token-error.js';
import { tokenQueue } from '../../api/token-queue.js';
import {
  clientTokens,
  functionTokens,
  type GetToken,
  type OrganizationTokens,
  type TokenSource,
} from '../../api/token-source.js';
import { emit, type OrgChangeDetail, type OrgState, type SignInOptions } from '../../events.js';
import { OrgError } from '../../org-error.js';
import { orgContext, type OrgContextValue } from '../../store/org-context.js';
import { organizationMemory, type Remember, type Remembered } from '../../store/organization-memory.js';
import { OrgSession } from './org-session.js';
import type { CanOptions } from './provider-requests.js';
import { styles } from './org-provider.styles.js';
import { missingSetting } from './missing-setting.js';

const DEFAULT_PERMISSIONS =
  'read:member invite:member manage:member delete:member manage:organization delete:organization';

/** How long a page may take to set what is missing before the provider complains, in milliseconds. */
const PATIENCE = 1000;

/** Read when they are needed. Any other setting means another backend, application or person: all begins anew. */
const late: readonly PropertyKey[] = ['redirectUri', 'signOutUri'];

/**
 * Gives the elements inside it what they need: who is signed in, the current organization, and the backend.
 *
 * Tokens come in one of three ways: from `client`, which is anything shaped like a `LogtoClient`; from the function
 * `getToken`; or, with `logto-endpoint` and `app-id`, from a client of its own, which is loaded on demand and for
 * which the provider handles sign-in, the way back, and sign-out. `resource` is the API resource of the backend.
 *
 * An organization is proven by its organization token, or, with `organization-tokens="resource"`, by a token of the
 * API resource for that organization, which carries the permissions that roles give for the resource. `getToken`
 * decides for itself: the backend takes either. With `operator` the page may also open organizations that the person
 * is no member of, proven by the person's own token with the backend's operator scope, which `scopes` has to name.
 *
 * It obeys `org-change` from inside, after all listeners had the chance to call `preventDefault()`. Whenever the
 * current organization changes by anything else than such an event or the page setting `organizationId`, because it
 * is gone, another tab has switched, or a switch was refused, the provider emits `org-change` itself.
 *
 * With the attribute `organization-id` the page says which organization it is about: it begins with that one, and
 * another tab's switch is not followed.
 *
 * @fires {CustomEvent<OrgStateChangeDetail>} org-state-change - The state has changed; `data-state` has it too.
 * @fires {CustomEvent<OrgChangeDetail>} org-change - The current organization has changed without being asked from inside.
 * @fires {CustomEvent<OrgPermissionsChangeDetail>} org-permissions-change - The person has gained or lost permissions or roles, here or in another tab or browser; tokens from before were dropped. `consentRequired` names permissions for which `requestConsent()` is needed.
 * @fires {CustomEvent<OrgError>} org-error - Something failed.
 * @fires {CustomEvent<SignInOptions>} org-sign-in-request - Sign-in is wanted, with what it is to know, and the page's `getToken` or `client` has no way to do it.
 * @fires {CustomEvent<null>} org-sign-out-request - Sign-out is wanted, and the page's `getToken` or `client` has no way to do it. The provider asks for no token any more.
 *
 * @slot - The page's content, with the elements of the kit anywhere in it.
 * @slot signed-out - Shown in place of it while nobody is signed in.
 */
export class OrgProvider extends LitElement {
  static override styles = styles;

  /** Base address of the backend, such as `/api/organizations-kit`. Required. */
  @property() endpoint = '';

  /** Address of Logto, for a client of its own. */
  @property({ attribute: 'logto-endpoint' }) logtoEndpoint = '';

  /** Id of the single-page application in Logto, for a client of its own. */
  @property({ attribute: 'app-id' }) appId = '';

  /** Indicator of the API resource that the backend accepts tokens for. Required unless there is `getToken`. */
  @property() resource = '';

  /** Further scopes to ask for at sign-in, separated by spaces. */
  @property() scopes = '';

  /** Permissions to ask for at sign-in, separated by spaces: Logto never gives one that was not asked for. */
  @property() permissions = DEFAULT_PERMISSIONS;

  /** Which tokens of Logto prove an organization: its organization token, or one of `resource` for it. */
  @property({ attribute: 'organization-tokens' }) organizationTokens: OrganizationTokens = 'organization';

  /** Lets an operator of the tenant open any organization: all that happens there is in the backend's audit trail. */
  @property({ type: Boolean }) operator = false;

  /** Where Logto sends the person back to, as registered there; relative to the page. By default this page. */
  @property({ attribute: 'redirect-uri' }) redirectUri = '';

  /** Where Logto sends the person after sign-out, as registered there. By default the origin. */
  @property({ attribute: 'sign-out-uri' }) signOutUri = '';

  /**
   * Seconds after which a page that is left open asks again, while it can be seen, where the person is a member and with
   * which roles; 0 never. A page that is used hears of a change with its next answer, or when it gets the focus.
   */
  @property({ type: Number, attribute: 'refresh-interval' }) refreshInterval = 300;

  /** Where the current organization is kept: in the browser, in the tab, in the address, or not at all. */
  @property() remember: Remember = 'browser';

  /** Name of the query parameter, with `remember="url"`. */
  @property() parameter = 'organization';

  /** The page's own client. */
  @property({ attribute: false }) client: LogtoClientLike | undefined;

  /** The page's own way to get tokens. */
  @property({ attribute: false }) getToken: GetToken | undefined;

  /**
   * The current organization; `null` when there is none. Setting it switches. The attribute says with which one to
   * begin, and is not changed by a switch.
   */
  @property({
    attribute: 'organization-id',
    noAccessor: true,
    // Without the attribute it is left to the memory; an empty one is the personal row.
    converter: { fromAttribute: (text) => (text === null ? undefined : text || null) },
  })
  get organizationId(): string | null {
    return this.#session?.organizationId ?? null;
  }

  set organizationId(organizationId: Remembered) {
    this.#requested = organizationId;
    void this.#session?.request(organizationId);
  }

  #state: OrgState = 'loading';
  #error: OrgError | undefined;
  #session: OrgSession | undefined;
  #own: OwnClient | undefined;
  #tokens: TokenSource | undefined;
  #requested: Remembered;
  #attempt = 0;
  #starting: Promise<void> | undefined;
  #stopWatching: (() => void) | undefined;
  readonly #context = new ContextProvider(this, { context: orgContext, initialValue: this.#contextValue() });

  constructor() {
    super();
    this.addEventListener('org-change', (event) => this.#obey(event));
  }

  /** What `data-state` says. */
  get state(): OrgState {
    return this.#state;
  }

  /** Why the state is `error`. */
  get error(): OrgError | undefined {
    return this.#error;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // Put back where it was or elsewhere: what was there goes on, and is looked at again.
    this.#session?.start();
    if (this.hasUpdated) this.#follow();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#pause();
  }

  protected override updated(changes: PropertyValues<this>): void {
    if ([...changes.keys()].some((name) => !late.includes(name))) void this.refresh();
  }

  /** Looks anew who is signed in: to be called after the page's own client has signed in or out without a reload. */
  refresh(): Promise<void> {
    return (this.#starting = this.#start());
  }

  /** Begins the sign-in: leaves the page for Logto. With a page's `getToken` it emits `org-sign-in-request`. */
  async signIn(options: SignInOptions = {}): Promise<void> {
    const callback = new URL(this.redirectUri || location.pathname, document.baseURI);
    const redirectUri = options.redirectUri ?? callback.href;
    await this.#attemptTo(async () => {
      // A client of its own may still be on its way.
      await this.#starting;
      if (this.#own) return this.#own.signIn({ ...options, redirectUri });
      if (this.client?.signIn) return startSignIn(this.client, { ...options, redirectUri });
      emit(this, 'org-sign-in-request', { ...options, redirectUri });
    });
  }

  /**
   * Ends the session at Logto too, and goes on to `redirectUri`, else to `sign-out-uri`, else to the origin. From then
   * on no token is asked for, until `refresh()`, or the page sets `client` or `getToken` anew.
   */
  async signOut(redirectUri?: string): Promise<void> {
    const target = new URL(redirectUri ?? (this.signOutUri || '/'), document.baseURI).href;
    this.#session?.stop();
    this.#tokens?.close();
    // Who comes back by the history finds the page as it was left.
    const refresh = (): Promise<void> => this.refresh();
    window.addEventListener('pageshow', refresh, { once: true });
    await this.#attemptTo(async () => {
      if (this.#own) return this.#own.signOut(target);
      if (this.client?.signOut) return this.client.signOut(target);
      emit(this, 'org-sign-out-request', null);
    }, refresh);
  }

  /**
   * An organization's token, of the current one unless another is named; Logto refuses it to an operator who is no
   * member. It takes its turn among the kit's own calls: asking the client directly at the same time may break
   * Logto's rotation of refresh tokens.
   * @throws OrgError
   */
  async organizationToken(organizationId?: string): Promise<string> {
    // A listener of `org-change` hears of it before the provider has obeyed.
    await Promise.resolve();
    const id = organizationId ?? this.organizationId;
    if (!id) throw new OrgError('invalid_input', 'There is no current organization.');
    return this.#askForToken(id);
  }

  /** The person's token for the backend's API resource. @throws OrgError */
  async accessToken(): Promise<string> {
    return this.#askForToken();
  }

  /**
   * Whether the person holds permissions, by name, in the current organization, live from the backend: all of them, or
   * with `{ any: true }` one of them. `{ roles }` names roles beside them. False where it cannot be known, too: signed
   * out, in no organization, or without an answer.
   *
   * **It is no protection**, as little as `<org-gate>`: it says what to offer. Your own API has to check the token, and
   * the backend of this kit checks every change again.
   */
  async can(permissions: string | readonly string[], options?: CanOptions): Promise<boolean> {
    return (await import('./provider-requests.js')).can(
      this,
      () => this.#contextValue(),
      permissions,
      options,
    );
  }

  /**
   * Asks Logto for permissions that were never asked for at sign-in, and comes back to this page and organization:
   * `consentRequired` of `org-permissions-change`, which are those by default. Nobody has to type anything while the
   * session at Logto lasts. Name them in `permissions` too, so that the next sign-in asks for them at once.
   */
  async requestConsent(permissions?: readonly string[]): Promise<void> {
    const { requestConsent } = await import('./provider-requests.js');
    return requestConsent(this, this.#name, this.#session?.store, permissions);
  }

  /** Drops every token and asks for all that is shown again, with new ones: the ID token is a new one too. */
  async renewTokens(): Promise<void> {
    await this.#tokens?.drop();
    await this.#session?.store.invalidate([]);
  }

  /** The client that the provider made for itself, or the page's. Calls to its own one take their turn. */
  get logtoClient(): LogtoClientLike | undefined {
    return this.#own?.client ?? this.client;
  }

  protected override render(): TemplateResult {
    const isOut = this.#state === 'signed-out' && !!this.querySelector(':scope > [slot="signed-out"]');
    return html`<slot ?hidden=${isOut}></slot>
      <slot name="signed-out" ?hidden=${!isOut} @slotchange=${() => this.requestUpdate()}></slot>`;
  }

  get #name(): string {
    return this.appId || (this.client?.logtoConfig?.appId ?? this.endpoint);
  }

  async #start(): Promise<void> {
    const attempt = ++this.#attempt;
    this.#pause();
    this.#tokens?.close();
    this.#session = this.#tokens = this.#own = undefined;
    this.#setState('loading');
    try {
      const tokens = await this.#findTokens(attempt);
      // In the meantime something was set again, or the page is being left.
      if (!tokens || attempt !== this.#attempt) return;
      const isSignedIn = await tokens.isSignedIn();
      if (attempt !== this.#attempt) return;
      this.#tokens = tokens;
      if (isSignedIn) this.#begin(tokens);
      else this.#setState('signed-out');
    } catch (error) {
      if (attempt === this.#attempt) this.#fail(OrgError.from(error));
    }
  }

  /** Undefined when the browser is leaving the page, or another attempt has begun. @throws OrgError */
  async #findTokens(attempt: number): Promise<TokenSource | undefined> {
    // The page's script may still be about to set a property.
    if (missingSetting(this)) await new Promise((resolve) => setTimeout(resolve, PATIENCE));
    if (attempt !== this.#attempt) return undefined;
    const missing = missingSetting(this);
    if (missing) throw (await import('./not-configured.js')).notConfigured(missing);
    const { client, getToken, resource, organizationTokens, appId, logtoEndpoint, permissions, scopes } =
      this;
    const queue = tokenQueue(this.#name);
    if (getToken) return functionTokens(getToken, queue);
    if (client) return clientTokens(client, resource, queue, organizationTokens);
    const { OwnClient } = await import('../../api/own-client.js');
    if (attempt !== this.#attempt) return undefined;
    const endpoint = new URL(logtoEndpoint, document.baseURI).href;
    const own = (this.#own = new OwnClient({ endpoint, appId, resource, permissions, scopes, queue }));
    try {
      if ((await own.completeSignIn()) === 'leaving') return undefined;
    } catch (cause) {
      const message = `The sign-in was not completed: ${String(cause)}`;
      emit(this, 'org-error', new OrgError('unauthenticated', message, { cause }));
    }
    // Back from a consent: in the organization where it was asked for.
    if (this.#requested === undefined) this.#requested = own.takeOrganization();
    this.#follow();
    return clientTokens(own.inner, resource, queue, organizationTokens);
  }

  #begin(tokens: TokenSource): void {
    const { remember, parameter } = this;
    const name = this.#name;
    this.#session = new OrgSession({
      host: this,
      onUpdate: () => this.#update(),
      onSignedOut: () => void this.#signedOut(),
      baseUrl: new URL(this.endpoint, document.baseURI).href,
      tokens,
      name,
      memory: organizationMemory({ remember, name, parameter }),
      requested: this.#requested,
      isPinned: () => this.hasAttribute('organization-id'),
      isOperator: this.operator,
      refetchInterval: this.refreshInterval * 1000,
    });
    // A wish is for once; the attribute is for as long as it is there.
    if (!this.hasAttribute('organization-id')) this.#requested = undefined;
    if (this.isConnected) this.#session.start();
  }

  #pause(): void {
    this.#session?.stop();
    this.#stopWatching?.();
    this.#stopWatching = undefined;
  }

  async #signedOut(): Promise<void> {
    // Else the client goes on believing that somebody is signed in.
    await this.#own?.forget();
    await this.refresh();
  }

  /** Watches for another tab that signs in or out, as long as the provider is in the page. */
  #follow(): void {
    const own = this.#own;
    if (!own || !this.isConnected) return;
    this.#stopWatching?.();
    this.#stopWatching = own.watch(() => void (own === this.#own && this.refresh()));
  }

  #update(): void {
    const session = this.#session;
    if (!session) return;
    this.#error = session.error;
    this.#setState(session.isReady ? 'ready' : session.error ? 'error' : 'loading');
  }

  #fail(error: OrgError): void {
    this.#error = error;
    if (error.code === 'not_configured') console.warn(error.message);
    this.#setState('error');
    emit(this, 'org-error', error);
  }

  #setState(state: OrgState): void {
    if (state !== 'error') this.#error = undefined;
    const hasChanged = state !== this.#state || !this.hasAttribute('data-state');
    this.#state = state;
    this.#context.setValue(this.#contextValue());
    if (!hasChanged) return;
    this.setAttribute('data-state', state);
    this.requestUpdate();
    emit(this, 'org-state-change', { state });
  }

  #contextValue(): OrgContextValue {
    const session = this.#session;
    return {
      state: this.#state,
      error: this.#error,
      store: session?.store,
      operating: session?.operating,
      organizationId: session?.organizationId ?? null,
      recent: session?.recent ?? [],
      refusal: session?.refusal,
      dismissRefusal: () => session?.dismissRefusal(),
      signIn: (options) => void this.signIn(options),
      retry: () => void this.refresh(),
    };
  }

  #obey(event: CustomEvent<OrgChangeDetail>): void {
    // Its own ones tell what has happened.
    if (event.target === this) return;
    queueMicrotask(() => {
      if (!event.defaultPrevented) void this.#session?.switchTo(event.detail.organizationId);
    });
  }

  async #askForToken(organizationId?: string): Promise<string> {
    if (!this.#tokens) throw new OrgError('unauthenticated', 'Nobody is signed in.');
    return this.#tokens.getToken({ organizationId });
  }

  async #attemptTo(act: () => Promise<void>, undo?: () => Promise<void>): Promise<void> {
    try {
      await act();
    } catch (error) {
      void undo?.();
      emit(this, 'org-error', await toTokenError(error));
    }
  }
}
