/** The elements of the manifest, as frameworks need to know them. */

export const kebab = (name) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
export const pascal = (name) => name.replace(/(?:^|-)([a-z])/g, (_, letter) => letter.toUpperCase());
export const comment = (text = '') => `/** ${text.replace(/\s*\n\s*/g, '\n * ').replaceAll('*/', '*\\/')} */`;

/** What a tag that holds a part of the page may listen to beside its own events, in front of the type of its attributes. */
export function eventAttributes({ isAround, events }, prefix) {
  if (!isAround) return '';
  const own = events.map(({ name }) => JSON.stringify(name)).join(' | ') || 'never';
  return `OrgEventAttributes<${JSON.stringify(prefix)}, ${own}> & `;
}

export function elementsOf({ modules }) {
  const declarations = modules.flatMap(({ declarations = [] }) => declarations);
  return declarations.filter(({ customElement }) => customElement).map(describe);
}

function describe({ name, tagName, description, attributes = [], members = [], events = [], slots = [] }) {
  const fields = members.filter((member) => member.kind === 'field' && !member.readonly && !member.static);
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
    /** The properties that have an attribute, though it may not be able to say all that they can be. */
    inMarkup: attributes.map(({ fieldName }) => fieldName),
    attributes: fields.filter(isAttribute).map((field) => field.name),
    properties: fields.filter((field) => !isAttribute(field)).map((field) => field.name),
    /** What a page may bind both ways. */
    model: tagName === 'org-provider' ? 'organizationId' : undefined,
    /** It holds a part of the page, whose events pass through it. */
    isAround: slots.some((slot) => slot.name === ''),
  };
}
