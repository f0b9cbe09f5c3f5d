import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type BuildOptions } from 'esbuild';

const require = createRequire(import.meta.url);

/** A page of its own in a folder: `browser.mjs` starts it, and `server.mjs` exports `render()`. */
export interface App {
  readonly folder: string;
  /** Modules in place of others: another version of a framework. */
  readonly alias?: Readonly<Record<string, string>>;
}

/** As an application's bundler would make it while it is developed: frameworks warn of what is wrong. */
const options = ({ folder, alias = {} }: App): BuildOptions => ({
  absWorkingDir: folder,
  alias,
  bundle: true,
  define: {
    'process.env.NODE_ENV': '"development"',
    __VUE_OPTIONS_API__: 'true',
    __VUE_PROD_DEVTOOLS__: 'false',
    __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'true',
  },
  logLevel: 'error',
});

/** The files that the page loads, by their names: `browser.js` and its chunks. */
export async function bundleForBrowser(app: App): Promise<ReadonlyMap<string, string>> {
  const { outputFiles = [] } = await build({
    ...options(app),
    entryPoints: ['browser.mjs'],
    format: 'esm',
    splitting: true,
    target: 'es2022',
    outdir: app.folder,
    write: false,
  });
  return new Map(outputFiles.map(({ path, text }) => [path.slice(app.folder.length), text]));
}

/** The HTML that a server sends. */
export async function renderOnServer(app: App): Promise<string> {
  const temporary = await mkdtemp(fileURLToPath(new URL('../../../node_modules/.server-', import.meta.url)));
  try {
    const outfile = join(temporary, 'server.cjs');
    await build({ ...options(app), entryPoints: ['server.mjs'], format: 'cjs', platform: 'node', outfile });
    const { render } = require(outfile) as { render: () => string | Promise<string> };
    return await render();
  } finally {
    await rm(temporary, { recursive: true });
  }
}
