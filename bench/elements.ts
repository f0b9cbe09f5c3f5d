/**
 * `npm run bench:elements`: what `<org-members>` costs a page, whatever the size of the organization: elements, heap,
 * API calls and serial trips, in a real Chromium with the built kit, the real handler and the sandbox.
 */
import { measureMembers, type MembersCost } from './support/members-page.js';

const COUNTS = [10, 100, 10_000, 100_000];
const MEGABYTE = 1_000_000;

const costs: MembersCost[] = [];
for await (const cost of measureMembers(COUNTS)) costs.push(cost);

const reference = costs.find(({ members }) => members === 100)?.heap ?? 0;
const megabytes = (bytes: number): string => `${(bytes / MEGABYTE).toFixed(2)} MB`;
console.table(
  Object.fromEntries(
    costs.map((cost) => [
      `${cost.members.toLocaleString('en')} members`,
      {
        rows: cost.rows,
        elements: cost.elements,
        heap: megabytes(cost.heap),
        'heap against 100': megabytes(cost.heap - reference),
        'calls to first rows': cost.firstCalls,
        'serial trips': cost.firstTrips,
        'calls of a page': cost.pageCalls,
        'calls of 8 letters': cost.searchCalls,
      },
    ]),
  ),
);
const isReached = costs.every(
  ({ elements, heap, firstCalls, firstTrips, pageCalls, searchCalls }) =>
    elements < 500 &&
    heap - reference < MEGABYTE &&
    firstCalls <= 2 &&
    firstTrips === 1 &&
    pageCalls <= 1 &&
    searchCalls <= 2,
);
console.log(
  `Goal: under 500 elements, heap within 1 MB of that with 100 members, 2 calls in 1 trip to the first rows, 1 call for a page, 2 for eight letters. ${isReached ? 'Reached.' : 'Not reached.'}`,
);
process.exitCode = isReached ? 0 : 1;
