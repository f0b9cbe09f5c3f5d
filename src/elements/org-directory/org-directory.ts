import type { nothing } from 'lit';
import { LitElement, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { LocaleController } from '../../controllers/locale-controller.js';
import { OnDemandController } from '../../controllers/on-demand-controller.js';
import { ProviderController } from '../../controllers/provider-controller.js';
import type { OrgErrorCode } from '../../org-error.js';
import { buttons } from '../../styles/buttons.styles.js';
import { controls } from '../../styles/controls.styles.js';
import { dataList } from '../../styles/data-list.styles.js';
import { messages } from '../../styles/message.styles.js';
import { avatarStyles } from '../parts/avatar.styles.js';
import { failureMessage } from '../parts/message.js';
import { tableSkeleton } from '../parts/table-skeleton.js';

/** An empty text is no attribute. */
const text = { toAttribute: (value: string) => value || null };

/**
 * Every organization of the tenant, for the operators of a product: search, pages, and a way into each. Anybody else
 * is told that it is not for them.
 *
 * It must be inside an `<org-provider>` with the attribute `operator`, whose `scopes` name the operator scope of the
 * backend. To open an organization makes it the current one, and asks for its management: an `<org-manager dialog>` of
 * the same provider answers. In their own organizations operators act as the members that they are.
 *
 * The choice is in the attributes `search`, `page` and `page-size`; `org-directory-show` tells of each change, so that
 * a page can keep it in its address. With what that event tells, a page may also put its own content beside each
 * organization that is shown: an element with `slot="row-{id}"` or `slot="actions-{id}"`.
 *
 * @fires {CustomEvent<OrgDirectoryShowDetail>} org-directory-show - Other organizations are shown than before, or the same by another choice.
 * @fires {CustomEvent<OrgChangeDetail>} org-change - An organization was opened that is not the current one. Cancelable: after `preventDefault()` nothing happens, and a link is not followed.
 * @fires {CustomEvent<{ organizationId: string }>} org-manage-request - An organization was opened, perhaps the current one, and there is no `open-url`.
 * @fires {CustomEvent<OrgError>} org-error - Something failed; the element shows it already.
 *
 * @slot row-{id} - More about an organization, under its name. `{id}` is the id of the organization.
 * @slot actions-{id} - More actions for an organization, before the kit's own.
 * @slot empty - Replaces the text where no organization is to be shown.
 * @slot not-operator - Replaces the text for who is no operator.
 *
 * @csspart search - The search field.
 * @csspart table - The table of organizations.
 * @csspart row - One organization.
 * @csspart avatar - A logo, or the initials in its place.
 * @csspart name - The name of an organization.
 * @csspart current - The mark on the current one.
 * @csspart yours - The mark on those that the person is a member of.
 * @csspart mfa - The mark on those that ask for a second factor.
 * @csspart members - The cell with the number of members.
 * @csspart created - The cell with the day on which it was created.
 * @csspart open - The button or link that opens an organization.
 * @csspart empty - What is shown in place of organizations.
 * @csspart clear-search - The button that empties the search.
 * @csspart skeleton - What is shown before the first organizations are there.
 * @csspart pager - Range, page size and the way to other pages.
 * @csspart range - Which organizations are shown, of how many.
 * @csspart page-size - The choice of the page size.
 * @csspart previous - The button to the page before.
 * @csspart next - The button to the next page.
 * @csspart message - A message about something that failed.
 * @csspart dismiss - The button that takes a message away.
 * @csspart retry - The button that tries again.
 *
 * @cssproperty [--org-color-muted] - Descriptions and icons.
 * @cssproperty [--org-color-surface=Canvas] - Background of fields.
 * @cssproperty [--org-color-border] - Lines between rows and around controls.
 * @cssproperty [--org-color-hover] - Background under the pointer.
 * @cssproperty [--org-color-accent] - The mark on the current one.
 * @cssproperty [--org-color-danger] - Failures.
 * @cssproperty [--org-color-focus] - The ring around what has the keyboard's focus.
 * @cssproperty [--org-radius=0.5rem] - Rounding of the corners.
 * @cssproperty [--org-space=0.5rem] - The unit of all distances.
 */
export class OrgDirectory extends LitElement {
  static override styles = [controls, buttons, messages, dataList, avatarStyles];

  /** Only organizations whose name, description or id contains it. */
  @property({ reflect: true, converter: text }) search = '';

  /** Which page is shown, from 1. */
  @property({ type: Number, reflect: true }) page = 1;

  /** How many organizations are on a page, at most 100. */
  @property({ type: Number, attribute: 'page-size', reflect: true }) pageSize = 20;

  /** Makes the way into each a link, such as `/o/{id}`; `{id}` becomes its id. http and https only. */
  @property({ attribute: 'open-url' }) openUrl: string | undefined;

  readonly #provider = new ProviderController(this);
  readonly #locale = new LocaleController(this, {});
  readonly #body = new OnDemandController(this, async () => {
    const { DirectoryBody } = await import('./directory-body.js');
    return new DirectoryBody(this);
  });

  protected override firstUpdated(): void {
    void this.#body.load();
  }

  protected override updated(): void {
    this.#body.part?.settle();
  }

  /** Asks for the organizations again. */
  async refresh(): Promise<void> {
    await (await this.#body.load())?.refresh();
  }

  /** Shows all organizations again, from the first page. */
  reset(): void {
    this.search = '';
    this.page = 1;
    this.#body.part?.reset();
  }

  protected override render(): TemplateResult | typeof nothing {
    const { part: body, failed, load } = this.#body;
    const skeleton = (): TemplateResult => tableSkeleton(this.#locale.words.loading, this.pageSize);
    const failure = (code: OrgErrorCode, retry: (() => void) | undefined): TemplateResult =>
      failureMessage(this.#locale.words, code, retry);
    return this.#provider.render({
      pending: skeleton,
      failed: failure,
      ready: () => (failed ? failure('network', () => void load()) : (body?.render() ?? skeleton())),
    });
  }
}
