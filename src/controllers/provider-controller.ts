import { ContextConsumer } from '@lit/context';
import { nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { OrgErrorCode } from '../org-error.js';
import { orgContext, type OrgContextValue } from '../store/org-context.js';
import { closestComposed } from './closest-composed.js';

type Rendered = TemplateResult | typeof nothing;

interface ProviderRenderers {
  /** The provider is about to know who is signed in; also before it has been upgraded. */
  readonly pending: () => Rendered;
  /** The provider failed for good. `retry` is absent where trying again can't help. */
  readonly failed: (code: OrgErrorCode, retry: (() => void) | undefined) => Rendered;
  /** Somebody is signed in. */
  readonly ready: () => Rendered;
  /**
   * Nobody has chosen an organization, or there is none. With it an element is about the current organization: `ready`
   * is for when there is one, and until that is known it is pending.
   */
  readonly without?: () => Rendered;
  /** By default nothing: what the page shows then is the page's. */
  readonly signedOut?: () => Rendered;
}

const warned = new Set<string>();

/**
 * What every element needs of the provider around it, before it has anything of its own to show. Without a provider it
 * renders nothing, and warns once for each tag.
 */
export class ProviderController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #consumer: ContextConsumer<typeof orgContext, ReactiveControllerHost & HTMLElement>;
  #isOutside = false;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    this.#consumer = new ContextConsumer(host, { context: orgContext, subscribe: true });
    host.addController(this);
  }

  /** What the provider around the host gives; undefined outside one. */
  get context(): OrgContextValue | undefined {
    return this.#consumer.value;
  }

  render({ pending, failed, ready, without, signedOut }: ProviderRenderers): Rendered {
    const { context } = this;
    if (!context) return this.#isOutside ? nothing : pending();
    if (context.state === 'signed-out') return signedOut?.() ?? nothing;
    // With a store it is a query that failed, and the query knows more.
    if (context.store && (!without || context.organizationId !== null)) return ready();
    if (context.state === 'ready') return without?.() ?? nothing;
    if (context.state !== 'error') return pending();
    const code = context.error?.code ?? 'internal';
    return failed(code, code === 'not_configured' ? undefined : () => context.retry());
  }

  hostConnected(): void {
    // After this task: an element around this one may be upgraded later in it.
    setTimeout(() => this.#lookForProvider());
  }

  hostDisconnected(): void {
    delete this.#consumer.value;
  }

  #lookForProvider(): void {
    const { localName, isConnected } = this.#host;
    this.#isOutside = !closestComposed(this.#host, 'org-provider');
    if (!isConnected || !this.#isOutside || this.context) return;
    this.#host.requestUpdate();
    if (warned.has(localName)) return;
    warned.add(localName);
    console.warn(`<${localName}> shows nothing: there is no <org-provider> around it.`, this.#host);
  }
}
