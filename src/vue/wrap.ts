import { camelize, h, type FunctionalComponent, type VNode } from 'vue';
import { isBrowser, kebab, register, type ElementDescription } from '../wrappers/element-description.js';
import { followOrganization } from '../wrappers/follow-organization.js';

type Values = Readonly<Record<string, unknown>>;

// Says that it is an attribute, also where the element has a property of that name. A server knows attributes only.
const asAttribute = isBrowser ? '^' : '';

/** The component of an element. It has no instance: a template ref is the element itself. */
export function wrap<Props>(description: ElementDescription): FunctionalComponent<Props> {
  const { tag } = description;
  const component: FunctionalComponent<Values> = (values, { slots }) => {
    const { props, properties } = hostProps(description, values);
    const giveProperties = ({ el }: VNode): void => give(el as unknown as HTMLElement, properties);
    return h(
      tag,
      {
        ...props,
        onVnodeBeforeMount: giveProperties,
        onVnodeBeforeUpdate: giveProperties,
        onVnodeMounted: () => void register(description),
      },
      slots['default']?.(),
    );
  };
  component.displayName = description.name;
  // Vue would add the listeners of the caller once more.
  component.inheritAttrs = false;
  return component as unknown as FunctionalComponent<Props>;
}

function hostProps({ attributes, properties }: ElementDescription, values: Values) {
  const props: Record<string, unknown> = {};
  const own: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(values)) {
    const name = camelize(key);
    if (name === 'onUpdate:organizationId') followWith(props, value);
    else if (attributes.includes(name)) props[asAttribute + kebab(name)] = attributeValue(value);
    else if (properties.includes(name)) own[name] = value;
    else props[key] = key in props ? [props[key], value].flat() : value;
  }
  return { props, properties: own };
}

const given = new WeakMap<HTMLElement, Values>();

/** What has changed. Not by Vue's own `.name`, which makes an empty text of a `null` that comes after a text. */
function give(host: HTMLElement, properties: Values): void {
  const before = given.get(host) ?? {};
  given.set(host, properties);
  for (const name of Object.keys({ ...before, ...properties }))
    if (!Object.is(properties[name], before[name])) Object.assign(host, { [name]: properties[name] });
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
