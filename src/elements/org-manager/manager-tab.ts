import { html, type TemplateResult } from 'lit';
import type { Capability } from '../../contract/capabilities.js';
import type { Me } from '../../contract/me.js';
import { isGranted } from '../../controllers/is-granted.js';
import type { ManagerTab, ManagerWords } from '../../locales/words/manager.js';
import { wordsOf } from '../parts/words-of.js';

/** A tab that somebody may see. */
export interface Tab {
  readonly name: string;
  readonly label: string;
  /** What it shows is in the kit; absent: it is the page's own, by slot. */
  readonly builtIn: BuiltInTab | undefined;
}

interface BuiltInTab {
  readonly tag: string;
  /** Whether there is anything in it for this person. */
  readonly isOffered: (me: Me) => boolean;
  /** Goes with the button that invites. */
  readonly invites?: true;
  readonly render: () => TemplateResult;
}

const may = (me: Me, capability: Capability): boolean => me.capabilities.includes(capability);

const builtIns: Readonly<Record<string, BuiltInTab>> = {
  members: {
    tag: 'org-members',
    isOffered: () => true,
    invites: true,
    render: () => html`<org-members></org-members>`,
  },
  invitations: {
    tag: 'org-invitations',
    isOffered: (me) => may(me, 'invite-members') || may(me, 'change-roles'),
    invites: true,
    render: () => html`<org-invitations></org-invitations>`,
  },
  roles: { tag: 'org-roles', isOffered: () => true, render: () => html`<org-roles></org-roles>` },
  bots: {
    tag: 'org-bots',
    isOffered: (me) => may(me, 'see-bots'),
    render: () => html`<org-bots></org-bots>`,
  },
  settings: {
    tag: 'org-profile',
    isOffered: () => true,
    render: () => html`<org-profile></org-profile>`,
  },
  me: {
    tag: 'org-me',
    // An operator is nobody there.
    isOffered: (me) => !me.isOperator,
    render: () => html`<org-me></org-me>`,
  },
};

const slotOf = (name: string): string => `tab-${name}`;

/** The page's own content of a tab. */
export const contentOf = (host: Element, name: string): HTMLElement[] =>
  [...host.children].filter(
    (child): child is HTMLElement => child instanceof HTMLElement && child.slot === slotOf(name),
  );

/** By name, each once: those that the page names, or the kit's and then the page's own. */
export function tabNames(host: Element, wanted: string | null | undefined): string[] {
  const named = wordsOf(wanted);
  const own = [...host.children].map(({ slot }) => slot).filter((slot) => slot.startsWith(slotOf('')));
  const all = [...Object.keys(builtIns), ...own.map((slot) => slot.slice(slotOf('').length))];
  return [...new Set(named.length > 0 ? named : all)];
}

/** The tabs of these names that this person may see. */
export function tabsFor(me: Me, host: Element, names: readonly string[], words: ManagerWords): Tab[] {
  return names.flatMap((name) => {
    const builtIn = builtIns[name];
    const content = contentOf(host, name);
    const [first] = content;
    const isOffered = builtIn ? builtIn.isOffered(me) : first !== undefined;
    const isAllowed =
      content.length === 0 || content.some((child) => !child.hidden && isAllowedTo(me, child));
    if (!isOffered || !isAllowed) return [];
    const label = first?.dataset['label'] ?? words.tabs[name as ManagerTab] ?? name;
    return [{ name, label, builtIn: first ? undefined : builtIn }];
  });
}

function isAllowedTo(me: Me, { dataset }: HTMLElement): boolean {
  const permissions = wordsOf(dataset['permissions']);
  return permissions.length === 0 || isGranted(me, { permissions, roles: [], any: false });
}
