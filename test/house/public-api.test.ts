import { readFileSync } from 'node:fs';
import { format } from 'prettier';
import { expect, it } from 'vitest';
import { errorStatus } from '../../src/contract/errors.js';
import { elementsOf, type Manifest } from './elements.js';

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

interface Item {
  readonly name?: string;
  readonly kind?: string;
  readonly type?: { readonly text: string };
  readonly return?: { readonly type?: { readonly text: string } };
  readonly parameters?: readonly Item[];
  readonly readonly?: boolean;
}

const sorted = (names: readonly (string | undefined)[]): string[] => names.map((name) => name ?? '').sort();
const typed = ({ name, type }: Item): string => `${name ?? ''}: ${type?.text ?? 'unknown'}`;
const member = (item: Item): string =>
  item.kind === 'method'
    ? `${item.name ?? ''}(${(item.parameters ?? []).map(typed).join(', ')}): ${item.return?.type?.text ?? 'void'}`
    : `${item.readonly ? 'readonly ' : ''}${typed(item)}`;

/** What is promised of an element, without the words about it. */
const promise = (element: Readonly<Record<string, unknown>>): Record<string, string[]> => {
  const items = (key: string): readonly Item[] => (element[key] as readonly Item[] | undefined) ?? [];
  return {
    attributes: sorted(items('attributes').map(typed)),
    properties: sorted(items('members').map(member)),
    events: sorted(items('events').map(typed)),
    slots: sorted(items('slots').map(({ name }) => name)),
    parts: sorted(items('cssParts').map(({ name }) => name)),
    customProperties: sorted(items('cssProperties').map(({ name }) => name)),
  };
};

interface Described {
  readonly paths: Readonly<Record<string, Readonly<Record<string, { readonly operationId: string }>>>>;
}

/** `npx vitest run test/house/public-api.test.ts -u` writes it again: read the difference before you commit it. */
it('promises what docs/public-api.json says', async () => {
  const elements = elementsOf(JSON.parse(read('custom-elements.json')) as Manifest);
  const { paths } = JSON.parse(read('docs/openapi.json')) as Described;
  const { exports } = JSON.parse(read('package.json')) as { exports: Readonly<Record<string, unknown>> };
  const promised = {
    modules: Object.keys(exports),
    elements: Object.fromEntries(
      elements.map((element) => [element.tagName, promise({ ...element })]).sort(),
    ),
    errorCodes: errorStatus,
    operations: Object.fromEntries(
      Object.entries(paths).flatMap(([path, methods]) =>
        Object.entries(methods).map(([method, { operationId }]) => [
          operationId,
          `${method.toUpperCase()} ${path}`,
        ]),
      ),
    ),
  };
  const text = await format(JSON.stringify(promised), { parser: 'json', printWidth: 110 });
  await expect(text).toMatchFileSnapshot('../../docs/public-api.json');
});
