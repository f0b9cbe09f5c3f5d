/**
 * `npm run manifest`: writes custom-elements.json from the class comments of the elements. The build makes the editors'
 * data from it: VS Code custom data, JetBrains web-types, types for JSX.
 */
import { getWebTypesData } from 'custom-element-jet-brains-integration';
import { getVsCodeCssCustomData, getVsCodeHtmlCustomData } from 'custom-element-vs-code-integration';
import { generateJsxTypes } from '@wc-toolkit/jsx-types';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { attributeValues } from './attribute-values.mjs';
import { elementsOf, eventAttributes } from './frameworks/elements.mjs';
import { root, run } from './run.mjs';

/** The manifest is about the package that people install: `src/x.ts` is `dist/x.js` there. */
const published = (path) => path.replace(/^\/?src\//, 'dist/').replace(/\.ts$/, '.js');

function clean(value) {
  if (Array.isArray(value)) return value.map(clean);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => {
      if ((key === 'path' || key === 'module') && typeof item === 'string') return [key, published(item)];
      if (key === 'members') return [key, item.filter(({ privacy }) => privacy === undefined).map(clean)];
      return [key, clean(item)];
    }),
  );
}

/** Only modules that hold an element or register one: the others are nobody's business. */
function publicModules({ modules, ...rest }) {
  const isElement = ({ customElement }) => customElement === true;
  const definesOne = ({ kind }) => kind === 'custom-element-definition';
  return {
    ...rest,
    modules: modules.filter(
      ({ declarations = [], exports = [] }) => declarations.some(isElement) || exports.some(definesOne),
    ),
  };
}

/** The analyzer's output, without what is private, as text. */
export async function manifest() {
  const directory = mkdtempSync(join(root, 'node_modules/.cem-'));
  try {
    const { status, output } = await run(
      'cem',
      ['analyze', '--config', 'custom-elements-manifest.config.mjs', '--quiet'],
      { env: { ORGKIT_MANIFEST_DIRECTORY: directory.slice(root.length) } },
    );
    if (status !== 0) throw new Error(`The manifest cannot be made.\n${output}`);
    const analyzed = JSON.parse(readFileSync(join(directory, 'custom-elements.json'), 'utf8'));
    return `${JSON.stringify(clean(publicModules(analyzed)), null, 2)}\n`;
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/** What the generator of the types for JSX leaves out. */
function completeJsxTypes(manifestOfElements, file) {
  const text = elementsOf(manifestOfElements).reduce(withEventsOfOthers, readFileSync(file, 'utf8'));
  writeFileSync(file, withObjectRefs(withAllImports(text, file)));
}

/** It imports a type only where an event has nothing but its name. */
function withAllImports(text, file) {
  const exported = [
    ...readFileSync(`${root}src/index.ts`, 'utf8').matchAll(/\bOrg\w+|\b[A-Z]\w+(?=[\s,]*[,}])/g),
  ];
  const [statement] = /^import type \{[^}]*\}/.exec(text) ?? [];
  if (statement === undefined) throw new Error(`${file} does not begin with its imports`);
  const body = text.slice(statement.length);
  const names = new Set(
    exported.map(([name]) => name).filter((name) => new RegExp(`\\b${name}\\b`).test(body)),
  );
  return `import type { OrgEventAttributes } from "../wrappers/event-props.js";\nimport type { ${[...names].sort().join(', ')} }${body}`;
}

/** Events bubble: an element that holds others hears theirs. */
function withEventsOfOthers(text, element) {
  return [
    [`export type ${element.name}Props = {`, 'on'],
    [`export type ${element.name}SolidJsProps = {`, 'on:'],
  ].reduce(
    (whole, [start, prefix]) =>
      replaced(whole, start, start.replace('{', `${eventAttributes(element, prefix)}{`)),
    text,
  );
}

/** A ref of React and Preact may be an object. */
const withObjectRefs = (text) =>
  replaced(
    text,
    'ref?: (T | ((e: T) => void)) | undefined;',
    'ref?: T | ((e: T) => void) | { current: T | null | undefined } | null | undefined;',
  );

function replaced(text, old, by) {
  if (!text.includes(old)) throw new Error(`The types for JSX have no "${old}"`);
  return text.replace(old, () => by);
}

const asData = (made) => (typeof made === 'string' ? JSON.parse(made) : made);

/** The generators say each part and custom property once for every element that has it. */
const once = (items) => [...new Map(items.map((item) => [item.name, item])).values()];

function vsCodeHtml(elements, valuesOf) {
  const data = asData(getVsCodeHtmlCustomData(elements));
  for (const { name: tag, attributes } of data.tags) {
    for (const attribute of attributes)
      attribute.values = valuesOf(tag, attribute.name).map((name) => ({ name }));
  }
  return data;
}

function vsCodeCss(elements) {
  const data = asData(getVsCodeCssCustomData(elements));
  return { ...data, properties: once(data.properties), pseudoElements: once(data.pseudoElements) };
}

function webTypes(elements, valuesOf, options) {
  const data = asData(getWebTypesData(elements, options));
  for (const { name: tag, attributes } of data.contributions.html.elements) {
    for (const { name, value } of attributes) {
      const values = valuesOf(tag, name);
      if (values.length > 0) value.type = values.map((text) => JSON.stringify(text)).join(' | ');
    }
  }
  return data;
}

/** What each attribute of a tag may be. */
function valuesByTag({ modules }, outdir) {
  const values = attributeValues(outdir);
  const declarations = modules.flatMap((module) => module.declarations ?? []);
  return (tag, attribute) => {
    const element = declarations.find(({ tagName }) => tagName === tag);
    const { fieldName } = element.attributes.find(({ name }) => name === attribute);
    return values(element.name, fieldName);
  };
}

/**
 * @param elements the manifest
 * @param {string} outdir where the declarations are
 */
export function writeEditorData(elements, outdir) {
  const folder = `${outdir}/editor`;
  const valuesOf = valuesByTag(elements, outdir);
  const files = {
    'vscode.html-custom-data.json': vsCodeHtml(elements, valuesOf),
    'vscode.css-custom-data.json': vsCodeCss(elements),
    'web-types.json': webTypes(elements, valuesOf, { outdir: folder, packageJson: false }),
  };
  mkdirSync(join(root, folder), { recursive: true });
  for (const [name, content] of Object.entries(files))
    writeFileSync(join(root, folder, name), JSON.stringify(content, null, 2));
  generateJsxTypes(elements, {
    outdir: folder,
    fileName: 'jsx.d.ts',
    hideLogs: true,
    globalTypePath: '../index.js',
  });
  completeJsxTypes(elements, join(root, folder, 'jsx.d.ts'));
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  writeFileSync(`${root}custom-elements.json`, await manifest());
