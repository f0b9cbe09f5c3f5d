import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { LocaleController } from '../../controllers/locale-controller.js';
import { OnDemandController } from '../../controllers/on-demand-controller.js';
import { ProviderController } from '../../controllers/provider-controller.js';
import { RequestController } from '../../controllers/request-controller.js';
import type { OrgErrorCode } from '../../org-error.js';
import { controls } from '../../styles/controls.styles.js';
import { formSkeletons } from '../../styles/form-skeleton.styles.js';
import { messages } from '../../styles/message.styles.js';
import { failureMessage } from '../parts/message.js';
import { frameStyles } from './org-manager-frame.styles.js';

/** An empty text is no attribute. */
const text = { toAttribute: (value: string) => value || null };

/**
 * All that there is to manage of the current organization, as one page with tabs: members, invitations, roles, bots,
 * settings, and the person's own access. A tab that the person may not see is not there; it comes and goes with what
 * they may do. Each element is loaded when its tab is chosen for the first time, and stays as it is while others are
 * shown: what was typed is not lost.
 *
 * As a part of the page, or with the attribute `dialog` as a dialog, which answers "Manage organization" of the
 * switcher and of the other elements of the same provider. It closes when another organization becomes the current one.
 *
 * A page adds tabs of its own by its children: `<section slot="tab-billing" data-label="Billing">` is the content of a
 * tab called `billing`. `data-permissions` on it names the permissions that somebody needs to see the tab, separated by
 * spaces; with `hidden` it is not there for anybody. In the slot of one of the kit's own tabs the child takes the place
 * of the kit's element: `<org-members slot="tab-members" with-export>` is the one to set up and to style as you like.
 *
 * @fires {CustomEvent<{ tab: string }>} org-tab-show - Another tab is shown, or the first one.
 * @fires {CustomEvent<OrgError>} org-error - Something failed; the element shows it already.
 *
 * @slot tab-{name} - What a tab holds: one of the page's own, or, with the name of one of the kit's, in place of that.
 *
 * @csspart dialog - The dialog, with `dialog`.
 * @csspart dialog-close - The button that closes the dialog.
 * @csspart tabs - The list of tabs.
 * @csspart tab - One tab.
 * @csspart current - The tab that is shown.
 * @csspart actions - The line with the button that invites, above members and invitations.
 * @csspart panel - What a tab shows.
 * @csspart empty - What is shown where there is no tab for this person.
 * @csspart skeleton - What is shown until it is known which tabs there are, or until an element is loaded.
 * @csspart notice - What says that a tab has gone, or that the person is here as an operator.
 * @csspart dismiss - The button that takes it away.
 * @csspart message - A message about something that failed.
 * @csspart retry - The button that tries again.
 *
 * @cssproperty [--org-color-text=CanvasText] - Text in the dialog.
 * @cssproperty [--org-color-muted] - Tabs that are not shown.
 * @cssproperty [--org-color-surface=Canvas] - Background of the dialog.
 * @cssproperty [--org-color-border] - Lines.
 * @cssproperty [--org-color-hover] - Background under the pointer.
 * @cssproperty [--org-color-accent] - The mark of the tab that is shown.
 * @cssproperty [--org-color-danger] - Failures.
 * @cssproperty [--org-color-focus] - The ring around what has the keyboard's focus.
 * @cssproperty [--org-radius=0.5rem] - Rounding of the corners.
 * @cssproperty [--org-space=0.5rem] - The unit of all distances.
 * @cssproperty [--org-shadow] - Shadow of the dialog.
 * @cssproperty [--org-duration=120ms] - How long the dialog takes to appear.
 */
export class OrgManager extends LitElement {
  static override styles = [controls, messages, formSkeletons, frameStyles];

  /**
   * How the elements in the tabs are loaded, by tag. `orgkit/define/org-manager` sets it; who registers the class in
   * another way sets it too, or registers the elements before.
   */
  static loaders: Readonly<Record<string, () => Promise<unknown>>> = {};

  /** Shows a dialog instead of a part of the page. */
  @property({ type: Boolean, reflect: true }) dialog = false;

  /** Whether the dialog is open. */
  @property({ type: Boolean, reflect: true }) open = false;

  /** Name of the tab to show. The first one, where there is none of this name for this person. */
  @property({ reflect: true, converter: text }) tab = '';

  /** Which tabs there are, by their names, separated by spaces, in this order. By default all: the page's own come last. */
  @property() tabs = '';

  /**
   * Makes the tabs links that keep in the hash of the address which one is shown, after this text: with `hash=""` an
   * address ends in `#roles`, with `hash="team-"` in `#team-roles`. Not for a dialog.
   */
  @property() hash: string | null = null;

  readonly #provider = new ProviderController(this);
  readonly #locale = new LocaleController(this, {});
  readonly #body = new OnDemandController(this, async () => {
    const { ManagerBody } = await import('./manager-body.js');
    // An element that is not on the page yet has nothing to add it to.
    await this.updateComplete;
    return new ManagerBody(this);
  });
  /** The organization that the dialog is open for, once there is one. */
  #subject: string | null = null;

  constructor() {
    super();
    new RequestController(this, 'org-manage-request', ({ organizationId }) => this.#openFor(organizationId));
  }

  protected override willUpdate(): void {
    const { context } = this.#provider;
    const current = context?.organizationId ?? null;
    if (this.open) this.#subject ??= current;
    // What was begun in one organization must not go on in another.
    if (this.#subject !== null && this.#subject !== current) this.open = false;
    if (!this.open) this.#subject = null;
    if (context?.store && (this.open || !this.dialog) && !this.#body.failed) void this.#body.load();
    this.#body.part?.follow();
  }

  /** Asks again what the person may do here. What is in the tabs has a way of its own. */
  async refresh(): Promise<void> {
    await this.#body.part?.refresh();
  }

  protected override render(): TemplateResult | typeof nothing {
    const { part: body, failed, load } = this.#body;
    const isSeen = this.open || !this.dialog;
    const failure = (code: OrgErrorCode, retry?: () => void): TemplateResult | typeof nothing =>
      isSeen ? failureMessage(this.#locale.words, code, retry) : nothing;
    const pending = (): TemplateResult | typeof nothing => (this.dialog ? nothing : this.#renderSkeleton());
    return this.#provider.render({
      pending,
      failed: failure,
      ready: () => (failed ? failure('network', () => void load()) : (body?.render() ?? pending())),
      // What was typed waits for its organization.
      without: () => body?.render() ?? nothing,
    });
  }

  #renderSkeleton(): TemplateResult {
    return html`<div class="skeleton" part="skeleton" role="status" aria-label=${this.#locale.words.loading}>
      <div class="tabs"></div>
      <span class="bar"></span><span class="bar"></span><span class="bar"></span>
    </div>`;
  }

  #openFor(organizationId: string): void {
    // The provider obeys an `org-change` that came before it at the end of this task.
    queueMicrotask(() => {
      this.#subject = organizationId;
      this.open = true;
      this.requestUpdate();
    });
  }
}
