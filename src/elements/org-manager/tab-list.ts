import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Tab } from './manager-tab.js';

interface TabList {
  readonly label: string;
  readonly tabs: readonly Tab[];
  readonly shown: string;
  /** Those that have a panel by now. */
  readonly visited: ReadonlySet<string>;
  /** Makes them links. */
  readonly addressOf: ((tab: Tab) => string) | undefined;
  readonly select: (tab: Tab) => void;
}

/**
 * Tabs as the ARIA pattern wants them, chosen by hand: an arrow moves the focus only, because what a tab shows is
 * fetched.
 */
export function tabList(list: TabList): TemplateResult {
  return html`<div class="tabs" part="tabs" role="tablist" aria-label=${list.label} @keydown=${move}>
    ${repeat(
      list.tabs,
      ({ name }) => name,
      (tab) => tabOf(list, tab),
    )}
  </div>`;
}

function tabOf({ shown, visited, addressOf, select }: TabList, tab: Tab): TemplateResult {
  const { name, label } = tab;
  const isShown = name === shown;
  const part = isShown ? 'tab current' : 'tab';
  const controls = visited.has(name) ? `panel-${name}` : nothing;
  const index = isShown ? '0' : '-1';
  const content = html`<span dir="auto">${label}</span>`;
  if (!addressOf) {
    return html`<button
      type="button"
      class="tab"
      part=${part}
      role="tab"
      id="tab-${name}"
      aria-selected=${isShown}
      aria-controls=${controls}
      tabindex=${index}
      ?data-focus=${isShown}
      @click=${() => select(tab)}
    >
      ${content}
    </button>`;
  }
  return html`<a
    class="tab"
    part=${part}
    role="tab"
    id="tab-${name}"
    href=${addressOf(tab)}
    aria-selected=${isShown}
    aria-controls=${controls}
    tabindex=${index}
    @click=${(event: MouseEvent) => isPlain(event) && select(tab)}
    >${content}</a
  >`;
}

/** Ctrl, Cmd or Shift and a click on a link: a new tab of the browser, and nothing changes here. */
const isPlain = ({ ctrlKey, metaKey, shiftKey }: MouseEvent): boolean => !ctrlKey && !metaKey && !shiftKey;

function move(event: KeyboardEvent): void {
  const list = event.currentTarget as HTMLElement;
  const tabs = [...list.querySelectorAll<HTMLElement>('[role="tab"]')];
  const at = tabs.indexOf(event.target as HTMLElement);
  if (at < 0 || event.ctrlKey || event.metaKey || event.altKey) return;
  // A link is followed by Enter alone; a tab is chosen by Space too.
  if (event.key === ' ') {
    event.preventDefault();
    return tabs[at]?.click();
  }
  const ahead = list.matches(':dir(rtl)') ? -1 : 1;
  const target: Readonly<Record<string, number>> = {
    ArrowRight: at + ahead,
    ArrowLeft: at - ahead,
    Home: 0,
    End: tabs.length - 1,
  };
  const to = target[event.key];
  if (to === undefined) return;
  event.preventDefault();
  tabs.at(to % tabs.length)?.focus();
}

/** Scrolls the list alone, so that the tab can be seen with the edge of its neighbour. */
export function reveal(tab: Element | null): void {
  const list = tab?.parentElement;
  if (!tab || !list) return;
  const edge = 32;
  const [inner, outer] = [tab.getBoundingClientRect(), list.getBoundingClientRect()];
  if (inner.left < outer.left) list.scrollLeft += inner.left - outer.left - edge;
  else if (inner.right > outer.right) list.scrollLeft += inner.right - outer.right + edge;
}
