import { cemSorterPlugin } from '@wc-toolkit/cem-sorter';

/** Editor data and type declarations for JSX are made from the manifest, in scripts/manifest.mjs. */
export default {
  // The tags are defined in define/, by a literal `customElements.define('org-…', Org…)`, which the analyzer reads.
  globs: ['src/elements/**/*.ts', 'src/define/*.ts'],
  exclude: ['**/*.styles.ts'],
  litelement: true,
  // Or it would write the folder of each run into package.json.
  packagejson: false,
  outdir: process.env.ORGKIT_MANIFEST_DIRECTORY ?? '.',
  plugins: [cemSorterPlugin()],
};
