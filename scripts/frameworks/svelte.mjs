/** Types of the tags in Svelte's templates. Those for JSX, Solid's too, are made by a library. */
import { comment, eventAttributes, kebab } from './elements.mjs';

const line = (name, type, description) => [
  comment(description),
  `${JSON.stringify(name)}?: ${type} | undefined;`,
];

const typeOf = ({ name }, field) => `elements.${name}[${JSON.stringify(field.name)}]`;
const listener = ({ name }) =>
  `((event: CustomEvent<elements.OrgEventMap[${JSON.stringify(name)}]>) => void)`;

/** Svelte takes attributes and properties by their own names, and `onorg-change`. */
const svelteProps = (element) => [
  ...element.fields.flatMap((field) => [
    ...line(field.name, typeOf(element, field), field.description),
    ...attribute(element, field),
  ]),
  ...element.events.flatMap((event) => line(`on${event.name}`, listener(event), event.description)),
];

function attribute(element, field) {
  const name = kebab(field.name);
  if (name === field.name || !element.inMarkup.includes(field.name)) return [];
  const type = element.attributes.includes(field.name) ? typeOf(element, field) : 'string';
  return line(name, type, field.description);
}

const tagTypes = (element) => [
  comment(element.description),
  `${JSON.stringify(element.tag)}: HTMLAttributes<elements.${element.name}> & ${eventAttributes(element, 'on')}{`,
  ...svelteProps(element).map((text) => `  ${text}`),
  '};',
];

export const svelteTypes = (elements) => [
  "import type { HTMLAttributes } from 'svelte/elements';",
  "import type * as elements from '../index.js';",
  "import type { OrgEventAttributes } from '../wrappers/event-props.js';",
  "declare module 'svelte/elements' {",
  '  interface SvelteHTMLElements {',
  ...elements.flatMap(tagTypes).map((text) => `    ${text}`),
  '  }',
  '}',
];
