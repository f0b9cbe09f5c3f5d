/**
 * Minifies the text of `html`, `svg` and `css` templates, which no JavaScript minifier touches. Only whitespace and
 * comments go: values and selectors stay as they were written, which test/house/build.test.ts checks.
 */
import { minifyHTMLLiterals } from '@lit-labs/rollup-plugin-minify-html-literals/lib/minify-html-literals.js';
import { transformSync } from 'esbuild';

const EXPRESSION = /@(TEMPLATE_EXPRESSION_*)\(\);/g;

/** `${...}` arrives as `@TEMPLATE_EXPRESSION();`, which is CSS where a rule may stand, but not within a value. */
function minifyCss(css) {
  const bare = css.replace(/\/\*[\s\S]*?\*\//g, '');
  // A value on its own, to be put into another template.
  if (!bare.includes('{')) return bare.replace(/\s+/g, ' ').trim();
  const parseable = bare.replace(EXPRESSION, (whole, name, at) =>
    /(?:^|[{};])\s*$/.test(bare.slice(0, at)) ? whole : `__${name}__`,
  );
  const { code, warnings } = transformSync(parseable, {
    loader: 'css',
    minifyWhitespace: true,
    logLevel: 'silent',
  });
  const problem = warnings.find(({ text }) => !text.includes('TEMPLATE_EXPRESSION'));
  if (problem) throw new Error(`${problem.text}: ${problem.location?.lineText ?? ''}`);
  return code
    .trimEnd()
    .replace(/@(TEMPLATE_EXPRESSION_*) \(\)/g, '@$1()')
    .replace(/__(TEMPLATE_EXPRESSION_*?)__/g, '@$1();');
}

/**
 * @param {string} source TypeScript or JavaScript
 * @param {string} fileName its name tells which
 */
export async function minifyLiterals(source, fileName) {
  if (!/(?:html|svg|css)\s*`/.test(source)) return source;
  try {
    const result = await minifyHTMLLiterals(source, {
      fileName,
      generateSourceMap: false,
      minifyOptions: {
        caseSensitive: true,
        collapseWhitespace: true,
        // Keeps one space where there was any, so that words and inline controls never grow together.
        conservativeCollapse: true,
        decodeEntities: false,
        removeEmptyAttributes: false,
        minifyCSS: minifyCss,
        minifyJS: false,
      },
    });
    return result?.code ?? source;
  } catch (error) {
    throw new Error(`${fileName}: a template cannot be minified`, { cause: error });
  }
}
