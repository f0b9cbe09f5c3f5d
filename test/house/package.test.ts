import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { runInNewContext } from 'node:vm';
import { build } from 'esbuild';
import ts from 'typescript';
import { beforeAll, describe, expect, it } from 'vitest';
import { elementsOf, type Manifest } from './elements.js';
import { importsOf, walk } from './source-files.js';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../../', import.meta.url));

interface PackageFile {
  readonly version: string;
  readonly bin: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly exports: Readonly<Record<string, string | { readonly types?: string; readonly default?: string }>>;
}
const packageName = 'orgkit';
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
    const { template, tag } = node;
    const texts = ts.isNoSubstitutionTemplateLiteral(template)
      ? [template.text]
      : [template.head.text, ...template.templateSpans.map(({ literal }) => literal.text)];
    found.push(...texts.map(tag.getText() === 'css' ? essenceOfCss : essenceOfHtml));
  });
  return found;
}

/** Without what a minifier may take: comments, whitespace that means nothing, a last semicolon. `.a .b` is not `.a.b`. */
const essenceOfCss = (text: string): string =>
  text
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,>!]) ?/g, '$1')
    .replace(/(\() | (?=\))|(@media) (?=\()/g, '$1$2')
    .replace(/ ([+~]) (?=[.:#[])/g, '$1')
    .replace(/: /g, ':')
    .replace(/;(?=\}|$)/g, '')
    .replace(/["']/g, '')
    .trim();

/** Without comments and quotes; where there is whitespace between words or tags, some has to stay. */
const essenceOfHtml = (text: string): string =>
  text
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?\/?>/g, '>')
    .replace(/["']/g, '');

/** Angular's needs Angular, which an example has; the others are for a script tag. */
const notHere = ['./angular', './orgkit.js', './autoload.js'];
/** Every module that can be imported, each language and tag too. */
const entryPoints = Object.entries(packageFile.exports)
  .filter(([name, target]) => !notHere.includes(name) && (typeof target === 'string' || target.default))
  .flatMap(([name, target]) => {
    const path = (typeof target === 'string' ? target : target.default) ?? '';
    const [folder = '', ending = ''] = path.split('*');
    if (!path.includes('*')) return [name];
    return readdirSync(root + folder)
      .filter((file) => file.endsWith(ending))
      .map((file) => name.replace('*', file.slice(0, -ending.length)));
  })
  .map((name) => name.replace(/^\./, packageName));

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

  const withoutStyles = entryPoints.filter((name) => !/\.(?:css|json)$/.test(name));
  it.each(withoutStyles)('imports %s in Node, where there is no document', async (name) => {
    const script = `await import('${name}'); console.log(typeof document)`;
    const { stdout, stderr } = await run(process.execPath, ['--input-type=module', '-e', script], {
      cwd: root,
    });
    expect(stdout.trim()).toBe('undefined');
    // On Node 20 oidc-provider, which the sandbox is made of, says that it would rather have 22. It works.
    expect(stderr.replace(/^oidc-provider WARNING: Unsupported runtime\..*\n/, '')).toBe('');
  });

  it.each([
    'orgkit/define',
    'orgkit/define/org-switcher',
    'orgkit/locales/de',
    'orgkit/react',
    'orgkit/vue',
    'orgkit/server',
  ])('imports %s in a worker, which has neither a document nor what Node has', async (name) => {
    const { outputFiles } = await build({
      stdin: { contents: `import ${JSON.stringify(name)};`, resolveDir: root },
      bundle: true,
      write: false,
      platform: 'neutral',
      mainFields: ['module', 'main'],
      conditions: ['workerd', 'worker', 'browser'],
      // Of what is not used nothing would be left to fail.
      ignoreAnnotations: true,
      external: ['node:*', 'cloudflare:*'],
      define: { 'process.env.NODE_ENV': '"production"' },
      logLevel: 'silent',
    });
    const web = { URL, Request, Response, Headers, TextEncoder, TextDecoder, AbortController, Event, crypto };
    runInNewContext(outputFiles[0]?.text ?? 'not built', web);
  });

  it.each(['orgkit/react', 'orgkit/vue'])('loads no element with %s', async (name) => {
    const script = `
      await import('${name}');
      console.log([typeof customElements, typeof HTMLElement, typeof litElementVersions].join());
    `;
    const { stdout } = await run(process.execPath, ['--input-type=module', '-e', script], { cwd: root });
    expect(stdout.trim()).toBe('undefined,undefined,undefined');
  });

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
      /^(?:dist\/|examples\/demo\/|docs\/openapi\.json$|(?:package|custom-elements)\.json$|(?:README|CHANGELOG)\.md$|LICENSE$)/;
    expect(paths.filter((path) => !expected.test(path))).toEqual([]);
    expect(paths).toEqual(
      expect.arrayContaining([
        'README.md',
        'LICENSE',
        'custom-elements.json',
        'dist/cdn/orgkit.js',
        'dist/cdn/autoload.js',
        'dist/cdn/integrity.json',
        'dist/editor/jsx.d.ts',
      ]),
    );
  });

  it('imports nothing that is not installed with it, but for the framework that a module is for', () => {
    // A bundler stops at an `import()` that it cannot resolve, also where nobody would ever call it.
    const frameworks: Readonly<Record<string, string>> = {
      angular: '@angular/core',
      react: 'react',
      vue: 'vue',
    };
    const missing = readAll('dist', '.js')
      .filter(({ path }) => !path.startsWith('cdn/'))
      .flatMap((file) => importsOf(file).map(({ specifier }) => ({ path: file.path, specifier })))
      .filter(({ specifier }) => !/^(?:\.{1,2}\/|node:|cloudflare:)/.test(specifier))
      .filter(({ path, specifier }) => {
        const [name = ''] = /^(?:@[^/]+\/)?[^/]+/.exec(specifier) ?? [];
        return !(name in packageFile.dependencies) && name !== frameworks[path.split('/')[0] ?? ''];
      });
    expect(missing).toEqual([]);
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
    const styles = readAll('src', '.styles.ts').reduce((sum, { text }) => sum + text.length, 0);
    const minified = readAll('dist', '.styles.js').reduce((sum, { text }) => sum + text.length, 0);
    expect(styles).toBeGreaterThan(1_000);
    expect(minified).toBeLessThan(styles * 0.85);
  });

  it('say what the sources say', () => {
    for (const { path, source, output } of built) {
      // In any order: a field of a class moves into its constructor.
      expect([...output].sort(), path).toEqual([...source].sort());
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
    expect(tags.filter((tag) => !new RegExp(`customElements\\.define\\([\`"']${tag}\\b`).test(all))).toEqual(
      [],
    );
  });

  it('keeps @logto/browser in a chunk of its own, loaded on demand', () => {
    const [, kit] =
      /^import "\.\/([^"]+)";$/m.exec(cdn().find(({ path }) => path === 'orgkit.js')?.text ?? '') ?? [];
    const entry = cdn().find(({ path }) => path === kit)?.text ?? '';
    const isLogto = (text: string): boolean =>
      text.includes('LogtoClientError') || text.includes('LogtoRequestError');
    const chunks = cdn().filter(({ path, text }) => path !== kit && isLogto(text));
    expect(chunks.length).toBeGreaterThan(0);
    const onDemand = [...entry.matchAll(/import\(\s*["'`]\.\/([^"'`]+)["'`]\s*\)/g)].map(
      ([, path]) => `chunks/${path}`,
    );
    expect(chunks.some(({ path }) => onDemand.includes(path))).toBe(true);
  });

  it('is minified and needs nothing but itself', () => {
    for (const { path, text } of cdn()) {
      expect(text.split('\n').length, path).toBeLessThan(60);
      const imports = importsOf({ path, text }).map(({ specifier }) => specifier);
      expect(
        imports.filter((specifier) => !/^\.\.?\//.test(specifier)),
        path,
      ).toEqual([]);
    }
  });
});
