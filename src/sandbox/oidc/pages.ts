import type { KoaContextWithOIDC } from 'oidc-provider';
import { Html, html } from './html.js';
import { pageHeaders, pageSource, type PageOptions } from './page.js';

const show = (ctx: KoaContextWithOIDC, options: PageOptions): void => {
  const { text, policy } = pageSource(options);
  ctx.set(pageHeaders(policy));
  ctx.body = text;
};

/** Signing out needs a form that is posted; it posts itself, and shows a button where scripts are off. */
export const renderSignOut = async (ctx: KoaContextWithOIDC, form: string): Promise<void> => {
  const filled = form.replace('</form>', '<input type="hidden" name="logout" value="yes"></form>');
  const { params } = ctx.oidc;
  const target = params?.['post_logout_redirect_uri'];
  show(ctx, {
    title: 'Signing out',
    script: "document.getElementById('op.logoutForm').submit()",
    formTargets: typeof target === 'string' ? [originOf(target)] : [],
    body: html`<h1>Signing out…</h1>
      ${new Html(filled)}
      <noscript><button class="button" form="op.logoutForm">Sign out</button></noscript>`,
  });
};

export const renderSignedOut = async (ctx: KoaContextWithOIDC): Promise<void> => {
  show(ctx, {
    title: 'Signed out',
    body: html`<h1>You are signed out</h1>
      <p>You can close this page.</p>`,
  });
};

/** What a person sees when a request can't be answered and there is no application to go back to. */
export const renderError = (ctx: KoaContextWithOIDC, out: Readonly<Record<string, unknown>>): void => {
  show(ctx, {
    title: 'Something went wrong',
    body: html`<h1>This sign-in can't go on</h1>
      <p>${String(out['error_description'] ?? out['error'])}</p>
      <p class="quiet">${String(out['error'])}. Go back to the application and start again.</p>`,
  });
};

/** An origin for a content security policy; applications with a scheme of their own have none. */
export const originOf = (uri: string): string => {
  if (!URL.canParse(uri)) return '';
  const { origin, protocol } = new URL(uri);
  return origin === 'null' ? protocol : origin;
};
