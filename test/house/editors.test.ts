import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { elementsOf, type Declaration, type Manifest } from './elements.js';
import { parse, walk } from './source-files.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const read = (path: string): string => readFileSync(root + path, 'utf8');
const json = (path: string): unknown => JSON.parse(read(path));

interface Named {
  readonly name: string;
}
const names = (items: readonly { readonly name?: string }[] = []): string[] =>
  items.map(({ name = '' }) => name).sort();

const elements = elementsOf(json('custom-elements.json') as Manifest);
const tags = elements.map(({ tagName = '' }) => tagName);

const fields = ({ members = [] }: Declaration) =>
  members.filter((member) => member.kind === 'field' && !member.static);
/** What a page may set. */
const properties = (element: Declaration): string[] =>
  names(fields(element).filter((member) => !member.readonly));
const attributes = (element: Declaration): string[] => names(element.attributes);
const events = (element: Declaration): string[] => names(element.events);

const pascal = (name: string): string =>
  name.replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase());
const unique = (items: readonly string[]): string[] => [...new Set(items)].sort();

/** The names in the type, interface or class that `isIt` finds in a file of declarations. */
function declared(path: string, isIt: (node: ts.Node) => boolean): string[] {
  const found: string[] = [];
  walk(parse({ path, text: read(path) }), (node) => {
    if (!isIt(node)) return;
    for (const member of membersOf(node)) {
      if (!ts.isPropertySignature(member) && !ts.isSetAccessor(member)) continue;
      found.push(ts.isStringLiteral(member.name) ? member.name.text : member.name.getText());
    }
  });
  return found.sort();
}

/** Of a type, those of the first literal in it. */
function membersOf(node: ts.Node): readonly ts.Node[] {
  if (ts.isClassDeclaration(node) || ts.isInterfaceDeclaration(node) || ts.isTypeLiteralNode(node))
    return node.members;
  return (
    ts.forEachChild(node, (child) => {
      const members = membersOf(child);
      return members.length > 0 ? members : undefined;
    }) ?? []
  );
}

const called =
  (name: string) =>
  (node: ts.Node): boolean =>
    (ts.isInterfaceDeclaration(node) || ts.isClassDeclaration(node) || ts.isTypeAliasDeclaration(node)) &&
    node.name?.text === name;

const tagged =
  (tag: string) =>
  (node: ts.Node): boolean =>
    ts.isPropertySignature(node) && ts.isStringLiteral(node.name) && node.name.text === tag;

describe('what editors and compilers are told agrees with custom-elements.json:', () => {
  interface VsCode {
    readonly tags: readonly (Named & { readonly attributes: readonly (Named & { values: Named[] })[] })[];
  }
  const vsCode = json('dist/editor/vscode.html-custom-data.json') as VsCode;

  interface WebTypes {
    readonly contributions: {
      readonly html: {
        readonly elements: readonly (Named & {
          readonly attributes: readonly Named[];
          readonly js: { readonly events: readonly Named[]; readonly properties: readonly Named[] };
        })[];
      };
    };
  }
  const webTypes = (json('dist/editor/web-types.json') as WebTypes).contributions.html.elements;

  it('every tag, and no other', () => {
    expect(tags.length).toBeGreaterThan(0);
    expect(names(vsCode.tags)).toEqual([...tags].sort());
    expect(names(webTypes)).toEqual([...tags].sort());
    const mapped = readdirSync(`${root}dist/define`)
      .filter((file) => file.endsWith('.d.ts'))
      .flatMap((file) => declared(`dist/define/${file}`, called('HTMLElementTagNameMap')));
    expect(mapped.sort()).toEqual([...tags].sort());
    expect(declared('dist/vue/index.d.ts', called('GlobalComponents'))).toEqual([...tags].sort());
  });

  it('every event, and no other', () => {
    expect(declared('dist/events.d.ts', called('OrgEventMap'))).toEqual(unique(elements.flatMap(events)));
  });

  it('VS Code offers values that an attribute may have', () => {
    const values = vsCode.tags
      .find(({ name }) => name === 'org-provider')
      ?.attributes.find(({ name }) => name === 'remember')?.values;
    expect(names(values)).toEqual(['browser', 'none', 'tab', 'url']);
    // The names of types are in capitals, or have arguments.
    const all = vsCode.tags.flatMap((tag) => tag.attributes.flatMap((attribute) => names(attribute.values)));
    expect(all.filter((value) => !/^[a-z][a-z-]*$/.test(value))).toEqual([]);
  });

  describe.each(elements.map((element) => [element.tagName ?? '', element] as const))(
    '%s',
    (tag, element) => {
      const name = element.name ?? '';
      const listeners = events(element).map((event) => `on${pascal(event)}`);

      it('in VS Code', () => {
        expect(names(vsCode.tags.find((item) => item.name === tag)?.attributes)).toEqual(attributes(element));
      });

      it('in JetBrains editors', () => {
        const described = webTypes.find((item) => item.name === tag);
        expect(names(described?.attributes)).toEqual(attributes(element));
        expect(names(described?.js.events)).toEqual(events(element));
        expect(names(described?.js.properties)).toEqual(names(fields(element)));
      });

      it('in JSX', () => {
        const given = declared('dist/editor/jsx.d.ts', called(`${name}Props`));
        const own = [...attributes(element), ...properties(element)];
        expect(given).toEqual(unique([...own, ...events(element).map((event) => `on${event}`)]));
        const solid = declared('dist/editor/jsx.d.ts', called(`${name}SolidJsProps`));
        expect(solid.filter((item) => /^(?:prop|on):/.test(item))).toEqual(
          [
            ...properties(element).map((item) => `prop:${item}`),
            ...events(element).map((event) => `on:${event}`),
          ].sort(),
        );
      });

      it.each(['react', 'vue'])('for %s', (framework) => {
        const given = declared(`dist/${framework}/index.d.ts`, called(`${name}Props`));
        const own = given.filter((item) => !item.startsWith('onUpdate:'));
        expect(own).toEqual([...properties(element), ...listeners].sort());
      });

      it('for Svelte', () => {
        const own = [
          ...attributes(element),
          ...properties(element),
          ...events(element).map((event) => `on${event}`),
        ];
        expect(declared('dist/editor/svelte.d.ts', tagged(tag))).toEqual(unique(own));
      });

      it('for Angular', () => {
        expect(declared('dist/angular/index.d.ts', called(name))).toEqual(properties(element));
      });
    },
  );
});
