import { build } from 'esbuild';
import { expect, test } from 'vitest';

test('the sandbox needs nothing of Node, so that it runs inside a page', async () => {
  const { errors, metafile } = await build({
    entryPoints: [new URL('../../src/sandbox/sandbox.ts', import.meta.url).pathname],
    bundle: true,
    format: 'esm',
    platform: 'browser',
    write: false,
    metafile: true,
    logLevel: 'silent',
  });
  expect(errors).toEqual([]);
  expect(
    Object.keys(metafile.inputs).filter((input) => /^node:|oidc-provider|@hono\/node/.test(input)),
  ).toEqual([]);
});
