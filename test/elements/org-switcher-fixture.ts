import { fixture, html, waitUntil } from '@open-wc/testing';
import { ifDefined } from 'lit/directives/if-defined.js';
import '../../src/define/org-provider.js';
import '../../src/define/org-switcher.js';
import type { OrgSwitcher } from '../../src/elements/org-switcher/org-switcher.js';
import type { SandboxOptions } from '../../src/sandbox/sandbox.js';
import type { OrgHandlerOptions } from '../../src/server/options.js';
import { startInPageBackend, type InPageBackend } from '../../stories/support/in-page-backend.js';

interface Options {
  readonly userId?: string;
  /** What to begin with. */
  readonly current?: string;
  /** The page is for operators. */
  readonly isOperator?: boolean;
  /** Attributes of the switcher. */
  readonly attributes?: Readonly<Record<string, string>>;
  readonly language?: string;
  readonly direction?: string;
  readonly content?: string;
  readonly sandbox?: Partial<SandboxOptions>;
  readonly handler?: Partial<OrgHandlerOptions>;
  readonly prepare?: (backend: InPageBackend) => void;
}

/** A switcher in a provider, on the real handler and the sandbox. */
export class SwitcherPage {
  readonly element: OrgSwitcher;
  readonly backend: InPageBackend;
  readonly root: HTMLElement;

  constructor(root: HTMLElement, backend: InPageBackend) {
    this.root = root;
    this.backend = backend;
    this.element = root.querySelector('org-switcher') as OrgSwitcher;
  }

  get shadow(): ShadowRoot {
    return this.element.shadowRoot as ShadowRoot;
  }

  query<Found extends HTMLElement = HTMLElement>(selector: string): Found | null {
    return this.shadow.querySelector<Found>(selector);
  }

  get trigger(): HTMLButtonElement | null {
    return this.query<HTMLButtonElement>('button[aria-haspopup="dialog"]');
  }

  /** What a screen reader says of the button, near enough: its words. */
  get triggerText(): string {
    return words(this.trigger);
  }

  get panel(): HTMLElement | null {
    const panel = this.query('[role="dialog"]');
    return panel?.matches(':popover-open') ? panel : null;
  }

  get options(): HTMLElement[] {
    return [...this.shadow.querySelectorAll<HTMLElement>('[role="option"]')];
  }

  get optionNames(): string[] {
    return this.options.map((option) => option.querySelector('.name')?.textContent?.trim() ?? '');
  }

  option(name: string): HTMLElement {
    const index = this.optionNames.indexOf(name);
    const option = this.options[index];
    if (!option) throw new Error(`No option ${name} among ${this.optionNames.join(', ')}.`);
    return option;
  }

  /** The option that the keyboard is at, by what assistive technology is told. */
  get activeName(): string | undefined {
    const focused = this.shadow.activeElement;
    const id = focused?.getAttribute('aria-activedescendant');
    const active = id ? this.shadow.getElementById(id) : null;
    return active?.querySelector('.name')?.textContent?.trim();
  }

  /** A button or a link by its accessible name. */
  control(name: string): HTMLElement | undefined {
    return [...this.shadow.querySelectorAll<HTMLElement>('button, a[href]')].find(
      (control) => (control.getAttribute('aria-label') ?? words(control)) === name,
    );
  }

  get text(): string {
    return words(this.shadow);
  }

  async ready(): Promise<this> {
    await waitUntil(() => this.trigger, 'the switcher never got its button', { timeout: 8000 });
    return this;
  }

  async open(): Promise<this> {
    await this.ready();
    this.trigger?.click();
    // Its code comes with the first opening.
    await this.until(
      () => this.panel?.contains(this.shadow.activeElement),
      'the panel did not open with the focus in it',
    );
    await this.still();
    return this;
  }

  /** What fades in has less contrast while it does. */
  async still(): Promise<void> {
    await Promise.all(this.shadow.getAnimations().map(({ finished }) => finished));
  }

  async until(condition: () => unknown, message: string): Promise<void> {
    await waitUntil(condition, message, { timeout: 8000 });
  }
}

/** The text that is read out: without what is hidden from assistive technology. */
export function words(node: Node | null | undefined): string {
  const parts: string[] = [];
  const walk = (from: Node): void => {
    if (from instanceof Element && from.matches('[aria-hidden="true"], svg')) return;
    if (from instanceof Text) parts.push(from.data);
    for (const child of from.childNodes) walk(child);
  };
  if (node) walk(node);
  return parts.join(' ').replace(/\s+/gu, ' ').trim();
}

export async function mountSwitcher(options: Options = {}): Promise<SwitcherPage> {
  const {
    userId = 'ada',
    current = 'northwind',
    attributes = {},
    language = 'en',
    direction,
    content = '',
    prepare,
  } = options;
  const backend = await startInPageBackend(options.sandbox, options.handler);
  prepare?.(backend);
  const root = await fixture<HTMLElement>(html`<main lang=${language} dir=${ifDefined(direction)}></main>`);
  const provider = document.createElement('org-provider');
  Object.assign(provider, {
    endpoint: backend.endpoint,
    getToken: backend.getTokenOf(userId),
    remember: 'none',
  });
  provider.setAttribute('organization-id', current);
  provider.toggleAttribute('operator', options.isOperator === true);
  const switcher = document.createElement('org-switcher');
  for (const [name, value] of Object.entries(attributes)) switcher.setAttribute(name, value);
  switcher.innerHTML = content;
  provider.append(switcher);
  root.append(provider);
  await switcher.updateComplete;
  return new SwitcherPage(root, backend);
}
