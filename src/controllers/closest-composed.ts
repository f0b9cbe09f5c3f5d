/** `closest()` that also looks outside the shadow roots the element is in. */
export function closestComposed(start: Element, selector: string): Element | null {
  for (let element: Element | undefined = start; element;) {
    const found = element.closest(selector);
    if (found) return found;
    const root: Node = element.getRootNode();
    element = root instanceof ShadowRoot ? root.host : undefined;
  }
  return null;
}
