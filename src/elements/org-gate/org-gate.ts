import { css, html, LitElement, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { CapabilitiesController } from '../../controllers/capabilities-controller.js';
import { ProviderController } from '../../controllers/provider-controller.js';
import { isGranted } from '../../controllers/is-granted.js';
import { wordsOf } from '../parts/words-of.js';

/** What is shown. */
type Side = 'content' | 'fallback' | 'pending';

/**
 * Shows its content to whoever holds a permission or a role in the current organization, live: it changes as soon as
 * the page learns that they have changed.
 *
 * **It is no protection.** It hides what would not work anyway; whoever looks into the page finds it all the same. Your
 * own API has to check the token, and the backend of this kit checks every change again.
 *
 * @slot - What is shown to whoever holds what is asked for.
 * @slot fallback - What is shown to everybody else, also to who is signed out or in no organization.
 * @slot pending - What is shown until it is known. Without it, nothing.
 *
 * @cssproperty [--org-gate-display=contents] - How the element takes part in the page's layout.
 */
export class OrgGate extends LitElement {
  static override styles = css`
    :host {
      display: var(--org-gate-display, contents);
    }

    :host([hidden]),
    [hidden] {
      display: none;
    }
  `;

  /** Names of permissions, of the organization or of an API resource, separated by spaces. */
  @property() permissions = '';

  /** Names of roles, separated by commas: a name may hold spaces. */
  @property() roles = '';

  /** One of all that is named is enough; by default all are needed. */
  @property({ type: Boolean }) any = false;

  readonly #provider = new ProviderController(this);
  readonly #capabilities = new CapabilitiesController(this);

  /** Asks again what the person holds. */
  async refresh(): Promise<void> {
    await this.#capabilities.query.refetch();
  }

  protected override render(): TemplateResult {
    const side = this.#side;
    return html`<slot ?hidden=${side !== 'content'}></slot>
      <slot name="fallback" ?hidden=${side !== 'fallback'}></slot>
      <slot name="pending" ?hidden=${side !== 'pending'}></slot>`;
  }

  get #side(): Side {
    const { context } = this.#provider;
    const { me, query } = this.#capabilities;
    if (me) {
      const wanted = {
        permissions: wordsOf(this.permissions),
        roles: rolesIn(this.roles),
        any: this.any,
      };
      return isGranted(me, wanted) ? 'content' : 'fallback';
    }
    if (!context || context.state === 'loading') return 'pending';
    return query.pending ? 'pending' : 'fallback';
  }
}

/** Names of roles may have spaces. Nothing is what an attribute that was taken away leaves, and what frameworks set. */
const rolesIn = (text: string | null | undefined): string[] =>
  (text ?? '')
    .trim()
    .split(/\s*,\s*/)
    .filter(Boolean);
