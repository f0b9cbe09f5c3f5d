/** What the build makes of the manifest for frameworks. The next element is in all of it by itself. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { angular, angularTypes } from './frameworks/angular.mjs';
import { components, descriptions, reactTypes, vueTypes } from './frameworks/components.mjs';
import { elementsOf } from './frameworks/elements.mjs';
import { svelteTypes } from './frameworks/svelte.mjs';
import { root } from './run.mjs';

/** @param {string} outdir where `react/` and the like go, beside what they import */
export function writeFrameworks(manifest, outdir) {
  const elements = elementsOf(manifest);
  const files = {
    'wrappers/elements.js': descriptions(elements),
    'react/index.js': ["'use client';", ...components(elements)],
    'react/index.d.ts': reactTypes(elements),
    'vue/index.js': components(elements),
    'vue/index.d.ts': vueTypes(elements),
    'angular/index.js': angular(elements),
    'angular/index.d.ts': angularTypes(elements),
    'editor/svelte.d.ts': svelteTypes(elements),
  };
  for (const [name, lines] of Object.entries(files)) {
    const path = join(root, outdir, name);
    mkdirSync(join(path, '..'), { recursive: true });
    writeFileSync(path, `${lines.join('\n')}\n`);
  }
}
