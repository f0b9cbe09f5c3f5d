import ts from 'typescript';
import { parse, walk, type SourceFile } from './source-files.js';

interface Documented {
  readonly name?: string;
  readonly description?: string;
}

/** One element as custom-elements.json has it. */
export interface Declaration extends Documented {
  readonly tagName?: string;
  readonly customElement?: boolean;
  readonly attributes?: readonly (Documented & { readonly fieldName?: string })[];
  readonly members?: readonly (Documented & {
    readonly kind: string;
    readonly readonly?: boolean;
    readonly static?: boolean;
    readonly inheritedFrom?: unknown;
  })[];
  readonly events?: readonly (Documented & { readonly type?: { readonly text?: string } })[];
  readonly slots?: readonly Documented[];
  readonly cssParts?: readonly Documented[];
  readonly cssProperties?: readonly Documented[];
}

export interface Manifest {
  readonly modules: readonly { readonly path: string; readonly declarations?: readonly Declaration[] }[];
}

export const elementsOf = (manifest: Manifest): readonly Declaration[] =>
  manifest.modules.flatMap(({ declarations = [] }) =>
    declarations.filter(({ customElement }) => customElement),
  );

const kinds = {
  attributes: 'attribute',
  members: 'property or method',
  events: 'event',
  slots: 'slot',
  cssParts: 'part',
  cssProperties: 'custom property',
} as const;

/** What is public and has no name, no description, or no type: each as one line. */
export function undocumented(element: Declaration): readonly string[] {
  const label = element.tagName ?? element.name ?? '(an element)';
  const problems: string[] = [];
  if (!element.tagName)
    problems.push(`${label}: no tag; define/ has to call customElements.define('org-…', ${label})`);
  if (!element.description?.trim()) problems.push(`${label}: the class comment says nothing`);
  for (const [kind, word] of Object.entries(kinds)) {
    for (const { name, description } of element[kind as keyof typeof kinds] ?? []) {
      // The default slot has no name.
      if (name === undefined || (name === '' && kind !== 'slots'))
        problems.push(`${label}: one ${word} has no name`);
      else if (!description?.trim()) problems.push(`${label}: the ${word} "${name}" has no description`);
    }
  }
  for (const { name = '', type } of element.events ?? []) {
    if (!type?.text)
      problems.push(`${label}: the event "${name}" has no type; write @fires {CustomEvent<…>} ${name} - …`);
  }
  return problems;
}

const kebab = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;
/** There may be one slot for each of something: `row-{id}`. */
const slotName = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*(?:-\{[a-z]+\})?$/;

/** What breaks the rules for names, each as one line. */
export function misnamed(element: Declaration): readonly string[] {
  const label = element.tagName ?? '';
  const wrong = (
    kind: string,
    items: readonly Documented[] | undefined,
    good: (name: string) => boolean,
  ): string[] =>
    (items ?? []).flatMap(({ name = '' }) =>
      good(name) ? [] : [`${label}: the ${kind} "${name}" is misnamed`],
    );
  return [
    ...wrong('attribute', element.attributes, (name) => kebab.test(name)),
    ...wrong('event', element.events, (name) => name.startsWith('org-') && kebab.test(name)),
    ...wrong('part', element.cssParts, (name) => kebab.test(name)),
    ...wrong('slot', element.slots, (name) => name === '' || slotName.test(name)),
    ...wrong('custom property', element.cssProperties, (name) => name.startsWith('--org-')),
  ];
}

/** What the code of an element shows of itself. */
export interface Shown {
  readonly parts: ReadonlySet<string>;
  readonly slots: ReadonlySet<string>;
  readonly events: ReadonlySet<string>;
  /** The words of all strings. */
  readonly words: ReadonlySet<string>;
  /** A part is named by an expression: by a word of this code, or of whoever calls it. */
  readonly hasDynamicPart: boolean;
}

/** Reads `part="…"` and `<slot name="…">` in templates, and the events that the code emits. */
export function shownBy(files: readonly SourceFile[]): Shown {
  const shown = { parts: new Set<string>(), slots: new Set<string>(), events: new Set<string>() };
  const words = new Set<string>();
  let hasDynamicPart = false;
  for (const file of files) {
    walk(parse(file), (node) => {
      if (ts.isTaggedTemplateExpression(node) && /html|svg/.test(node.tag.getText()))
        readTemplate(node.template, shown);
      if (ts.isStringLiteral(node)) for (const word of node.text.split(' ')) words.add(word);
      if (ts.isTemplateHead(node) || ts.isTemplateMiddle(node))
        hasDynamicPart ||= /\spart="?[^"]*$/.test(node.text);
      if (ts.isCallExpression(node) && node.expression.getText() === 'emit')
        addEvent(node.arguments[1], shown.events);
      if (ts.isNewExpression(node) && node.expression.getText() === 'ActionController') {
        addEvent(node.arguments?.[1], shown.events);
      }
    });
  }
  return { ...shown, words, hasDynamicPart };
}

function addEvent(argument: ts.Node | undefined, events: Set<string>): void {
  if (argument && ts.isStringLiteralLike(argument)) events.add(argument.text);
}

function readTemplate(template: ts.TemplateLiteral, shown: { parts: Set<string>; slots: Set<string> }): void {
  const text = ts.isNoSubstitutionTemplateLiteral(template)
    ? template.text
    : template.head.text + template.templateSpans.map((span) => `\${}${span.literal.text}`).join('');
  for (const [, parts = ''] of text.matchAll(/\spart="([^"]*)"/g)) {
    for (const part of parts.split(/\s+/)) if (part && !part.includes('${}')) shown.parts.add(part);
  }
  for (const [, attributes = ''] of text.matchAll(/<slot([^>]*)>/g)) {
    const name = /\sname="([^"]*)"/.exec(attributes)?.[1] ?? '';
    shown.slots.add(name.replace('${}', '{}'));
  }
}

/** Where the comment of an element and its code disagree, each as one line. */
export function disagreements(element: Declaration, own: Shown, shared: Shown): readonly string[] {
  const label = element.tagName ?? '';
  const isNamedByWords = own.hasDynamicPart || shared.hasDynamicPart;
  const names = (items: readonly Documented[] | undefined): string[] =>
    (items ?? []).map(({ name = '' }) => name);
  const compare = (
    word: string,
    tag: string,
    written: string[],
    used: ReadonlySet<string>,
    also: ReadonlySet<string>,
  ) => [
    ...[...used]
      .filter((name) => !written.includes(name))
      .map((name) => `${label}: the ${word} "${name}" lacks its ${tag}`),
    ...written
      .filter((name) => !used.has(name) && !also.has(name))
      .map((name) => `${label}: there is no ${word} "${name}", but a ${tag} for it`),
  ];
  return [
    ...compare(
      'part',
      '@csspart',
      names(element.cssParts),
      own.parts,
      new Set([...shared.parts, ...(isNamedByWords ? [...own.words, ...shared.words] : [])]),
    ),
    // What a slot is there for has a name in the comment only: `row-{id}`, `tab-{name}`.
    ...compare(
      'slot',
      '@slot',
      names(element.slots).map((name) => name.replace(/\{[a-z]+\}/, '{}')),
      own.slots,
      shared.slots,
    ),
    ...[...own.events]
      .filter((name) => !names(element.events).includes(name))
      .map((name) => `${label}: the event "${name}" lacks its @fires`),
  ];
}
