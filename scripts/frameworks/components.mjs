/** The components for React and Vue. */
import { comment, pascal } from './elements.mjs';

/** What a wrapper knows of each element: src/wrappers/element-description.ts. */
export const descriptions = (elements) => [
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

/** Both `wrap()` in their own way. */
export const components = (elements) => [
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

export const reactTypes = (elements) => [
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

export const vueTypes = (elements) => [
  "import type { FunctionalComponent, HTMLAttributes, ReservedProps } from 'vue';",
  "import type * as elements from '../index.js';",
  "import type {} from '../define/all.js';",
  "import type { OrgEventProps } from '../wrappers/event-props.js';",
  'export type { OrgEventProps };',
  ...elements.flatMap((element) => [
    ...componentTypes(
      element,
      ['HTMLAttributes', 'ReservedProps', ...(element.isAround ? ['OrgEventProps'] : [])],
      modelTypes(element),
    ),
    `export declare const ${element.name}: FunctionalComponent<${element.name}Props>;`,
  ]),
  "declare module 'vue' {",
  // Strict templates refuse what Vue does not know: `<p slot="signed-out">`.
  '  interface HTMLAttributes {',
  '    slot?: string | undefined;',
  '  }',
  '  interface GlobalComponents {',
  ...elements.map(({ name, tag }) => `    ${JSON.stringify(tag)}: typeof ${name};`),
  '  }',
  '}',
];
