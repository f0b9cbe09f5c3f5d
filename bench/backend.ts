/**
 * `npm run bench:backend`: how much of a plain forwarder's throughput is left when the backend verifies, authorizes and
 * rebuilds, for `GET .../members`.
 *
 * Everything runs in this one process, over real HTTP on this machine: the clients, the three backends, and the
 * sandbox behind all of them. What clients and sandbox cost is the same for each, so the ratio tells about a deployment
 * where Logto costs about what the sandbox does; a slower Logto brings it closer to 1. Rounds take turns, because a
 * machine is not equally fast from one second to the next; only ratios within a round are told.
 */
import { createOrgHandler } from '../src/server/index.js';
import { nodeFetch } from '../src/server/node.js';
import { SANDBOX_M2M, SANDBOX_RESOURCE, SANDBOX_SPA } from '../src/sandbox/index.js';
import { MEMBERS_ORGANIZATION_ID } from '../src/sandbox/seed/members.js';
import { drive, type Rate } from './support/closed-loop.js';
import { forwarder } from './support/forwarder.js';
import { listen } from './support/listen.js';
import { startUpstream } from './support/upstream.js';
import { summary, type Ratio } from './support/summary.js';

const ROUNDS = 12;
const ROUND_MS = 700;
const CONNECTIONS = 16;
// Few enough that what a read may remember of each for some seconds is remembered, on a slow machine too.
const PEOPLE = 16;
const TARGET = 0.85;
const PATH = `/organizations/${MEMBERS_ORGANIZATION_ID}/members`;

const upstream = await startUpstream({ seed: 'members=1000' });
const tokens = await Promise.all(
  Array.from({ length: PEOPLE }, (_, index) =>
    upstream.sandbox.accessToken({
      userId: `member${String(index).padStart(6, '0')}`,
      organizationId: MEMBERS_ORGANIZATION_ID,
    }),
  ),
);

const backend = (cachedTokens: number) =>
  createOrgHandler({
    logto: { endpoint: upstream.url, resource: SANDBOX_RESOURCE, m2m: SANDBOX_M2M },
    basePath: '/',
    clientIds: [SANDBOX_SPA.id],
    limits: { cachedTokens },
    fetch: nodeFetch,
  });

const plain = 'plain forwarder, verifies nothing';
const withCache = 'backend, verified tokens remembered';
const targets = [
  { name: plain, server: await listen(forwarder(upstream.url, upstream.managementToken)) },
  { name: withCache, server: await listen(backend(10_000)) },
  // Each request brings another token than the one before, so that one place in the cache never helps.
  { name: 'backend, every token verified', server: await listen(backend(1)) },
];

const run = (url: string, milliseconds: number) =>
  drive({ url: url + PATH, tokens, connections: CONNECTIONS, milliseconds });

for (const { server } of targets) await run(server.url, 1500);

const rates = new Map(targets.map(({ name }) => [name, [] as Rate[]]));
for (let round = 0; round < ROUNDS; round += 1) {
  // Not always in the same order: the second one may profit from, or suffer under, the first.
  const order = targets.map((_, index) => targets[(index + round) % targets.length]);
  for (const target of order) {
    if (target) rates.get(target.name)?.push(await run(target.server.url, ROUND_MS));
  }
}

const ratios = summary(rates, plain, ({ perSecond }) => perSecond);
const processor = summary(rates, plain, ({ perProcessorSecond }) => perProcessorSecond);
console.log(
  `GET ${PATH}, ${CONNECTIONS} connections, ${PEOPLE} people, ${ROUNDS} rounds of ${ROUND_MS} ms each\n`,
);
const show = ({ median, low, high }: Ratio): string =>
  `${median.toFixed(2)} (${low.toFixed(2)} to ${high.toFixed(2)})`;
console.table(
  Object.fromEntries(
    ratios.map((ratio, index) => [
      ratio.name,
      {
        'of the forwarder’s throughput (middle half)': show(ratio),
        'for the same processor time': show(processor[index] ?? ratio),
      },
    ]),
  ),
);
const reached = ratios.find(({ name }) => name === withCache)?.median ?? 0;
console.log(`Goal: ${TARGET} with remembered tokens. ${reached >= TARGET ? 'Reached.' : 'Not reached.'}`);
process.exitCode = reached >= TARGET ? 0 : 1;

for (const { server } of targets) await server.close();
await upstream.close();
