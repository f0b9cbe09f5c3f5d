import { isBrowser, kebab, register, type ElementDescription } from '../wrappers/element-description.js';
import { followOrganization } from '../wrappers/follow-organization.js';

type Primitive = string | number | boolean | null | undefined;

/** What the directive of an element does: the build adds the inputs, which Angular has to read in its own notation. */
export class Host {
  readonly #description: ElementDescription;
  readonly #element: HTMLElement;

  constructor(description: ElementDescription, element: HTMLElement) {
    this.#description = description;
    this.#element = element;
    if (isBrowser) void register(description);
  }

  /** A property of the element; what a server renders has the attribute in its place. */
  protected give(name: string, value: unknown): void {
    if (isBrowser) Object.assign(this.#element, { [name]: value });
    else if (this.#description.attributes.includes(name))
      giveAttribute(this.#element, kebab(name), value as Primitive);
  }

  /** `[(organizationId)]` */
  protected follow(tell: (organizationId: string | null) => void): void {
    for (const type of ['org-change', 'org-state-change'])
      this.#element.addEventListener(type, () => followOrganization(this.#element, tell));
  }
}

function giveAttribute(element: HTMLElement, name: string, value: Primitive): void {
  if (value === false || value == null) element.removeAttribute(name);
  else element.setAttribute(name, value === true ? '' : String(value));
}
