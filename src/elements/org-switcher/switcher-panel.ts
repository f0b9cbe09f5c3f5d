import { adoptStyles, html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { ReceivedInvitation, ReceivedInvitationList } from '../../contract/invitation.js';
import type { OrganizationList, OrganizationSummary } from '../../contract/organization.js';
import { AnswerController } from '../../controllers/answer-controller.js';
import { ListboxController } from '../../controllers/listbox-controller.js';
import { LocaleController } from '../../controllers/locale-controller.js';
import { MenuController } from '../../controllers/menu-controller.js';
import type { QueryController } from '../../controllers/query-controller.js';
import { emit } from '../../events.js';
import { choosing } from '../../locales/en/choosing.js';
import { received } from '../../locales/en/received.js';
import { switcher } from '../../locales/en/switcher.js';
import { buttons } from '../../styles/buttons.styles.js';
import { messages } from '../../styles/message.styles.js';
import { popup } from '../../styles/popup.styles.js';
import { rows } from '../../styles/rows.styles.js';
import { personAvatar } from '../parts/avatar.js';
import { retryButton } from '../parts/message.js';
import { panelMessage } from '../parts/panel-message.js';
import { fillAddress } from '../parts/address-template.js';
import type { OrgSwitcher } from './org-switcher.js';
import { roleNames } from '../parts/role-names.js';
import { organizationRow, type OrganizationRow } from './organization-row.js';
import { organizationSearch } from './organization-search.js';
import { pendingInvitations } from '../parts/pending-invitations.js';
import { RefusalNotice } from './refusal-notice.js';
import { searchOrganizations } from '../parts/search-organizations.js';
import { sortOrganizations } from '../parts/sort-organizations.js';
import { switcherActions, type SwitcherAction } from './switcher-actions.js';
import { styles } from './switcher-panel.styles.js';

const SEARCH_FROM = 7;

interface Shared {
  readonly organizations: QueryController<OrganizationList>;
  readonly invitations: QueryController<ReceivedInvitationList>;
  readonly pictureOf: (organization: ReceivedInvitation['organization']) => TemplateResult;
}

/** What the switcher's button opens: search, organizations, invitations and the page's entries. */
export class SwitcherPanel {
  readonly #host: OrgSwitcher;
  readonly #shared: Shared;
  /** Words that only the panel says are loaded with it. */
  readonly #locale: LocaleController<'choosing' | 'received' | 'switcher'>;
  readonly #menu: MenuController;
  readonly #listbox: ListboxController;
  readonly #notice: RefusalNotice;
  readonly #answer: AnswerController;
  #search = '';
  #announcement = '';
  /** As it was when the panel opened: no row moves away under a pointer when a switch is granted meanwhile. */
  #lastUsed: readonly string[] | undefined;
  /** The name of what was chosen last: a refused organization may be gone from the list. */
  #chosenName = '';

  constructor(host: OrgSwitcher, shared: Shared) {
    this.#host = host;
    this.#shared = shared;
    const { elementStyles } = host.constructor as typeof OrgSwitcher;
    adoptStyles(host.renderRoot as ShadowRoot, [...elementStyles, buttons, messages, popup, rows, styles]);
    this.#locale = new LocaleController(host, { choosing, received, switcher });
    this.#listbox = new ListboxController(
      host,
      () => this.#list,
      () => this.#field ?? this.#list,
    );
    this.#menu = new MenuController(host, {
      trigger: () => this.#part('button.trigger'),
      popup: () => this.#part('.panel'),
      focus: () => this.#focusTarget,
    });
    this.#notice = new RefusalNotice(host, this.#locale);
    this.#answer = new AnswerController(host);
  }

  /** After each update of the switcher. */
  follow(hasMoved: boolean): void {
    const refusal = this.#shared.organizations.context?.refusal;
    this.#notice.follow(refusal !== undefined && !this.#host.open);
    if (hasMoved && !this.#host.open) this.#reset();
  }

  /** The panel, and beside it what is seen or heard while it is closed. */
  render(organizations: readonly OrganizationSummary[]): TemplateResult {
    const { words, term } = this.#locale;
    const { context } = this.#shared.organizations;
    const refusal = context?.refusal;
    this.#lastUsed = this.#host.open
      ? (this.#lastUsed ?? [...new Set([this.#currentId ?? [], context?.recent ?? []].flat())])
      : undefined;
    const name = organizations.find(({ id }) => id === refusal?.organizationId)?.name ?? this.#chosenName;
    return html`<div
        class="popup panel"
        part="panel"
        id="panel"
        popover
        role="dialog"
        tabindex="-1"
        aria-label=${words.switcher.label(term)}
        data-placement=${this.#host.placement}
        @beforetoggle=${this.#menu.prepare}
        @toggle=${this.#menu.settle}
        @focusout=${this.#menu.closeWhenLeft}
      >
        ${this.#host.open ? this.#renderContent(organizations) : nothing}
      </div>
      ${this.#notice.render(refusal?.error.code, name, () => context?.dismissRefusal())}
      <span class="spoken" role="status">${this.#announcement}</span>`;
  }

  #renderContent(organizations: readonly OrganizationSummary[]): TemplateResult {
    const { organizations: list, invitations } = this.#shared;
    const { words, term } = this.#locale;
    const items = invitations.data?.items ?? [];
    return html`${
        organizations.length > 0 || this.#host.withPersonal
          ? this.#renderChoice(organizations)
          : html`<slot name="empty"><p class="nothing" part="empty">${words.choosing.empty(term)}</p></slot>`
      }
      ${
        list.error
          ? panelMessage(
              words.errors[list.error.code],
              retryButton(words.retry, () => this.#host.refresh()),
            )
          : nothing
      }
      ${this.#answer.error ? panelMessage(words.errors[this.#answer.error.code]) : nothing}
      ${
        items.length > 0
          ? pendingInvitations({
              items,
              words: words.received,
              pictureOf: this.#shared.pictureOf,
              busyId: this.#answer.busyId,
              join: this.#acceptInvitation,
            })
          : nothing
      }
      ${switcherActions(this.#actions(organizations))} <slot name="footer"></slot>`;
  }

  #renderChoice(organizations: readonly OrganizationSummary[]): TemplateResult {
    const { words, term, language } = this.#locale;
    const hasSearch = organizations.length >= SEARCH_FROM;
    const isSearching = hasSearch && this.#search !== '';
    const matching = isSearching ? searchOrganizations(organizations, this.#search) : organizations;
    const found = sortOrganizations(matching, this.#lastUsed ?? [], language);
    const hasResults = !isSearching || found.length > 0;
    return html`${
        hasSearch
          ? organizationSearch({
              label: words.choosing.search(term),
              hasResults,
              search: this.#filter,
              move: this.#listbox.move,
            })
          : nothing
      }
      <div
        class="list"
        part="list"
        id="list"
        role="listbox"
        tabindex=${hasSearch ? nothing : 0}
        aria-label=${term.many}
        ?hidden=${!hasResults}
        @mousedown=${this.#keepFocus}
        @keydown=${hasSearch ? nothing : this.#listbox.move}
      >
        ${this.#host.withPersonal && !isSearching ? organizationRow(this.#personalRow()) : nothing}
        ${repeat(
          found,
          ({ id }) => id,
          (organization) => organizationRow(this.#row(organization)),
        )}
      </div>
      ${
        hasResults
          ? nothing
          : html`<p class="nothing" part="empty">${words.choosing.noMatch(this.#search, term)}</p>`
      }`;
  }

  get #currentId(): string | null | undefined {
    return this.#shared.organizations.context?.organizationId;
  }

  /** What has the focus while the panel is open. */
  get #focusTarget(): HTMLElement | null {
    return this.#field ?? this.#list ?? this.#part('.panel :is(a, button)');
  }

  get #field(): HTMLElement | null {
    return this.#part('.search input');
  }

  get #list(): HTMLElement | null {
    return this.#part('[role="listbox"]');
  }

  #part(selector: string): HTMLElement | null {
    return this.#host.renderRoot.querySelector<HTMLElement>(selector);
  }

  #row(organization: OrganizationSummary): OrganizationRow {
    const { id, name, roles } = organization;
    return {
      id,
      name,
      hint: roleNames(roles),
      picture: this.#shared.pictureOf(organization),
      isCurrent: id === this.#currentId,
      address: fillAddress(this.#host.selectUrl, id),
      choose: (event) => this.#choose(event, id, name),
    };
  }

  #personalRow(): OrganizationRow {
    const name = this.#locale.words.switcher.personal;
    return {
      id: '',
      name,
      hint: '',
      picture: personAvatar,
      isCurrent: this.#currentId === null,
      address: fillAddress(this.#host.personalUrl, ''),
      choose: (event) => this.#choose(event, null, name),
    };
  }

  #actions(organizations: readonly OrganizationSummary[]): SwitcherAction[] {
    const { withManage, withCreate, manageUrl, createUrl } = this.#host;
    const { words, term } = this.#locale;
    const current = organizations.find(({ id }) => id === this.#currentId);
    const actions: SwitcherAction[] = [];
    if (withManage && current) {
      const request = (): void => void emit(this.#host, 'org-manage-request', { organizationId: current.id });
      actions.push(
        this.#action('manage', words.choosing.manage(term), fillAddress(manageUrl, current.id), request),
      );
    }
    if (withCreate && this.#shared.organizations.data?.canCreate) {
      const request = (): void => void emit(this.#host, 'org-create-request', null);
      actions.push(this.#action('create', words.choosing.create(term), fillAddress(createUrl, ''), request));
    }
    return actions;
  }

  #action(
    name: SwitcherAction['name'],
    text: string,
    address: string | undefined,
    request: () => void,
  ): SwitcherAction {
    const run = (): void => {
      this.#menu.close();
      if (!address) request();
    };
    return { name, text, address, run };
  }

  /** What was searched and what failed is over when the panel closes; its next opening begins anew. */
  #reset(): void {
    this.#search = '';
    this.#answer.reset();
  }

  #announce(text: string): void {
    this.#announcement = text;
    this.#host.requestUpdate();
  }

  #choose(event: MouseEvent, organizationId: string | null, name: string): void {
    // Ctrl, Cmd or Shift and a click on a link: a new tab or window, and nothing changes here.
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    const previousOrganizationId = this.#currentId ?? null;
    this.#menu.close();
    if (organizationId === this.#currentId) return;
    this.#chosenName = name;
    const detail = { organizationId, previousOrganizationId };
    if (!emit(this.#host, 'org-change', detail, { cancelable: true })) event.preventDefault();
    else this.#announce(this.#locale.words.choosing.switched(name));
  }

  readonly #acceptInvitation = async (invitation: ReceivedInvitation): Promise<void> => {
    if (!(await this.#answer.accept(invitation))) return;
    this.#announce(this.#locale.words.received.joined(invitation.organization.name));
    // The button that had the focus goes with its invitation.
    await this.#host.updateComplete;
    if (this.#host.open) this.#focusTarget?.focus();
  };

  readonly #filter = async (event: Event): Promise<void> => {
    this.#search = (event.target as HTMLInputElement).value.trim();
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    this.#listbox.first();
    const { words, term } = this.#locale;
    const count = this.#list?.querySelectorAll('[role="option"]').length ?? 0;
    if (count > 0) this.#announce(words.choosing.found(count, term));
    else this.#announce(words.choosing.noMatch(this.#search, term));
  };

  /** The focus stays where the keyboard is heard. */
  readonly #keepFocus = (event: MouseEvent): void => {
    event.preventDefault();
    this.#focusTarget?.focus();
  };
}
