import type { Mail } from './rows.js';
import type { Tenant } from './tenant.js';
import { html, webAddress, type Html } from './oidc/html.js';
import { pageResponse } from './oidc/page.js';

/** Mails on one page. */
const SHOWN = 200;

/**
 * Answers `/mailbox` with the mails that were "sent", newest first, as a page, or as a JSON array for
 * `Accept: application/json` and at `/mailbox.json`. Each has `to`, `subject`, `text`, `link` and `sentAt`.
 */
export const mailboxResponse = (tenant: Tenant, request: Request): Response => {
  const mails = tenant.outbox.list();
  if (wantsJson(request))
    return Response.json(mails, { headers: { 'cache-control': 'no-store', vary: 'accept' } });
  const response = mailboxPage(mails);
  response.headers.set('vary', 'accept');
  return response;
};

const wantsJson = (request: Request): boolean => {
  if (new URL(request.url).pathname.endsWith('.json')) return true;
  const accept = request.headers.get('accept') ?? '';
  return accept.includes('application/json') && !accept.includes('text/html');
};

const mailboxPage = (mails: readonly Mail[]): Response =>
  pageResponse({
    title: `Mailbox (${mails.length})`,
    layout: 'wide',
    body: html`<h1>Mailbox</h1>
      <p class="quiet">
        Mails that Logto would have sent, newest first. The same as JSON:
        <a href="/mailbox.json">mailbox.json</a>.
      </p>
      ${
        mails.length === 0
          ? html`<p>No mail yet. Invite somebody, and reload this page.</p>`
          : html`<ul class="mails" role="list">
              ${mails.slice(0, SHOWN).map(mailItem)}
            </ul>`
      }
      ${mails.length > SHOWN ? html`<p class="quiet">${mails.length - SHOWN} older mails are in the JSON.</p>` : undefined}`,
  });

const mailItem = (mail: Mail): Html => {
  const link = webAddress(mail.link);
  const sentAt = new Date(mail.sentAt);
  // The link stands on a line of its own below.
  const text = mail.link === null ? mail.text : mail.text.replace(mail.link, '').trim();
  return html`<li>
    <article class="mail">
      <h2>${mail.subject}</h2>
      <dl>
        <dt>To</dt>
        <dd>${mail.to}</dd>
        <dt>Sent</dt>
        <dd><time datetime="${sentAt.toISOString()}">${sentAt.toUTCString()}</time></dd>
      </dl>
      <p>${text}</p>
      ${mail.link === null ? undefined : html`<p>${link === undefined ? mail.link : html`<a href="${link}">${mail.link}</a>`}</p>`}
    </article>
  </li>`;
};
