import { once } from 'node:events';
import { createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { chromium as playwright, type CDPSession, type Page } from 'playwright-core';
import { bundle, type Chunk } from '../../scripts/bundle.mjs';
import { chromium } from '../../scripts/chromium.mjs';
import { SANDBOX_M2M, SANDBOX_RESOURCE, SANDBOX_SPA, createSandbox } from '../../src/sandbox/index.js';
import { MEMBERS_ORGANIZATION_ID } from '../../src/sandbox/seed/members.js';
import { createOrgHandler } from '../../src/server/index.js';
import { stop, urlOf } from './listen.js';

/** What `<org-members>` costs a page. */
export interface MembersCost {
  readonly members: number;
  readonly rows: number;
  /** Elements in the shadow root of the table, as Lighthouse counts them. */
  readonly elements: number;
  /** Bytes of the page's heap after a collection. */
  readonly heap: number;
  /** API calls from the script to the first rows, and how many of them waited for another one. */
  readonly firstCalls: number;
  readonly firstTrips: number;
  /** API calls for the next page. */
  readonly pageCalls: number;
  /** API calls while eight letters are typed. */
  readonly searchCalls: number;
}

const BASE = '/orgkit';
/** Milliseconds between two letters: forty words in a minute. */
const TYPING = 120;

/** Where the first chunk is, whatever it is called. */
const entryOf = (chunks: readonly Chunk[]): string => chunks.find(({ isEntry }) => isEntry)?.fileName ?? '';

/** Nothing but a provider with tokens at hand, and the table. */
const page = (entry: string, tokens: object): string => `<!doctype html>
  <html lang="en">
    <title>Members</title>
    <org-provider endpoint="${BASE}" organization-id="${MEMBERS_ORGANIZATION_ID}" remember="none">
      <org-members></org-members>
    </org-provider>
    <script type="module">
      // API calls by the trip that they are in: one that began after an answer makes one trip more.
      const { fetch } = globalThis;
      globalThis.trips = [];
      let answered = 0;
      globalThis.fetch = async (...request) => {
        const trip = answered + 1;
        trips.push(trip);
        const response = await fetch(...request);
        answered = Math.max(answered, trip);
        return response;
      };
      addEventListener('org-members-show', ({ target }) => {
        if (target.shadowRoot.querySelector('tbody [part="row"]')) globalThis.firstTrips ??= [...trips];
      });
      const tokens = ${JSON.stringify(tokens)};
      document.querySelector('org-provider').getToken = async ({ organizationId }) => tokens[organizationId ?? ''];
      await import('/${entry}');
    </script>
  </html>`;

/** Measures it in a real Chromium, with the real handler and the sandbox behind it, for each number of members. */
export async function* measureMembers(counts: readonly number[]): AsyncGenerator<MembersCost> {
  const chunks = await bundle(['define/org-provider', 'define/org-members']);
  const browser = await playwright.launch(await chromium());
  try {
    for (const count of counts) {
      const site = await serve(count, chunks);
      const context = await browser.newContext();
      try {
        yield await measure(await context.newPage(), site.url, count);
      } finally {
        await context.close();
        await site.close();
      }
    }
  } finally {
    await browser.close();
  }
}

async function serve(
  count: number,
  chunks: readonly Chunk[],
): Promise<{ url: string; close: () => Promise<void> }> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = urlOf(server);
  const sandbox = await createSandbox({ endpoint: url, seed: `members=${count}` });
  const handler = createOrgHandler({
    logto: { endpoint: url, resource: SANDBOX_RESOURCE, m2m: SANDBOX_M2M },
    basePath: BASE,
    clientIds: [SANDBOX_SPA.id],
    fetch: sandbox.fetch,
    log: () => undefined,
    onAudit: () => undefined,
  });
  const userId = 'member000000';
  const tokens = {
    '': await sandbox.accessToken({ userId, resource: SANDBOX_RESOURCE }),
    [MEMBERS_ORGANIZATION_ID]: await sandbox.accessToken({
      userId,
      organizationId: MEMBERS_ORGANIZATION_ID,
    }),
  };
  const answer = async (request: globalThis.Request): Promise<Response> => {
    const { pathname } = new URL(request.url);
    if (pathname.startsWith(BASE)) return handler(request);
    const chunk = chunks.find(({ fileName }) => `/${fileName}` === pathname);
    const [body, type] = chunk
      ? [chunk.code, 'text/javascript']
      : [page(entryOf(chunks), tokens), 'text/html; charset=utf-8'];
    return new Response(body, { headers: { 'content-type': type } });
  };
  const listener = getRequestListener(answer);
  server.on('request', (incoming, outgoing) => void listener(incoming, outgoing));
  return { url, close: () => stop(server) };
}

async function measure(page: Page, url: string, members: number): Promise<MembersCost> {
  await page.goto(url);
  const rows = page.getByRole('rowgroup').nth(1).getByRole('row');
  await rows.first().waitFor();
  const first = await page.evaluate(() => (globalThis as unknown as Counted).firstTrips);
  // What waits for the first rows: roles, the check of what was kept, the part that changes something.
  await page.waitForLoadState('networkidle');
  const cost = {
    members,
    rows: await rows.count(),
    elements: await page
      .locator('org-members')
      .evaluate(({ shadowRoot }) => shadowRoot?.querySelectorAll('*').length ?? 0),
    heap: await heapOf(await page.context().newCDPSession(page)),
    firstCalls: first.length,
    firstTrips: Math.max(...first),
  };
  await take(page);
  const next = page.getByRole('button', { name: 'Next page' });
  if (await next.isVisible()) {
    await next.click();
    await page.locator('org-members [part="range"]', { hasText: /^21/ }).waitFor();
    await page.locator('org-members table[aria-busy="false"]').waitFor();
  }
  const pageCalls = await take(page);
  await page.getByRole('searchbox').pressSequentially('farid ab', { delay: TYPING });
  await page.locator('org-members[search="farid ab"] table[aria-busy="false"]').waitFor();
  return { ...cost, pageCalls, searchCalls: await take(page) };
}

async function heapOf(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return usedSize;
}

interface Counted {
  trips: number[];
  readonly firstTrips: readonly number[];
}

/** API calls since the last time. */
function take(page: Page): Promise<number> {
  return page.evaluate(() => {
    const counted = globalThis as unknown as Counted;
    const { length } = counted.trips;
    counted.trips.length = 0;
    return length;
  });
}
