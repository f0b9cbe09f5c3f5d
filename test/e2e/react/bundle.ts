import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type BuildOptions } from 'esbuild';

const folder = fileURLToPath(new URL('./', import.meta.url));
const require = createRequire(import.meta.url);

/** As an application's bundler would make it while it is developed: React warns of what is wrong. */
const options = (react: string): BuildOptions => ({
  absWorkingDir: folder,
  alias: react === '18' ? { react: 'react-18', 'react-dom': 'react-dom-18' } : {},
  bundle: true,
  define: { 'process.env.NODE_ENV': '"development"' },
  logLevel: 'error',
});

/** The files that the page loads, by their names: `browser.js` and its chunks. */
export async function bundleForBrowser(react: string): Promise<ReadonlyMap<string, string>> {
  const { outputFiles = [] } = await build({
    ...options(react),
    entryPoints: ['browser.mjs'],
    format: 'esm',
    splitting: true,
    target: 'es2022',
    outdir: folder,
    write: false,
  });
  return new Map(outputFiles.map(({ path, text }) => [path.slice(folder.length), text]));
}

/** The HTML that a server sends. */
export async function renderOnServer(react: string): Promise<string> {
  const temporary = await mkdtemp(join(folder, '../../../node_modules/.server-'));
  try {
    const outfile = join(temporary, 'server.cjs');
    await build({ ...options(react), entryPoints: ['server.mjs'], format: 'cjs', platform: 'node', outfile });
    const { render } = require(outfile) as { render: () => string };
    return render();
  } finally {
    await rm(temporary, { recursive: true });
  }
}
