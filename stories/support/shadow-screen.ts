import { within } from 'storybook/test';

/** The testing library's queries inside an element's shadow root. */
export function shadowScreen(root: ParentNode, selector: string): ReturnType<typeof within> {
  const shadow = root.querySelector(selector)?.shadowRoot;
  if (!shadow) throw new Error(`There is no ${selector} with a shadow root.`);
  return within(shadow as unknown as HTMLElement);
}
