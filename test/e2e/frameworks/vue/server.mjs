import { createSSRApp } from 'vue';
import { renderToString } from '@vue/server-renderer';
import { App } from './app.mjs';

/** What a server sends of the page. */
export const render = () => renderToString(createSSRApp(App));
