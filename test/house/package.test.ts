import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import ts from 'typescript';
import { beforeAll, describe, expect, it } from 'vitest';
import { elementsOf, type Manifest } from './elements.js';
import { walk } from './source-files.js';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../../', import.meta.url));

interface PackageFile {
  readonly version: string;
  readonly bin: Readonly<Record<string, string>>;
  readonly exports: Readonly<Record<string, string | { readonly types?: string; readonly default?: string }>>;
}
const packageFile = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as PackageFile;

const readAll = (folder: string, ending: string): { path: string; text: string }[] =>
  readdirSync(root + folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith(ending))
    .map((path) => ({ path, text: readFileSync(`${root}${folder}/${path}`, 'utf8') }));

/** The static texts of the `html`, `svg` and `css` templates of a module, in order. */
function templatesOf(path: string, text: string): string[] {
  const found: string[] = [];
  walk(ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true), (node) => {
    if (!ts.isTaggedTemplateExpression(node) || !/^(?:html|svg|css)$/.test(node.tag.getText())) return;
    const { template } = node;
    if (ts.isNoSubstitutionTemplateLiteral(template)) found.push(template.text);
    else found.push(template.head.text, ...template.templateSpans.map(({ literal }) => literal.text));
  });
  return found;
}

/** What a template says, without what a minifier may take: comments, whitespace, quotes, a last semicolon. */
const essence = (text: string): string =>
  text
    .replace(/\/\*[\s\S]*?\*\/|<!--[\s\S]*?-->/g, '')
    .replace(/[\s"']+/g, '')
    .replace(/;(?=\}|$)/g, '')
    .replace(/\/>/g, '>');

beforeAll(() => {
  expect(existsSync(`${root}dist/index.js`), 'run `npm run build` first').toBe(true);
});

describe('the built package', () => {
  it('has a file and declarations for every export', () => {
    for (const [name, target] of Object.entries(packageFile.exports)) {
      for (const path of typeof target === 'string' ? [target] : Object.values(target)) {
        if (!path.includes('*')) expect(existsSync(root + path), `${name}: ${path}`).toBe(true);
      }
    }
  });

  it.each(['orgkit', 'orgkit/server', 'orgkit/server/node', 'orgkit/sandbox'])(
    'imports %s in Node',
    async (name) => {
      const script = `const module = await import('${name}'); console.log(Object.keys(module).length)`;
      const { stdout, stderr } = await run(process.execPath, ['--input-type=module', '-e', script], {
        cwd: root,
      });
      expect(Number(stdout)).toBeGreaterThan(0);
      expect(stderr).toBe('');
    },
  );

  it('registers nothing when only the classes are imported', async () => {
    const script = `
      const defined = [];
      globalThis.customElements = { define: (tag) => defined.push(tag), get: () => undefined };
      await import('orgkit');
      console.log(JSON.stringify(defined));
    `;
    const { stdout } = await run(process.execPath, ['--input-type=module', '-e', script], { cwd: root });
    expect(JSON.parse(stdout)).toEqual([]);
  });

  it('tells its version on the command line', async () => {
    const { stdout } = await run(process.execPath, [
      `${root}${packageFile.bin['orgkit'] ?? ''}`,
      '--version',
    ]);
    expect(stdout.trim()).toBe(packageFile.version);
  });

  it('holds what it must and nothing else', async () => {
    const { stdout } = await run('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], { cwd: root });
    const [{ files }] = JSON.parse(stdout) as [{ files: { path: string }[] }];
    const paths = files.map(({ path }) => path);
    const expected =
      /^(?:dist\/|examples\/demo\/|(?:package|custom-elements)\.json$|(?:README|CHANGELOG)\.md$|LICENSE$)/;
    expect(paths.filter((path) => !expected.test(path))).toEqual([]);
    expect(paths).toEqual(
      expect.arrayContaining([
        'README.md',
        'LICENSE',
        'custom-elements.json',
        'dist/cdn/orgkit.js',
        'dist/editor/jsx.d.ts',
      ]),
    );
  });

  it('declares nothing by packages that it does not depend on', () => {
    const foreign = readAll('dist', '.d.ts').filter(({ text }) =>
      /from ['"](?:lit-html|lit-element|@lit\/reactive)/.test(text),
    );
    expect(foreign.map(({ path }) => path)).toEqual([]);
  });
});

describe('the templates of the built modules', () => {
  const built = ['elements', 'styles', 'controllers'].flatMap((layer) =>
    readAll(`src/${layer}`, '.ts').map(({ path, text }) => {
      const output = `dist/${layer}/${path.replace(/\.ts$/, '.js')}`;
      return {
        path: output,
        source: templatesOf(path, text),
        output: templatesOf(output, readFileSync(root + output, 'utf8')),
      };
    }),
  );

  it('are smaller', () => {
    const size = (texts: readonly string[]): number => texts.join('').length;
    const before = built.reduce((sum, { source }) => sum + size(source), 0);
    const after = built.reduce((sum, { output }) => sum + size(output), 0);
    expect(before).toBeGreaterThan(1_000);
    expect(after).toBeLessThan(before * 0.85);
    expect(
      built
        .filter(({ output }) => output.some((text) => /\n\s*\n|\n {4}/.test(text)))
        .map(({ path }) => path),
    ).toEqual([]);
  });

  it('say what the sources say', () => {
    for (const { path, source, output } of built) {
      expect(output.map(essence).join('§'), path).toBe(source.map(essence).join('§'));
    }
  });
});

describe('the script-tag file', () => {
  const cdn = (): { path: string; text: string }[] => readAll('dist/cdn', '.js');

  it('registers every element', () => {
    const all = cdn()
      .map(({ text }) => text)
      .join('\n');
    const tags = elementsOf(JSON.parse(readFileSync(`${root}custom-elements.json`, 'utf8')) as Manifest).map(
      ({ tagName }) => tagName,
    );
    expect(tags.length).toBeGreaterThan(0);
    expect(tags.filter((tag) => !all.includes(`customElements.define("${tag}"`))).toEqual([]);
  });

  it('keeps @logto/browser in a chunk of its own, loaded on demand', () => {
    const entry = cdn().find(({ path }) => path === 'orgkit.js')?.text ?? '';
    const isLogto = (text: string): boolean =>
      text.includes('LogtoClientError') || text.includes('LogtoRequestError');
    const chunks = cdn().filter(({ path, text }) => path !== 'orgkit.js' && isLogto(text));
    expect(chunks.length).toBeGreaterThan(0);
    const onDemand = [...entry.matchAll(/import\(\s*["']\.\/([^"']+)["']\s*\)/g)].map(([, path]) => path);
    expect(chunks.some(({ path }) => onDemand.includes(path))).toBe(true);
  });

  it('is minified and needs nothing but itself', () => {
    for (const { path, text } of cdn()) {
      expect(text.split('\n').length, path).toBeLessThan(60);
      const imports = [...text.matchAll(/(?:from|import)\s*\(?["']([^"']+)["']/g)].map(
        ([, specifier]) => specifier ?? '',
      );
      expect(
        imports.filter((specifier) => !specifier.startsWith('./')),
        path,
      ).toEqual([]);
    }
  });
});
