import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { manifest } from '../../scripts/manifest.mjs';
import { disagreements, elementsOf, misnamed, shownBy, undocumented, type Manifest } from './elements.js';
import { sourceFiles } from './source-files.js';

const checkedIn = readFileSync(new URL('../../custom-elements.json', import.meta.url), 'utf8');
const elements = elementsOf(JSON.parse(checkedIn) as Manifest);
const files = sourceFiles();
const codeIn = (folder: string) => shownBy(files.filter(({ path }) => path.startsWith(folder)));

describe('custom-elements.json', () => {
  it('is what `npm run manifest` makes of the sources', async () => {
    expect(checkedIn === (await manifest()), 'run `npm run manifest` and commit the result').toBe(true);
  });

  it('has every element', () => {
    const folders = files
      .map(({ path }) => /^elements\/(org-[^/]+)\//.exec(path)?.[1])
      .filter((tag) => tag !== undefined);
    expect(elements.map(({ tagName }) => tagName).sort()).toEqual([...new Set(folders)].sort());
  });

  it('describes everything that is public', () => {
    expect(elements.flatMap(undocumented)).toEqual([]);
  });

  it('keeps to the rules for names', () => {
    expect(elements.flatMap(misnamed)).toEqual([]);
  });

  it('agrees with the code of the elements', () => {
    const shared = shownBy(
      files.filter(({ path }) => /^(?:elements\/parts|controllers|styles)\//.test(path)),
    );
    const problems = elements.flatMap((element) =>
      disagreements(element, codeIn(`elements/${element.tagName}/`), shared),
    );
    expect(problems).toEqual([]);
  });
});

describe('the checks of the manifest', () => {
  const good = {
    name: 'OrgList',
    tagName: 'org-list',
    description: 'A list.',
    attributes: [{ name: 'with-create', description: 'Adds an entry.' }],
    events: [{ name: 'org-change', description: 'Changed.', type: { text: 'CustomEvent' } }],
    slots: [{ name: '', description: 'The content.' }],
    cssParts: [{ name: 'row', description: 'A row.' }],
    cssProperties: [{ name: '--org-accent', description: 'The accent.' }],
  };

  it('pass an element that is in order', () => {
    expect([...undocumented(good), ...misnamed(good)]).toEqual([]);
  });

  it.each([
    ['no class comment', { ...good, description: '' }, 'the class comment says nothing'],
    ['no tag', { ...good, tagName: '' }, 'no tag'],
    [
      'an event without a name',
      { ...good, events: [{ description: 'x', type: { text: 'Event' } }] },
      'event has no name',
    ],
    [
      'an event without a description',
      { ...good, events: [{ name: 'org-x', type: { text: 'Event' } }] },
      'no description',
    ],
    ['an event without a type', { ...good, events: [{ name: 'org-x', description: 'x' }] }, 'has no type'],
    [
      'a part without a description',
      { ...good, cssParts: [{ name: 'row' }] },
      'the part "row" has no description',
    ],
    [
      'a part without a name',
      { ...good, cssParts: [{ name: '', description: 'x' }] },
      'one part has no name',
    ],
    [
      'an attribute without a description',
      { ...good, attributes: [{ name: 'x' }] },
      'the attribute "x" has no description',
    ],
    ['a slot without a description', { ...good, slots: [{ name: '' }] }, 'the slot "" has no description'],
    [
      'a native event name',
      { ...good, events: [{ name: 'change', description: 'x' }] },
      'the event "change" is misnamed',
    ],
    ['a camel-case attribute', { ...good, attributes: [{ name: 'withCreate' }] }, '"withCreate" is misnamed'],
  ])('refuse %s', (_, element, complaint) => {
    expect([...undocumented(element), ...misnamed(element)].join('\n')).toContain(complaint);
  });

  it('find what the comment leaves out and what the code lacks', () => {
    const text = `
      emit(this, 'org-error', error);
      const view = html\`<div part="panel row"><slot name="footer"></slot>\${x}</div>\`;
    `;
    const nothing = shownBy([]);
    const own = shownBy([{ path: 'elements/org-list/org-list.ts', text }]);
    expect(disagreements({ ...good, cssParts: [{ name: 'gone' }] }, own, nothing)).toEqual([
      'org-list: the part "panel" lacks its @csspart',
      'org-list: the part "row" lacks its @csspart',
      'org-list: there is no part "gone", but a @csspart for it',
      'org-list: the slot "footer" lacks its @slot',
      'org-list: there is no slot "", but a @slot for it',
      'org-list: the event "org-error" lacks its @fires',
    ]);
  });
});
