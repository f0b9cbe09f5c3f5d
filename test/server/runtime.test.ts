import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';

describe('the backend', () => {
  it('needs nothing of Node, but for the file that is for Node', async () => {
    const bundle = (entry: string) =>
      build({
        entryPoints: [`src/server/${entry}.ts`],
        bundle: true,
        write: false,
        format: 'esm',
        platform: 'neutral',
        mainFields: ['module', 'main'],
        conditions: ['import'],
        logLevel: 'silent',
      });
    const { outputFiles, errors } = await bundle('index');
    expect(errors).toEqual([]);
    expect(outputFiles[0]?.text).not.toMatch(/from\s*["']node:|require\(["']node:|\bBuffer\./);
    await expect(bundle('node')).rejects.toThrow(/Could not resolve/);
  });
});
