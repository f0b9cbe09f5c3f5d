import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Capability } from '../contract/capabilities.js';
import type { Me } from '../contract/me.js';
import { me } from '../store/queries/me.js';
import { QueryController } from './query-controller.js';

/**
 * What the person may do in the current organization, live from the backend. Elements offer only that; the backend
 * decides again. When it changes while somebody is looking, `changed` says so until it is dismissed.
 */
export class CapabilitiesController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #me: QueryController<Me>;
  #organizationId: string | undefined;
  #known = '';
  #hasChanged = false;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    this.#me = new QueryController(host, ({ organizationId }) => organizationId && me(organizationId));
    host.addController(this);
  }

  /** Undefined until it is known, and while there is no current organization. */
  get me(): Me | undefined {
    return this.#me.data;
  }

  /** For what there is to say while it is not known. */
  get query(): QueryController<Me> {
    return this.#me;
  }

  /** False until it is known: what is not sure is not offered. */
  can(capability: Capability): boolean {
    return this.me?.capabilities.includes(capability) ?? false;
  }

  /** What the person may do has changed since the element first knew of it, and nobody has dismissed that. */
  get changed(): boolean {
    return this.#hasChanged;
  }

  readonly dismiss = (): void => {
    this.#hasChanged = false;
    this.#host.requestUpdate();
  };

  hostUpdate(): void {
    const { me: now } = this;
    if (!now) return;
    const known = [...now.capabilities].sort().join(' ');
    const isSame = now.organizationId === this.#organizationId;
    if (!isSame) this.#hasChanged = false;
    else if (known !== this.#known) this.#hasChanged = true;
    this.#organizationId = now.organizationId;
    this.#known = known;
  }
}
