import { createHash } from 'node:crypto';
import { Html, html } from './html.js';
import { STYLES } from './page-styles.js';

export interface PageOptions {
  readonly title: string;
  readonly body: Html;
  readonly status?: number;
  /** `wide` for lists of things, otherwise one narrow card. */
  readonly layout?: 'card' | 'wide';
  /** The text of the one script that the page runs; none by default. */
  readonly script?: string;
  /** Besides the page's own, where a form may lead in the end: browsers check redirects too. */
  readonly formTargets?: readonly string[];
}

const sha256 = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

const STYLE_SOURCE = sha256(STYLES);
// One piece, since a space more inside the element would be another text than the policy allows.
const STYLE_ELEMENT = new Html(`<style>${STYLES}</style>`);

/** The text of a page and the policy that belongs to it: nothing from elsewhere but pictures, no other script. */
export const pageSource = ({
  title,
  body,
  layout = 'card',
  script,
  formTargets = [],
}: PageOptions): { readonly text: string; readonly policy: string } => {
  const policy = [
    "default-src 'none'",
    `style-src ${STYLE_SOURCE}`,
    "img-src 'self' data: https: http:",
    ...(script === undefined ? [] : [`script-src ${sha256(script)}`]),
    `form-action ${["'self'", ...formTargets].join(' ')}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
  const { text } = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <link rel="icon" href="data:," />
        <title>${title}</title>
        ${STYLE_ELEMENT}
      </head>
      <body class="${layout}">
        <main>${body}</main>
        <footer>
          Orgkit sandbox, a stand-in for Logto. Not for production: anybody can sign in as anybody.
        </footer>
        ${script === undefined ? undefined : new Html(`<script>${script}</script>`)}
      </body>
    </html>`;
  return { text, policy };
};

/** Headers that every page has. */
export const pageHeaders = (policy: string): Record<string, string> => ({
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': policy,
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
});

export const pageResponse = (options: PageOptions): Response => {
  const { text, policy } = pageSource(options);
  return new Response(text, { status: options.status ?? 200, headers: pageHeaders(policy) });
};
