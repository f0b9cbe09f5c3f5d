import * as esbuild from 'esbuild';
import { minifyLiteralsPlugin } from './minify-literals.mjs';
import { root } from './run.mjs';

/** What a page loads: minified ES modules, with a chunk for each `import()`. */
export function bundle(options) {
  return esbuild.build({
    absWorkingDir: root,
    bundle: true,
    format: 'esm',
    splitting: true,
    minify: true,
    target: 'es2022',
    platform: 'browser',
    conditions: ['production'],
    tsconfig: 'tsconfig.json',
    legalComments: 'none',
    metafile: true,
    logLevel: 'warning',
    plugins: [minifyLiteralsPlugin],
    ...options,
  });
}

/** The script-tag file. Chunks are named for what is in them: their addresses change with the content. */
export const bundleForScriptTag = (outdir) =>
  bundle({
    entryPoints: [{ in: 'src/define/all.ts', out: 'orgkit' }],
    outdir,
    chunkNames: 'chunks/[name]-[hash]',
    legalComments: 'linked',
  });
