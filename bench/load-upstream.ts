/**
 * The Logto of `bench:load`, in a process of its own, which `load.ts` starts: the sandbox, a tenth of whose answers is
 * 503 and some of whose answers come later than anybody waits. Prints one line with what the others need, tells at
 * `/trouble` what it did, and ends with the process that started it.
 */
import { MANAGEMENT_RESOURCE, SANDBOX_M2M, SANDBOX_RESOURCE, SANDBOX_SPA } from '../src/sandbox/index.js';
import { people, seedOrganizations } from './support/organizations.js';
import { startUpstream, type Handle } from './support/upstream.js';

const LATENCY_MS = 10;
const FAIL_RATE = 0.1;
const STALL_RATE = 0.01;
/** Longer than the backend gives a whole request. */
const STALL_MS = 12_000;

/** What happened so far. */
export interface Trouble {
  readonly calls: number;
  readonly failed: number;
  readonly stalled: number;
}

export interface UpstreamInfo {
  readonly url: string;
  /** For `orgkit serve`. */
  readonly environment: Readonly<Record<string, string>>;
  /** One for each of the people, in their order. */
  readonly tokens: readonly string[];
}

const count: { -readonly [Key in keyof Trouble]: Trouble[Key] } = { calls: 0, failed: 0, stalled: 0 };

const troubled =
  (handle: Handle): Handle =>
  async (request) => {
    const { pathname } = new URL(request.url);
    if (pathname === '/trouble') return Response.json(count);
    const answer = await handle(request);
    if (!pathname.startsWith('/api/')) return answer;
    count.calls += 1;
    if (answer.status === 503) count.failed += 1;
    // It was carried out, and nobody hears of it.
    if (Math.random() < STALL_RATE) {
      count.stalled += 1;
      await new Promise((resolve) => setTimeout(resolve, STALL_MS));
    }
    return answer;
  };

process.stdin.once('end', () => process.exit()).resume();
const { url, sandbox } = await startUpstream({ latency: LATENCY_MS, failRate: FAIL_RATE }, troubled);
seedOrganizations(sandbox.tenant);
const info: UpstreamInfo = {
  url,
  environment: {
    LOGTO_ENDPOINT: url,
    LOGTO_RESOURCE: SANDBOX_RESOURCE,
    LOGTO_M2M_ID: SANDBOX_M2M.id,
    LOGTO_M2M_SECRET: SANDBOX_M2M.secret,
    LOGTO_M2M_RESOURCE: MANAGEMENT_RESOURCE,
    LOGTO_APP_ID: SANDBOX_SPA.id,
  },
  tokens: await Promise.all(
    people.map(({ userId, organizationId }) => sandbox.accessToken({ userId, organizationId })),
  ),
};
process.stdout.write(`${JSON.stringify(info)}\n`);
