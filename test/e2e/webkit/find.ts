/** A text that has to be in another, whatever its case; the whole of it where `exact`; or a regular expression. */
export type Words =
  { readonly text: string; readonly exact: boolean } | { readonly pattern: string; readonly flags: string };

/** One narrowing of what was found so far: a locator is a list of them. */
export type Step =
  | { readonly by: 'css'; readonly selector: string }
  | { readonly by: 'role'; readonly role: string; readonly name: Words | null }
  | { readonly by: 'text'; readonly words: Words }
  | { readonly by: 'filter'; readonly hasText: Words }
  | { readonly by: 'nth'; readonly index: number };

/** What is used of axe: what its rules are written with. */
interface Axe {
  setup(root: Document): void;
  teardown(): void;
  readonly utils: { getNodeFromTree(element: Element): object | undefined };
  readonly commons: {
    readonly aria: { getRole(node: object): string | null };
    readonly dom: { isVisibleToScreenReaders(node: object): boolean };
    readonly text: { accessibleTextVirtual(node: object): string };
  };
}

interface Found {
  readonly element: Element;
  readonly visible: boolean;
  readonly enabled: boolean;
}

/**
 * Where to click on an element, scrolled into view, from the window's corner: nowhere while something lies over it. Runs in
 * the page as well.
 */
export function pointOf(element: Element): { readonly x: number; readonly y: number } | null {
  element.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' });
  const { left, top, width, height } = element.getBoundingClientRect();
  const [x, y] = [Math.round(left + width / 2), Math.round(top + height / 2)];
  let hit = document.elementFromPoint(x, y);
  for (let inner = hit; inner?.shadowRoot; hit = inner) {
    const next = inner.shadowRoot.elementFromPoint(x, y);
    if (!next || next === inner) break;
    inner = next;
  }
  for (let node: Node | null = hit; node; node = parentOf(node)) {
    if (node !== element) continue;
    const frame = window.frameElement?.getBoundingClientRect();
    const { clientLeft = 0, clientTop = 0 } = window.frameElement ?? {};
    return {
      x: Math.round(x + (frame?.left ?? 0) + clientLeft),
      y: Math.round(y + (frame?.top ?? 0) + clientTop),
    };
  }
  return null;

  function parentOf(node: Node): Node | null {
    return node instanceof ShadowRoot ? node.host : ((node as Element).assignedSlot ?? node.parentNode);
  }
}

/**
 * What Playwright's locators find, through open shadow roots. Roles and names are those that axe computes. It runs in
 * the page, so it refers to nothing outside itself but the global `axe`.
 */
export function find(steps: readonly Step[]): Found[] {
  const { axe } = window as unknown as { axe: Axe };
  const plain = (text: string): string => text.replace(/\s+/gu, ' ').trim();
  const fits = (text: string, words: Words): boolean => {
    if ('pattern' in words) return new RegExp(words.pattern, words.flags).test(plain(text));
    if (words.exact) return plain(text) === plain(words.text);
    return plain(text).toLowerCase().includes(plain(words.text).toLowerCase());
  };
  const textOf = (node: Node): string => {
    if (node instanceof Text) return node.data;
    if (node instanceof Element && node.matches('script, style, noscript')) return '';
    const shadow = node instanceof Element ? node.shadowRoot : null;
    return [...node.childNodes, ...(shadow?.childNodes ?? [])].map(textOf).join('');
  };
  const inside = (root: Document | Element): Element[] => {
    const walk = (node: ParentNode): Element[] =>
      [...node.children].flatMap((child) => [
        child,
        ...(child.shadowRoot ? walk(child.shadowRoot) : []),
        ...walk(child),
      ]);
    const shadow = root instanceof Element && root.shadowRoot ? walk(root.shadowRoot) : [];
    return [...shadow, ...walk(root)];
  };
  // Of the elements of a page, those that can have a role at all: axe takes its time for each.
  const TAGS: Readonly<Record<string, string>> = {
    article: 'article',
    banner: 'header',
    button: 'button',
    cell: 'td',
    checkbox: 'input',
    dialog: 'dialog',
    group: 'fieldset',
    heading: 'h1, h2, h3, h4',
    link: 'a',
    listitem: 'li',
    main: 'main',
    radio: 'input',
    row: 'tr',
    searchbox: 'input',
    textbox: 'input, textarea',
  };
  const hasRole = (element: Element, role: string, name: Words | null): boolean => {
    if (!element.matches(`[role="${role}"], ${TAGS[role] ?? `[role="${role}"]`}`)) return false;
    const { aria, dom, text } = axe.commons;
    const node = axe.utils.getNodeFromTree(element);
    return (
      node !== undefined &&
      aria.getRole(node) === role &&
      dom.isVisibleToScreenReaders(node) &&
      (name === null || fits(text.accessibleTextVirtual(node), name))
    );
  };
  const narrow = (from: readonly (Document | Element)[], step: Step): Element[] => {
    const all = (): Element[] => [...new Set(from.flatMap(inside))];
    if (step.by === 'css') return all().filter((element) => element.matches(step.selector));
    if (step.by === 'role') return all().filter((element) => hasRole(element, step.role, step.name));
    const elements = from as readonly Element[];
    if (step.by === 'filter') {
      return elements.filter((element) => fits(textOf(element), step.hasText));
    }
    if (step.by === 'nth') return elements.slice(step.index, step.index + 1);
    // The innermost that has it.
    const having = all().filter(
      (element) => !element.matches('script, style, noscript, head *') && fits(textOf(element), step.words),
    );
    return having.filter((element) => !inside(element).some((child) => having.includes(child)));
  };

  const withRoles = steps.some(({ by }) => by === 'role');
  if (withRoles) axe.setup(document);
  try {
    const found = steps.reduce<readonly (Document | Element)[]>(narrow, [document]) as Element[];
    return found.map((element) => {
      const { width, height } = element.getBoundingClientRect();
      return {
        element,
        visible: element.checkVisibility({ visibilityProperty: true }) && width > 0 && height > 0,
        enabled: !element.matches(':disabled, [aria-disabled="true"]'),
      };
    });
  } finally {
    if (withRoles) axe.teardown();
  }
}
