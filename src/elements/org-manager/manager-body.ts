import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Me } from '../../contract/me.js';
import type {
  OrganizationList,
  OrganizationProfile,
  OrganizationSummary,
} from '../../contract/organization.js';
import { CapabilitiesController } from '../../controllers/capabilities-controller.js';
import { DialogController } from '../../controllers/dialog-controller.js';
import { LocaleController } from '../../controllers/locale-controller.js';
import { addStyles } from '../../controllers/on-demand-controller.js';
import { QueryController } from '../../controllers/query-controller.js';
import { emit } from '../../events.js';
import { manager } from '../../locales/en/manager.js';
import type { OrgErrorCode } from '../../org-error.js';
import { organization, organizations } from '../../store/queries/organizations.js';
import { buttons } from '../../styles/buttons.styles.js';
import { dialogs } from '../../styles/dialog.styles.js';
import { dismissButton } from '../parts/dismiss-button.js';
import { closeIcon } from '../parts/icon.js';
import { failureMessage, notice } from '../parts/message.js';
import { ElementLoads } from './element-loads.js';
import { HashLink } from './hash-link.js';
import { contentOf, tabNames, tabsFor, type Tab } from './manager-tab.js';
import type { OrgManager } from './org-manager.js';
import { styles } from './org-manager.styles.js';
import { reveal, tabList } from './tab-list.js';

/** The tabs and what is in them, on the page or in a dialog: loaded when it is about to be seen. */
export class ManagerBody implements ReactiveController {
  readonly #host: OrgManager;
  readonly #locale: LocaleController<'manager'>;
  readonly #capabilities: CapabilitiesController;
  readonly #organizations: QueryController<OrganizationList>;
  readonly #profile: QueryController<OrganizationProfile>;
  readonly #dialog: DialogController<true>;
  readonly #hash: HashLink;
  readonly #loads: ElementLoads;
  /** A tab of the page's own has come, gone, or got another name. */
  readonly #children = new MutationObserver(() => this.#host.requestUpdate());
  /** What was known last: until another organization's is there, nothing is thrown away. */
  #me: Me | undefined;
  #tabs: readonly Tab[] = [];
  readonly #visited = new Set<string>();
  #shown: string | undefined;
  #told: string | undefined;
  /** What the tab was called that the person may not see any more. */
  #gone: string | undefined;
  #isFocusLost = false;

  constructor(host: OrgManager) {
    this.#host = host;
    addStyles(host, [buttons, dialogs, styles]);
    this.#locale = new LocaleController(host, { manager });
    this.#capabilities = new CapabilitiesController(host);
    this.#organizations = new QueryController(host, () => organizations());
    // An operator's is in no list of theirs.
    this.#profile = new QueryController(
      host,
      ({ organizationId }) =>
        organizationId && this.#organizations.data && !this.#own && organization(organizationId),
    );
    this.#dialog = new DialogController<true>(host, {
      dialog: () => host.renderRoot.querySelector('dialog'),
      closed: () => (host.open = false),
    });
    this.#loads = new ElementLoads(host);
    this.#hash = new HashLink(host, () => tabNames(host, ''));
    host.addController(this);
    this.follow();
  }

  /** Opens and closes the dialog as the element says. */
  follow(): void {
    const hasSubject = typeof this.#capabilities.query.context?.organizationId === 'string';
    if (this.#host.open && this.#host.dialog && hasSubject) this.#dialog.open(true);
    else this.#dialog.close();
  }

  async refresh(): Promise<void> {
    await this.#capabilities.query.refetch();
  }

  hostConnected(): void {
    const attributeFilter = ['slot', 'hidden', 'data-label', 'data-permissions'];
    this.#children.observe(this.#host, { childList: true, subtree: true, attributeFilter });
  }

  hostDisconnected(): void {
    this.#children.disconnect();
  }

  hostUpdate(): void {
    const { me } = this.#capabilities;
    const isSame = me?.organizationId === this.#me?.organizationId;
    if (me) this.#me = me;
    if (!this.#me) return;
    const before = this.#tabs;
    const { tabs } = this.#host;
    this.#tabs = tabsFor(this.#me, this.#host, tabNames(this.#host, tabs), this.#locale.words.manager);
    const lost = before.find(({ name }) => name === this.#shown);
    if (lost && !this.#tabs.includes(lost) && !this.#find(lost.name)) this.#leave(lost, isSame);
    this.#shown = (this.#find(this.#host.tab) ?? this.#tabs[0])?.name;
    const isSeen = this.#host.open || !this.#host.dialog;
    if (this.#shown !== undefined && isSeen) this.#visited.add(this.#shown);
    for (const name of this.#visited) if (!this.#find(name)) this.#visited.delete(name);
  }

  hostUpdated(): void {
    const { renderRoot } = this.#host;
    const current = renderRoot.querySelector<HTMLElement>('[role="tab"][aria-selected="true"]');
    if (this.#isFocusLost) current?.focus();
    this.#isFocusLost = false;
    if (this.#shown === this.#told || !current) return;
    this.#told = this.#shown;
    reveal(current);
    if (this.#shown !== undefined) emit(this.#host, 'org-tab-show', { tab: this.#shown });
  }

  render(): TemplateResult {
    return this.#host.dialog ? this.#renderDialog() : this.#renderPage();
  }

  #renderPage(): TemplateResult {
    const isWithout = this.#capabilities.query.context?.organizationId === null;
    return html`<div class="page" ?hidden=${isWithout}>${this.#renderTop()}${this.#renderPanels()}</div>`;
  }

  #renderDialog(): TemplateResult {
    const { words } = this.#locale;
    return html`<dialog
      class="dialog"
      part="dialog"
      aria-labelledby="title"
      @cancel=${this.#dialog.cancel}
      @close=${this.#dialog.settle}
      @pointerdown=${this.#dialog.press}
    >
      <div class="frame">
        <div class="heading">
          <h2 id="title">${this.#title}</h2>
          <button
            type="button"
            class="icon-button"
            part="dialog-close"
            aria-label=${words.close}
            @click=${this.#dialog.leave}
          >
            ${closeIcon}
          </button>
        </div>
        ${this.#renderTop()}
        <div class="content">${this.#renderPanels()}</div>
      </div>
    </dialog>`;
  }

  #renderTop(): TemplateResult {
    if (!this.#me || this.#tabs.length === 0) return html`<div class="tabs"></div>`;
    return tabList({
      label: this.#title,
      tabs: this.#tabs,
      shown: this.#shown ?? '',
      visited: this.#visited,
      addressOf: this.#hash.addressOf,
      select: ({ name }) => {
        this.#gone = undefined;
        this.#host.tab = name;
        this.#host.requestUpdate();
      },
    });
  }

  #renderPanels(): TemplateResult {
    const { error } = this.#capabilities.query;
    const retry = (): void => void this.refresh();
    const failure = error ? this.#renderFailure(error.code, retry) : nothing;
    if (!this.#me) return html`${error ? failure : this.#renderSkeleton()}`;
    if (this.#tabs.length === 0) {
      return html`${failure}${this.#renderNotices()}
        <p class="nothing" part="empty">${this.#locale.words.manager.nothing}</p>`;
    }
    return html`${failure}${this.#renderNotices()}${this.#renderActions()}${repeat(
      this.#tabs.filter(({ name }) => this.#visited.has(name)),
      ({ name }) => name,
      (tab) => this.#renderPanel(tab),
    )}`;
  }

  #renderNotices(): TemplateResult {
    const { words, term } = this.#locale;
    const dismiss = (): void => {
      this.#gone = undefined;
      this.#host.requestUpdate();
    };
    return html`${
      this.#gone === undefined
        ? nothing
        : notice(words.manager.gone(this.#gone), dismissButton(words.dismiss, dismiss))
    }${this.#me?.isOperator ? notice(words.manager.operating(term)) : nothing}`;
  }

  /** One button for both tabs: what was typed in it is there in either. */
  #renderActions(): TemplateResult | typeof nothing {
    const isPossible = this.#me?.capabilities.includes('invite-members') === true;
    const inviting = this.#tabs.filter(({ name, builtIn }) => builtIn?.invites && this.#visited.has(name));
    if (!isPossible || inviting.length === 0 || this.#loads.stateOf('org-invite') !== 'ready') return nothing;
    const isHere = inviting.some(({ name }) => name === this.#shown);
    return html`<div class="actions-line" part="actions" ?hidden=${!isHere}>
      <org-invite dialog></org-invite>
    </div>`;
  }

  #renderPanel(tab: Tab): TemplateResult {
    return html`<div
      class="panel"
      part="panel"
      role="tabpanel"
      id="panel-${tab.name}"
      aria-labelledby="tab-${tab.name}"
      tabindex="0"
      ?hidden=${tab.name !== this.#shown}
    >
      ${this.#renderContent(tab)}
    </div>`;
  }

  #renderContent({ name, builtIn }: Tab): TemplateResult {
    if (!builtIn) return html`<slot name="tab-${name}"></slot>`;
    const state = this.#loads.stateOf(builtIn.tag);
    if (state === 'ready') return builtIn.render();
    return state === 'loading'
      ? this.#renderSkeleton()
      : this.#renderFailure('network', () => this.#loads.retry(builtIn.tag));
  }

  #renderSkeleton(): TemplateResult {
    return html`<div class="skeleton" part="skeleton" role="status" aria-label=${this.#locale.words.loading}>
      <span class="bar"></span><span class="bar"></span><span class="bar"></span>
    </div>`;
  }

  #renderFailure(code: OrgErrorCode, retry: () => void): TemplateResult {
    return failureMessage(this.#locale.words, code, retry);
  }

  get #title(): string {
    const { words, term } = this.#locale;
    return words.manager.title((this.#own ?? this.#profile.data)?.name, term);
  }

  /** The current one, where it is one of the person's. */
  get #own(): OrganizationSummary | undefined {
    const id = this.#capabilities.query.context?.organizationId;
    return this.#organizations.data?.items.find((one) => one.id === id);
  }

  #find(name: string): Tab | undefined {
    return this.#tabs.find((tab) => tab.name === name);
  }

  /** The tab that is shown has gone. What had the focus in it goes to the one that is shown instead. */
  #leave({ name, label }: Tab, isSame: boolean): void {
    const root = this.#host.renderRoot as ShadowRoot;
    const within = root.activeElement;
    this.#isFocusLost =
      within?.id === `tab-${name}` ||
      within?.closest(`#panel-${CSS.escape(name)}`) !== null ||
      contentOf(this.#host, name).some((child) => child.matches(':focus-within'));
    if (isSame) this.#gone = label;
    this.#host.tab = this.#tabs[0]?.name ?? '';
    this.#hash.replace(this.#host.tab);
  }
}
