import { loadElement } from '../wrappers/load-element.js';

/** By tag, what registers it. */
export type ElementLoaders = Readonly<Record<string, () => Promise<unknown>>>;

/**
 * Loads each element of the kit when the first tag of it is in the page: what is there already, what is added later, and
 * what is in the open shadow roots of elements. A closed root is nobody's business; whoever makes one imports what they
 * put into it.
 */
export function autoload(loaders: ElementLoaders, page: Document = document): void {
  const asked = new Set<string>();
  const watched = new WeakSet<Node>();
  const observer = new MutationObserver((records) => {
    for (const node of records.flatMap(({ addedNodes }) => [...addedNodes])) {
      if (node instanceof Element) lookAt(node);
    }
  });

  function watch(root: Document | ShadowRoot): void {
    if (watched.has(root)) return;
    watched.add(root);
    observer.observe(root, { childList: true, subtree: true });
    for (const element of root.querySelectorAll('*')) visit(element);
  }

  function lookAt(element: Element): void {
    visit(element);
    for (const child of element.querySelectorAll('*')) visit(child);
  }

  function visit(element: Element): void {
    const { localName, shadowRoot } = element;
    load(localName);
    if (shadowRoot) watch(shadowRoot);
    else if (localName.includes('-')) void whenUpgraded(element);
  }

  /** An element gets its shadow root when it is upgraded, which nothing else tells. */
  async function whenUpgraded(element: Element): Promise<void> {
    await customElements.whenDefined(element.localName);
    if (element.shadowRoot) watch(element.shadowRoot);
  }

  function load(tag: string): void {
    const loader = Object.hasOwn(loaders, tag) ? loaders[tag] : undefined;
    if (!loader || asked.has(tag) || customElements.get(tag)) return;
    asked.add(tag);
    void request(tag, loader);
  }

  async function request(tag: string, loader: () => Promise<unknown>): Promise<void> {
    // The next tag of it tries again when it did not come.
    if (!(await loadElement(tag, loader))) asked.delete(tag);
  }

  watch(page);
}
