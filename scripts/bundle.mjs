import * as esbuild from 'esbuild';
import { minifyLiteralsPlugin } from './minify-literals.mjs';
import { root } from './run.mjs';

/** What a page loads: minified ES modules, with a chunk for each `import()`. */
export async function bundle(options) {
  const result = await esbuild.build({
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
    logLevel: 'silent',
    plugins: [minifyLiteralsPlugin],
    ...options,
  });
  // A warning is an error here: `sideEffects` once made it leave everything out, and say so in a warning only.
  const [warning] = await esbuild.formatMessages(result.warnings, { kind: 'error' });
  if (warning !== undefined) throw new Error(warning);
  return result;
}

/** The script-tag file. Chunks are named for what is in them: their addresses change with the content. */
export const bundleForScriptTag = (outdir) =>
  bundle({
    entryPoints: [{ in: 'src/define/all.ts', out: 'orgkit' }],
    outdir,
    chunkNames: 'chunks/[name]-[hash]',
    legalComments: 'linked',
  });
