import { createElement as h } from 'react';
import { renderToString } from 'react-dom/server';
import { App } from './app.mjs';

/** What a server sends of the page. */
export const render = () => renderToString(h(App));
