import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';

/** What the page is told about the servers behind it. */
export interface PageSettings {
  /** The backend's base, absolute, or a path on the page's own origin. */
  readonly backend: string;
  readonly logtoEndpoint: string;
  readonly appId: string;
  readonly resource: string;
  /** Address of the sandbox's mailbox; absent with a real Logto. */
  readonly mailbox: string | undefined;
}

interface Asset {
  readonly type: string;
  readonly body: string | Uint8Array<ArrayBuffer>;
}

const root = new URL('../../../', import.meta.url);
const pageFiles = new URL('examples/demo/', root);
const scriptFiles = new URL('dist/cdn/', root);

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.map': 'application/json',
};

/** One document for all of the demo's pages, its files, and the script-tag file of the kit under `/kit/`. */
export async function demoPage(settings: PageSettings): Promise<(request: Request) => Promise<Response>> {
  const page = fill(await readFile(new URL('index.html', pageFiles), 'utf8'), settings);
  const pages = ['/callback', ...[...page.matchAll(/ data-page="([^"]*)"/g)].map(([, path]) => path)];
  return async (request) => {
    const { pathname } = new URL(request.url);
    const asset = pages.includes(pathname)
      ? { type: 'text/html; charset=utf-8', body: page }
      : await file(pathname);
    if (!asset) return new Response('Not found', { status: 404 });
    return new Response(asset.body, {
      headers: {
        'content-type': asset.type,
        'cache-control': 'no-cache',
        'x-content-type-options': 'nosniff',
      },
    });
  };
}

async function file(pathname: string): Promise<Asset | undefined> {
  // Plain names in folders that are known: nothing in a path can lead out of them.
  const [, folder, name] = /^\/(kit\/)?((?:chunks\/)?[\w-]+\.[\w.-]+)$/.exec(pathname) ?? [];
  const type = name && TYPES[extname(name)];
  if (!name || !type) return undefined;
  try {
    return { type, body: new Uint8Array(await readFile(new URL(name, folder ? scriptFiles : pageFiles))) };
  } catch {
    return undefined;
  }
}

function fill(template: string, settings: PageSettings): string {
  const source = template.replace(/%(BACKEND|LOGTO_ENDPOINT|APP_ID|RESOURCE)%/g, (_, name: string) => {
    const values: Record<string, string> = {
      BACKEND: settings.backend,
      LOGTO_ENDPOINT: settings.logtoEndpoint,
      APP_ID: settings.appId,
      RESOURCE: settings.resource,
    };
    return escape(values[name] ?? '');
  });
  const standIn = settings.mailbox
    ? `a sandbox stands in for Logto, and its mails arrive in the <a href="${escape(settings.mailbox)}">mailbox</a>.`
    : `they come from ${escape(settings.logtoEndpoint)}.`;
  // The sandbox has no account pages.
  const account = settings.mailbox ? '' : `${settings.logtoEndpoint.replace(/\/$/, '')}/account`;
  return source
    .replace('%ACCOUNT%', () => escape(account))
    .replace('%STAND_IN%', () => standIn)
    .replace('%CODE%', () => escape(shownCode(source)));
}

/** The lines between the `code` marks, so that what the page shows is what it runs. */
function shownCode(source: string): string {
  const pieces = [...source.matchAll(/<!-- code -->\n([\s\S]*?)\n *<!-- \/code -->/g)];
  const lines = pieces.flatMap(([, piece = '']) => indented(piece.split('\n')));
  return lines.join('\n');
}

/** With the same indent for all pieces: what is inside of the provider one step further than the provider. */
function indented(lines: readonly string[]): readonly string[] {
  const indents = lines.filter((line) => line.trim() !== '').map((line) => line.search(/\S/));
  const smallest = Math.min(...indents);
  const base = smallest > 4 ? '  ' : '';
  return lines.map((line) => (line.trim() === '' ? '' : base + line.slice(smallest)));
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
