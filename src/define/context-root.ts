import { ContextRoot } from '@lit/context';

/**
 * An element that is upgraded before the provider around it asks for its context in vain. The root remembers who asked,
 * and asks again when a provider appears. One for the page, also when two copies of the kit are loaded.
 */
const mark = Symbol.for('orgkit.context-root');
const page = globalThis.document as (Document & { [mark]?: true }) | undefined;

if (page && !page[mark]) {
  page[mark] = true;
  new ContextRoot().attach(page.documentElement);
}
