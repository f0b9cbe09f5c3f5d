import {
  createElement,
  forwardRef,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  type ForwardRefExoticComponent,
  type RefAttributes,
} from 'react';
import { isBrowser, kebab, register, type ElementDescription } from '../wrappers/element-description.js';

export type ElementComponent<Host extends HTMLElement, Props> = ForwardRefExoticComponent<
  Props & RefAttributes<Host>
>;

type Values = Readonly<Record<string, unknown>>;

// React 18 warns of layout effects on a server, where neither kind runs.
const useHostEffect = isBrowser ? useLayoutEffect : useEffect;

const isEvent = (name: string): boolean => /^onOrg[A-Z]/.test(name);

/** `onOrgChange` listens to `org-change`. */
const eventName = (name: string): string => kebab(name).slice('on-'.length);

/**
 * The component of an element, for React 18, which knows no properties and events of elements, and 19, which takes an
 * attribute for a property as soon as the element is registered.
 */
export function wrap<Host extends HTMLElement, Props>(
  description: ElementDescription,
): ElementComponent<Host, Props> {
  const { tag, properties } = description;
  const component = forwardRef<HTMLElement, Values>((props, ref) => {
    const host = useRef<HTMLElement>(null);
    const given = useRef<Record<string, unknown>>({});
    // The ref of the caller is set before the effects of the caller.
    useImperativeHandle(ref, () => host.current as HTMLElement, []);

    useHostEffect(() => void register(description), []);

    useHostEffect(() => {
      for (const name of properties) {
        if (Object.is(props[name], given.current[name])) continue;
        given.current[name] = props[name];
        Object.assign(host.current as HTMLElement, { [name]: props[name] });
      }
    });

    useHostEffect(() => listen(host.current as HTMLElement, props));

    return createElement(tag, { ...attributesOf(description, props), ref: host });
  });
  component.displayName = description.name;
  return component as unknown as ElementComponent<Host, Props>;
}

/** What React itself is to render. */
function attributesOf({ attributes, properties }: ElementDescription, props: Values): Values {
  // An element that is registered before hydration has already added attributes of its own, such as `data-state`.
  const rendered: Record<string, unknown> = { suppressHydrationWarning: true };
  for (const [name, value] of Object.entries(props)) {
    if (isEvent(name) || properties.includes(name)) continue;
    const attribute = name === 'className' ? 'class' : attributes.includes(name) ? kebab(name) : name;
    // React 18 would write `hidden="false"`.
    const isAbsent = value === false && !/^(?:aria|data)-/.test(name);
    rendered[attribute] = isAbsent ? undefined : value;
  }
  return rendered;
}

/** Listeners of the kit's events. Returns what removes them. */
function listen(host: HTMLElement, props: Values): () => void {
  const removal = new AbortController();
  for (const [name, listener] of Object.entries(props)) {
    if (!isEvent(name) || typeof listener !== 'function') continue;
    host.addEventListener(eventName(name), listener as EventListener, { signal: removal.signal });
  }
  return () => removal.abort();
}
