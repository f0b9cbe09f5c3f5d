/**
 * In place of every other module here where code runs neither in a browser nor in Node, such as in Workers: Lit, which
 * in Node brings a stand-in, would ask for `HTMLElement`. A server renders the tags without their classes.
 */
export {};
