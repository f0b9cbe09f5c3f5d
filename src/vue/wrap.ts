import { camelize, h, type FunctionalComponent } from 'vue';
import { isBrowser, kebab, register, type ElementDescription } from '../wrappers/element-description.js';
import { followOrganization } from '../wrappers/follow-organization.js';

type Values = Readonly<Record<string, unknown>>;

// Says that it is an attribute, also where the element has a property of that name. A server knows attributes only.
const asAttribute = isBrowser ? '^' : '';

/** The component of an element. It has no instance: a template ref is the element itself. */
export function wrap<Props>(description: ElementDescription): FunctionalComponent<Props> {
  const { tag } = description;
  const component: FunctionalComponent<Values> = (values, { slots }) =>
    h(
      tag,
      { ...hostProps(description, values), onVnodeMounted: () => void register(description) },
      slots['default']?.(),
    );
  component.displayName = description.name;
  // Vue would add the listeners of the caller once more.
  component.inheritAttrs = false;
  return component as unknown as FunctionalComponent<Props>;
}

function hostProps({ attributes, properties }: ElementDescription, values: Values): Record<string, unknown> {
  const props: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(values)) {
    const name = camelize(key);
    if (name === 'onUpdate:organizationId') followWith(props, value);
    else if (attributes.includes(name)) props[asAttribute + kebab(name)] = attributeValue(value);
    else if (properties.includes(name)) giveProperty(props, name, value);
    else props[key] = key in props ? [props[key], value].flat() : value;
  }
  return props;
}

/** `undefined` leaves the element its default. */
function giveProperty(props: Record<string, unknown>, name: string, value: unknown): void {
  if (value !== undefined) props[`.${name}`] = value;
}

const attributeValue = (value: unknown): unknown => (value === true ? '' : value === false ? null : value);

/** `v-model:organization-id` */
function followWith(props: Record<string, unknown>, listener: unknown): void {
  const listeners = [listener].flat() as ((organizationId: string | null) => void)[];
  const follow = ({ currentTarget }: Event): void =>
    followOrganization(currentTarget as HTMLElement, (id) => {
      for (const tell of listeners) tell(id);
    });
  for (const name of ['onOrgChange', 'onOrgStateChange'])
    props[name] = name in props ? [props[name], follow].flat() : follow;
}
