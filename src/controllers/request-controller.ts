import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { OrgEventMap } from '../events.js';
import { closestComposed } from './closest-composed.js';

type Request = 'org-create-request' | 'org-manage-request';

/**
 * Lets an element that is a dialog answer what others of the same provider ask for: an event that nobody has prevented,
 * wherever in the provider it comes from.
 */
export class RequestController<Name extends Request> implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement & { readonly dialog: boolean };
  readonly #name: Name;
  readonly #answer: (detail: OrgEventMap[Name]) => void;
  #provider: Element | null = null;

  constructor(
    host: ReactiveControllerHost & HTMLElement & { readonly dialog: boolean },
    name: Name,
    answer: (detail: OrgEventMap[Name]) => void,
  ) {
    this.#host = host;
    this.#name = name;
    this.#answer = answer;
    host.addController(this);
  }

  hostConnected(): void {
    this.#provider = closestComposed(this.#host, 'org-provider');
    this.#provider?.addEventListener(this.#name, this.#hear);
  }

  hostDisconnected(): void {
    this.#provider?.removeEventListener(this.#name, this.#hear);
  }

  readonly #hear = (event: Event): void => {
    if (!this.#host.dialog || event.defaultPrevented) return;
    this.#answer((event as CustomEvent<OrgEventMap[Name]>).detail);
  };
}
