import { ContextConsumer } from '@lit/context';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { emit, type OrgBeforeDetail, type OrgBeforeEventName, type OrgEventMap } from '../events.js';
import { OrgError } from '../org-error.js';
import { orgContext } from '../store/org-context.js';
import type { ReadyContext } from './query-controller.js';

/**
 * A change that an element makes. `run` emits the cancelable before-event (with the first argument as `value`), waits
 * for whoever delays it, calls, and emits `org-error` on failure. It never throws and never runs twice at a time.
 */
export class ActionController<Args extends unknown[], Result> implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #before: OrgBeforeEventName | undefined;
  readonly #action: (context: ReadyContext, ...args: Args) => Promise<Result>;
  readonly #consumer: ContextConsumer<typeof orgContext, ReactiveControllerHost & HTMLElement>;
  #isBusy = false;
  #error: OrgError | undefined;

  constructor(
    host: ReactiveControllerHost & HTMLElement,
    before: OrgBeforeEventName | undefined,
    action: (context: ReadyContext, ...args: Args) => Promise<Result>,
  ) {
    this.#host = host;
    this.#before = before;
    this.#action = action;
    this.#consumer = new ContextConsumer(host, { context: orgContext, subscribe: true });
    host.addController(this);
  }

  get busy(): boolean {
    return this.#isBusy;
  }

  /** Of the last run; gone with the next one. */
  get error(): OrgError | undefined {
    return this.#error;
  }

  /** Forgets the error. */
  reset(): void {
    this.#set(this.#isBusy, undefined);
  }

  /** The result; undefined when it failed, was canceled, or another run is under way. */
  async run(...args: Args): Promise<Result | undefined> {
    if (this.#isBusy) return undefined;
    this.#set(true, undefined);
    let error: OrgError | undefined;
    // What it is about was seen now: whoever delays it may answer when the organization is another one.
    const context = this.#consumer.value;
    try {
      if (!(await this.#isAllowed(args[0]))) return undefined;
      if (!context?.store) throw new OrgError('unauthenticated', 'Nobody is signed in to the provider.');
      return await this.#action(context as ReadyContext, ...args);
    } catch (cause) {
      error = OrgError.from(cause);
      return undefined;
    } finally {
      this.#set(false, error);
      if (error) emit(this.#host, 'org-error', error);
    }
  }

  hostDisconnected(): void {
    delete this.#consumer.value;
  }

  async #isAllowed(value: unknown): Promise<boolean> {
    if (!this.#before) return true;
    const delays: Promise<unknown>[] = [];
    const detail = {
      value,
      waitUntil: (promise) => void delays.push(promise),
    } satisfies OrgBeforeDetail<unknown>;
    const isWanted = emit(this.#host, this.#before, detail as OrgEventMap[OrgBeforeEventName], {
      cancelable: true,
    });
    if (!isWanted) return false;
    const answers = await Promise.allSettled(delays);
    return answers.every((answer) => answer.status === 'fulfilled' && answer.value !== false);
  }

  #set(isBusy: boolean, error: OrgError | undefined): void {
    this.#isBusy = isBusy;
    this.#error = error;
    this.#host.requestUpdate();
  }
}
