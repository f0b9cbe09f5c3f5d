import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Me } from '../../contract/me.js';
import { closestComposed } from '../../controllers/closest-composed.js';
import type { OrgProvider } from '../org-provider/org-provider.js';

/** Tokens that are older than an answer are renewed by the provider: what is gone in a moment is not worth a word. */
const PATIENCE = 1500;

/** What the person's sign-in does not know of what they hold. */
export interface SignInFindings {
  /** The roles that the ID token names, when they are not those of now; absent when they are, or it names none at all. */
  readonly olderRoles?: readonly string[] | undefined;
  /** Permissions that no token can hold before the person has been at the sign-in again. */
  readonly missing: readonly string[];
}

/** Looks whether the sign-in is older than what the backend says now. Its `me` is that of the current organization. */
export class SignInAge implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #me: () => Me | undefined;
  #seen: Me | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #findings: SignInFindings | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, me: () => Me | undefined) {
    this.#host = host;
    this.#me = me;
    host.addController(this);
  }

  get findings(): SignInFindings | undefined {
    return this.#findings;
  }

  /** The provider around the element: it renews tokens and asks for consent. */
  get provider(): OrgProvider | null {
    return closestComposed(this.#host, 'org-provider') as OrgProvider | null;
  }

  /** Looks at once. */
  async look(): Promise<void> {
    const me = this.#me();
    const olderRoles = me && (await this.#olderRoles(me));
    if (me !== this.#me()) return;
    this.#findings = me && { olderRoles, missing: me.drift.gained };
    this.#host.requestUpdate();
  }

  hostUpdate(): void {
    const me = this.#me();
    if (me === this.#seen) return;
    if (me?.organizationId !== this.#seen?.organizationId) this.#findings = undefined;
    this.#seen = me;
    clearTimeout(this.#timer);
    if (me) this.#timer = setTimeout(() => void this.look(), PATIENCE);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    this.#seen = undefined;
  }

  async #olderRoles({ organizationId, roles }: Me): Promise<readonly string[] | undefined> {
    const all = await this.#idTokenRoles();
    // A tenant may leave them out of the ID token: then it says nothing.
    if (!all) return undefined;
    const start = `${organizationId}:`;
    const named = all.filter((entry) => entry.startsWith(start)).map((entry) => entry.slice(start.length));
    const live = new Set(roles.map(({ name }) => name));
    const isSame = named.length === live.size && named.every((name) => live.has(name));
    return isSame ? undefined : named;
  }

  async #idTokenRoles(): Promise<readonly string[] | undefined> {
    try {
      return (await this.provider?.logtoClient?.getIdTokenClaims?.())?.organization_roles;
    } catch {
      return undefined;
    }
  }
}
