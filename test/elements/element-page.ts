import { fixture, html, waitUntil } from '@open-wc/testing';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { LitElement } from 'lit';
import '../../src/define/org-provider.js';
import type { OrgProvider } from '../../src/elements/org-provider/org-provider.js';
import type { SandboxOptions } from '../../src/sandbox/sandbox.js';
import type { OrgHandlerOptions } from '../../src/server/options.js';
import { startInPageBackend, type InPageBackend } from '../../stories/support/in-page-backend.js';

export interface PageOptions {
  /** Who is signed in: an account of the sandbox's demo. */
  readonly userId?: string;
  /** The id of the organization to begin with. */
  readonly current?: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly language?: string;
  readonly direction?: string;
  /** Inside of the element: for its slots. */
  readonly content?: string;
  readonly sandbox?: Partial<SandboxOptions>;
  readonly handler?: Partial<OrgHandlerOptions>;
  /** Before anything of the page is there. */
  readonly prepare?: (backend: InPageBackend) => unknown;
}

/** One element in a provider, on the real handler and the sandbox; found in as people find things: by role and words. */
export class ElementPage<Tested extends LitElement = LitElement> {
  readonly root: HTMLElement;
  readonly provider: OrgProvider;
  readonly element: Tested;
  readonly backend: InPageBackend;

  constructor(root: HTMLElement, element: Tested, backend: InPageBackend) {
    this.root = root;
    this.element = element;
    this.provider = root.querySelector('org-provider') as OrgProvider;
    this.backend = backend;
  }

  get shadow(): ShadowRoot {
    return this.element.shadowRoot as ShadowRoot;
  }

  get text(): string {
    return words(this.shadow);
  }

  query<Found extends HTMLElement = HTMLElement>(selector: string): Found | null {
    return this.shadow.querySelector<Found>(selector);
  }

  all<Found extends HTMLElement = HTMLElement>(selector: string): Found[] {
    return [...this.shadow.querySelectorAll<Found>(selector)];
  }

  /** A button, a link or a field that can be seen, by its accessible name. */
  control<Found extends HTMLElement = HTMLElement>(name: string | RegExp): Found | undefined {
    return this.all<Found>('button, a[href], input, select, textarea, [role="tab"]').find((control) => {
      const named = accessibleName(control);
      return control.checkVisibility() && (typeof name === 'string' ? named === name : name.test(named));
    });
  }

  /** The same, which has to be there soon. */
  async find<Found extends HTMLElement = HTMLElement>(name: string | RegExp): Promise<Found> {
    await this.until(() => this.control(name), `there is no control called ${String(name)}: ${this.text}`);
    return this.control<Found>(name) as Found;
  }

  async press(name: string | RegExp): Promise<void> {
    (await this.find(name)).click();
    await this.element.updateComplete;
  }

  /** Types into a field as a person does: the whole text at once. */
  async fill(name: string | RegExp, text: string): Promise<void> {
    const field = await this.find<HTMLInputElement>(name);
    field.focus();
    field.value = text;
    field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    field.dispatchEvent(new Event('change', { bubbles: true }));
    await this.element.updateComplete;
  }

  /** The dialog that is open. */
  get dialog(): HTMLDialogElement | null {
    return this.query<HTMLDialogElement>('dialog[open]');
  }

  /** What is said politely to screen readers. */
  get announced(): string {
    return this.all('[role="status"]').map(words).join(' ').trim();
  }

  async until(condition: () => unknown, message: string): Promise<void> {
    await waitUntil(condition, message, { timeout: 8000 });
  }

  async untilText(text: string | RegExp): Promise<void> {
    const matches = (): boolean =>
      typeof text === 'string' ? this.text.includes(text) : text.test(this.text);
    await this.until(matches, `${String(text)} does not appear`).catch((cause: unknown) => {
      throw new Error(`${String(text)} does not appear in: ${this.text}`, { cause });
    });
  }

  /** What fades in has less contrast while it does. */
  async still(): Promise<void> {
    const fades = this.shadow.getAnimations().filter((animation) => animation instanceof CSSTransition);
    await Promise.allSettled(fades.map(({ finished }) => finished));
  }
}

/** The text that is read out: without what is hidden from assistive technology or not rendered. */
export function words(node: Node | null | undefined): string {
  const parts: string[] = [];
  const walk = (from: Node): void => {
    if (from instanceof Element && from.matches('[aria-hidden="true"], svg, style')) return;
    // A slot has no box of its own, which is not to be invisible.
    const hasBox = from instanceof HTMLElement && !(from instanceof HTMLSlotElement);
    if (hasBox && !from.checkVisibility()) return;
    if (from instanceof Text) parts.push(from.data);
    for (const child of from.childNodes) walk(child);
  };
  if (node) walk(node);
  return parts.join(' ').replace(/\s+/gu, ' ').trim();
}

function accessibleName(control: HTMLElement): string {
  const label = control.getAttribute('aria-label');
  if (label !== null) return label;
  const { labels } = control as HTMLInputElement;
  return words(labels?.[0] ?? control);
}

export async function mount<Tested extends LitElement>(
  tag: string,
  options: PageOptions = {},
): Promise<ElementPage<Tested>> {
  const { userId = 'ada', current = 'northwind', language = 'en' } = options;
  const backend = await startInPageBackend(options.sandbox, options.handler);
  await options.prepare?.(backend);
  const root = await fixture<HTMLElement>(
    html`<main lang=${language} dir=${ifDefined(options.direction)}></main>`,
  );
  const provider = document.createElement('org-provider');
  Object.assign(provider, {
    endpoint: backend.endpoint,
    getToken: backend.getTokenOf(userId),
    remember: 'none',
  });
  provider.setAttribute('organization-id', current);
  const element = document.createElement(tag) as Tested;
  for (const [name, value] of Object.entries(options.attributes ?? {})) element.setAttribute(name, value);
  Object.assign(element, options.properties);
  element.innerHTML = options.content ?? '';
  provider.append(element);
  root.append(provider);
  await element.updateComplete;
  return new ElementPage(root, element, backend);
}
