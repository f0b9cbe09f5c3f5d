/**
 * Runs lit-analyzer, strict, over the templates: unknown tags and attributes, and bindings of the wrong type.
 *
 * By its interface and not by its command: it takes `nothing` for a symbol that no attribute accepts, while Lit leaves
 * such an attribute away. The compiler is told that `nothing` is `never`, so that `string | nothing` is a string.
 */
import { DefaultLitAnalyzerContext, LitAnalyzer, makeConfig } from 'lit-analyzer';
import { readFileSync } from 'node:fs';
import ts from 'typescript';
import { root } from './run.mjs';

const { config } = ts.readConfigFile(`${root}tsconfig.json`, (path) => readFileSync(path, 'utf8'));
const { options, fileNames } = ts.parseJsonConfigFileContent({ ...config, include: ['src'] }, ts.sys, root);

const host = ts.createCompilerHost(options);
const readFile = host.readFile.bind(host);
host.readFile = (path) => {
  const text = readFile(path);
  return path.endsWith('/lit-html.d.ts') ? text?.replace('nothing: unique symbol', 'nothing: never') : text;
};
const getSourceFile = host.getSourceFile.bind(host);
host.getSourceFile = (path, languageVersion, ...rest) =>
  path.endsWith('/lit-html.d.ts')
    ? ts.createSourceFile(path, host.readFile(path), languageVersion, true)
    : getSourceFile(path, languageVersion, ...rest);

const program = ts.createProgram(fileNames, options, host);
const context = new DefaultLitAnalyzerContext({ ts, getProgram: () => program });
context.updateConfig(
  makeConfig({
    strict: true,
    dontSuggestConfigChanges: true,
    rules: {
      // Its list of properties ends before anchor positioning and `@starting-style`.
      'no-invalid-css': 'off',
      // Elements are registered in define/, which nothing but define/ imports.
      'no-missing-import': 'off',
    },
    // So does its list of attributes.
    globalAttributes: ['enterkeyhint', 'inert', 'popover', 'popovertarget', 'popovertargetaction'],
  }),
);
const analyzer = new LitAnalyzer(context);

let found = 0;
for (const path of fileNames.filter((path) => path.startsWith(`${root}src/elements/`))) {
  const file = program.getSourceFile(path);
  for (const { location, message, source } of analyzer.getDiagnosticsInFile(file)) {
    const { line, character } = file.getLineAndCharacterOfPosition(location.start);
    console.log(`${path.slice(root.length)}:${line + 1}:${character + 1}: ${message} (${source})`);
    found += 1;
  }
}
process.exitCode = found > 0 ? 1 : 0;
