import ts from 'typescript';
import { importsOf, parse, resolveImport, walk, type SourceFile } from './source-files.js';

/**
 * What each layer may import. The chain is contract <- api <- store <- controllers <- elements <- define <- react, and
 * beside it contract <- server and contract <- sandbox. `*` stands for a leaf that the whole browser side may use.
 */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  contract: [],
  'org-error': ['contract'],
  events: ['contract', 'org-error'],
  styles: [],
  locales: ['contract', 'org-error'],
  api: ['contract', '*'],
  store: ['contract', 'api', '*'],
  controllers: ['contract', 'store', '*'],
  elements: ['contract', 'controllers', '*'],
  // The one element that touches api and store: it makes them.
  'elements/org-provider': ['contract', 'controllers', 'store', 'api', 'elements', '*'],
  define: ['elements', 'controllers', 'wrappers', '*'],
  wrappers: ['*'],
  react: ['wrappers'],
  vue: ['wrappers'],
  angular: ['wrappers'],
  index: ['contract', 'api', 'store', 'controllers', 'elements', '*'],
  server: ['contract'],
  sandbox: ['contract'],
  cli: ['contract', 'server', 'sandbox'],
};
const leaves = ['events', 'org-error', 'styles', 'locales'];

const browserLayers = [
  'events',
  'org-error',
  'styles',
  'locales',
  'api',
  'store',
  'controllers',
  'elements',
  'define',
  'wrappers',
  'react',
  'vue',
  'angular',
];
const mayHaveSideEffects = ['define', 'locales', 'cli'];
const requests = ['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource', 'sendBeacon'];

export function layerOf(path: string): string {
  if (path.startsWith('elements/org-provider/')) return 'elements/org-provider';
  return path.split('/')[0]?.replace(/\.ts$/, '') ?? path;
}

/** A layer without the part of it that has rules of its own. */
const family = (layer: string): string => layer.split('/')[0] ?? layer;

function wrongImports(file: SourceFile): string[] {
  const from = layerOf(file.path);
  const allowed = mayImport[from];
  if (!allowed) return [`${file.path}: src/ has no layer called "${from}"`];
  return importsOf(file).flatMap(({ specifier, line, typeOnly }) => {
    const target = resolveImport(file.path, specifier);
    if (target === undefined) return [];
    const to = layerOf(target);
    // A type of the store is what a controller hands on; it touches nothing.
    if (typeOnly && from === 'elements' && to === 'store') return [];
    // The names of the tags, for whoever imports the classes: it registers none.
    if (typeOnly && from === 'index' && to === 'define') return [];
    // Queries and changes are plain data that a controller gives to the store: an element declares them.
    if (from === 'elements' && /^store\/(?:queries|changes)\//.test(target)) return [];
    const fine =
      family(to) === family(from) ||
      allowed.includes(family(to)) ||
      (allowed.includes('*') && leaves.includes(to));
    return fine ? [] : [`${file.path}:${line}: ${from} must not import ${to} (${specifier})`];
  });
}

/** Reads of a global that reaches the network: `fetch(...)`, `globalThis.fetch`, `new WebSocket(...)`. */
function requestsMadeBy(file: SourceFile): { readonly name: string; readonly line: number }[] {
  const tree = parse(file);
  const found: { name: string; line: number }[] = [];
  walk(tree, (node) => {
    if (!ts.isIdentifier(node) || !requests.includes(node.text)) return;
    const parent = node.parent;
    const called = (ts.isCallExpression(parent) || ts.isNewExpression(parent)) && parent.expression === node;
    const ofGlobal =
      ts.isPropertyAccessExpression(parent) &&
      parent.name === node &&
      /^(?:globalThis|window|self|navigator)$/.test(parent.expression.getText(tree));
    if (called || ofGlobal) {
      found.push({ name: node.text, line: tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1 });
    }
  });
  return found;
}

function wrongRequests(file: SourceFile): string[] {
  const layer = layerOf(file.path);
  const inBrowser = browserLayers.includes(family(layer)) && layer !== 'api';
  const inServer = layer === 'server' && !/^server\/management[^/]*(?:\.ts|\/)/.test(file.path);
  if (!inBrowser && !inServer) return [];
  const rule = inBrowser ? 'only api/ reaches the network' : 'only server/management* calls Logto';
  const found = requestsMadeBy(file).map(({ name, line }) => `${file.path}:${line}: ${rule} (${name})`);
  const client = importsOf(file).filter(({ specifier, typeOnly }) => specifier === '@logto/api' && !typeOnly);
  return [...found, ...client.map(({ line }) => `${file.path}:${line}: ${rule} (@logto/api)`)];
}

function sideEffects(file: SourceFile): string[] {
  if (mayHaveSideEffects.includes(layerOf(file.path))) return [];
  const tree = parse(file);
  return tree.statements
    .filter((statement) => ts.isExpressionStatement(statement))
    .map((statement) => {
      const line = tree.getLineAndCharacterOfPosition(statement.getStart(tree)).line + 1;
      return `${file.path}:${line}: importing this module must do nothing (${statement.getText(tree).slice(0, 60)})`;
    });
}

/** Packages that must never be in a page, at run time, whichever module of the browser side is loaded. */
const serverOnly =
  /^(?:node:|valibot$|@valibot\/|hono(?:\/|$)|ioredis$|jose$|oidc-provider|@hono\/|@logto\/api)/;

/** Follows imports that exist at run time, from every module of the browser side. */
function serverPackagesInBrowser(files: readonly SourceFile[]): string[] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const seen = new Set<string>();
  const problems: string[] = [];
  const follow = (path: string, trail: readonly string[]): void => {
    const file = byPath.get(path);
    if (!file || seen.has(path)) return;
    seen.add(path);
    const way = [...trail, path];
    for (const { specifier, typeOnly } of importsOf(file)) {
      if (typeOnly) continue;
      if (serverOnly.test(specifier)) problems.push(`${way.join(' -> ')}: ${specifier} would enter the page`);
      const target = resolveImport(path, specifier);
      if (target !== undefined) follow(target, way);
    }
  };
  for (const { path } of files) if (browserLayers.includes(family(layerOf(path)))) follow(path, []);
  return problems;
}

/** Every breach of the architecture in these files, each as one line. Empty when there is none. */
export const breaches = (files: readonly SourceFile[]): readonly string[] => [
  ...files.flatMap(wrongImports),
  ...files.flatMap(wrongRequests),
  ...files.flatMap(sideEffects),
  ...serverPackagesInBrowser(files),
];
