import { defineConfig, type Plugin } from 'vite';
import { minifyLiterals } from './scripts/minify-literals.mjs';

/** Shrinks the text of templates, which no minifier of JavaScript does. */
const minifyTemplates: Plugin = {
  name: 'minify-templates',
  apply: 'build',
  enforce: 'pre',
  async transform(code, id) {
    if (!/[\\/]src[\\/].*\.ts$/.test(id)) return undefined;
    return { code: await minifyLiterals(code, id), map: null };
  },
};

/** How the kit is put together for browsers. What is built from it is in scripts/bundle.mjs. */
export default defineConfig({
  plugins: [minifyTemplates],
  resolve: { conditions: ['production', 'browser', 'module', 'import', 'default'] },
  // query-core asks for it, and a browser has no process.
  define: { 'process.env.NODE_ENV': '"production"' },
  build: { target: 'es2022', modulePreload: false },
});
