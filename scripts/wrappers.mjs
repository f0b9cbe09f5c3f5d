/** What the build makes of the manifest for frameworks: a component for every element. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './run.mjs';

const kebab = (name) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
const pascal = (name) => name.replace(/(?:^|-)([a-z])/g, (_, letter) => letter.toUpperCase());
const comment = (text = '') => `/** ${text.replace(/\s*\n\s*/g, '\n * ').replaceAll('*/', '*\\/')} */`;

/** The elements of a manifest, as the wrappers need them. */
export function elementsOf({ modules }) {
  const declarations = modules.flatMap(({ declarations = [] }) => declarations);
  return declarations.filter(({ customElement }) => customElement).map(describe);
}

function describe({ name, tagName, description, attributes = [], members = [], events = [], slots = [] }) {
  const fields = members.filter(({ kind, readonly }) => kind === 'field' && !readonly);
  // No attribute can say `null`, nor an object.
  const isAttribute = ({ name: field, type }) =>
    attributes.some(({ fieldName }) => fieldName === field) && !/\bnull\b/.test(type?.text ?? '');
  for (const { name: attribute, fieldName } of attributes) {
    if (attribute !== kebab(fieldName))
      throw new Error(
        `<${tagName}>: the attribute of ${fieldName} has to be ${kebab(fieldName)}, not ${attribute}`,
      );
  }
  return {
    name,
    tag: tagName,
    description,
    fields,
    events,
    attributes: fields.filter(isAttribute).map((field) => field.name),
    properties: fields.filter((field) => !isAttribute(field)).map((field) => field.name),
    /** What a page may bind both ways. */
    model: tagName === 'org-provider' ? 'organizationId' : undefined,
    /** It holds a part of the page, whose events pass through it. */
    isAround: slots.some((slot) => slot.name === ''),
  };
}

const descriptions = (elements) => [
  ...elements.flatMap(({ name, tag, attributes, properties }) => [
    `export const ${name} = {`,
    `  name: ${JSON.stringify(name)},`,
    `  tag: ${JSON.stringify(tag)},`,
    `  load: () => import(${JSON.stringify(`../define/${tag}.js`)}),`,
    `  attributes: ${JSON.stringify(attributes)},`,
    `  properties: ${JSON.stringify(properties)},`,
    '};',
  ]),
];

const wrapped = (elements) => [
  "import * as elements from '../wrappers/elements.js';",
  "import { wrap } from './wrap.js';",
  ...elements.map(({ name }) => `export const ${name} = /*@__PURE__*/ wrap(elements.${name});`),
];

const fieldTypes = ({ name, fields }) =>
  fields.flatMap((field) => [
    comment(field.description),
    `${field.name}?: elements.${name}[${JSON.stringify(field.name)}] | undefined;`,
  ]);

const eventTypes = ({ events }) =>
  events.flatMap(({ name, description }) => [
    comment(description),
    `on${pascal(name)}?: ((event: CustomEvent<elements.OrgEventMap[${JSON.stringify(name)}]>) => void) | undefined;`,
  ]);

/** `v-model:organization-id` */
const modelTypes = ({ name, model }) =>
  model
    ? [
        `${JSON.stringify(`onUpdate:${model}`)}?: ((value: elements.${name}[${JSON.stringify(model)}]) => void) | undefined;`,
      ]
    : [];

/** A component of React or Vue: its properties as an interface, and itself. */
const componentTypes = (element, base, more = []) => [
  `export interface ${element.name}Props extends ${base.join(', ')} {`,
  ...[...fieldTypes(element), ...eventTypes(element), ...more].map((line) => `  ${line}`),
  '}',
  comment(element.description),
];

const reactTypes = (elements) => [
  "import type { HTMLAttributes } from 'react';",
  "import type * as elements from '../index.js';",
  "import type { OrgEventProps } from '../wrappers/event-props.js';",
  "import type { ElementComponent } from './wrap.js';",
  'export type { OrgEventProps };',
  ...elements.flatMap((element) => {
    const { name, isAround } = element;
    return [
      ...componentTypes(element, [
        `HTMLAttributes<elements.${name}>`,
        ...(isAround ? ['OrgEventProps'] : []),
      ]),
      `export declare const ${name}: ElementComponent<elements.${name}, ${name}Props>;`,
    ];
  }),
];

const vueTypes = (elements) => [
  "import type { FunctionalComponent, HTMLAttributes } from 'vue';",
  "import type * as elements from '../index.js';",
  "import type {} from '../define/all.js';",
  "import type { OrgEventProps } from '../wrappers/event-props.js';",
  'export type { OrgEventProps };',
  ...elements.flatMap((element) => [
    ...componentTypes(
      element,
      ['HTMLAttributes', ...(element.isAround ? ['OrgEventProps'] : [])],
      modelTypes(element),
    ),
    `export declare const ${element.name}: FunctionalComponent<${element.name}Props>;`,
  ]),
  "declare module 'vue' {",
  '  interface GlobalComponents {',
  ...elements.map(({ name, tag }) => `    ${JSON.stringify(tag)}: typeof ${name};`),
  '  }',
  '}',
];

/** Angular reads this notation at compile time: it is what its own compiler writes for libraries. */
const angularDirective = ({ name, tag, fields, model }) => [
  `export class ${name} extends Host {`,
  ...(model ? [`  ${model}Change = new i0.EventEmitter();`] : []),
  '  constructor() {',
  `    super(elements.${name}, i0.inject(i0.ElementRef).nativeElement);`,
  ...(model ? [`    this.follow((value) => this.${model}Change.emit(value));`] : []),
  '  }',
  ...fields.map((field) => {
    // `<org-switcher compact>` gives an empty text.
    const value = isBoolean(field) ? "value === '' || value" : 'value';
    return `  set ${field.name}(value) { this.give(${JSON.stringify(field.name)}, ${value}); }`;
  }),
  `  static ɵfac = i0.ɵɵngDeclareFactory({ minVersion: '12.0.0', version: '17.1.0', ngImport: i0, type: ${name}, deps: [], target: i0.ɵɵFactoryTarget.Directive });`,
  `  static ɵdir = i0.ɵɵngDeclareDirective({ minVersion: '14.0.0', version: '17.1.0', ngImport: i0, type: ${name}, isStandalone: true, selector: ${JSON.stringify(tag)}, inputs: ${JSON.stringify(names(fields))}, outputs: ${JSON.stringify(model ? names([{ name: `${model}Change` }]) : {})} });`,
  '}',
];

const isBoolean = ({ type }) => type?.text === 'boolean';
const names = (fields) => Object.fromEntries(fields.map(({ name }) => [name, name]));

const angular = (elements) => [
  "import * as i0 from '@angular/core';",
  "import * as elements from '../wrappers/elements.js';",
  "import { Host } from './host.js';",
  ...elements.flatMap(angularDirective),
];

const angularTypes = (elements) => [
  "import * as i0 from '@angular/core';",
  "import type * as elements from '../index.js';",
  "import type {} from '../define/all.js';",
  "import type { Host } from './host.js';",
  ...elements.flatMap(({ name, tag, description, fields, model }) => {
    const inputs = fields.map(
      (field) => `${JSON.stringify(field.name)}: { alias: ${JSON.stringify(field.name)}; required: false }`,
    );
    return [
      comment(description),
      `export declare class ${name} extends Host {`,
      ...(model ? [`  ${model}Change: i0.EventEmitter<elements.${name}[${JSON.stringify(model)}]>;`] : []),
      ...fields.flatMap((field) => [
        `  ${comment(field.description)}`,
        `  set ${field.name}(value: elements.${name}[${JSON.stringify(field.name)}]${isBoolean(field) ? " | ''" : ''});`,
      ]),
      `  static ɵfac: i0.ɵɵFactoryDeclaration<${name}, never>;`,
      `  static ɵdir: i0.ɵɵDirectiveDeclaration<${name}, ${JSON.stringify(tag)}, never, { ${inputs.join('; ')} }, { ${model ? `${JSON.stringify(`${model}Change`)}: ${JSON.stringify(`${model}Change`)}` : ''} }, never, never, true, never>;`,
      '}',
    ];
  }),
];

/** @param {string} outdir where `react/` and the like go, beside what they import */
export function writeWrappers(manifest, outdir) {
  const elements = elementsOf(manifest);
  const files = {
    'wrappers/elements.js': descriptions(elements),
    'react/index.js': ["'use client';", ...wrapped(elements)],
    'react/index.d.ts': reactTypes(elements),
    'vue/index.js': wrapped(elements),
    'vue/index.d.ts': vueTypes(elements),
    'angular/index.js': angular(elements),
    'angular/index.d.ts': angularTypes(elements),
  };
  for (const [name, lines] of Object.entries(files)) {
    const path = join(root, outdir, name);
    mkdirSync(join(path, '..'), { recursive: true });
    writeFileSync(path, `${lines.join('\n')}\n`);
  }
}
