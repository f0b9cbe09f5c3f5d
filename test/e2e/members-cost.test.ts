import { beforeAll, describe, expect, test } from 'vitest';
import { measureMembers, type MembersCost } from '../../bench/support/members-page.js';

const MEGABYTE = 1_000_000;
const costs = new Map<number, MembersCost>();

beforeAll(async () => {
  for await (const cost of measureMembers([100, 100_000])) costs.set(cost.members, cost);
}, 120_000);

describe('<org-members> costs a page the same with a hundred members and with a hundred thousand', () => {
  test.each([100, 100_000])('%i members', (members) => {
    const cost = costs.get(members);
    expect(cost).toMatchObject({ rows: 20, firstCalls: 2, firstTrips: 1, pageCalls: 1 });
    expect(cost?.elements).toBeLessThan(500);
    expect(cost?.searchCalls).toBeGreaterThan(0);
    expect(cost?.searchCalls).toBeLessThanOrEqual(2);
  });

  test('the heap stays within a megabyte', () => {
    const [few, many] = [costs.get(100), costs.get(100_000)];
    expect(Math.abs((many?.heap ?? 0) - (few?.heap ?? 0))).toBeLessThan(MEGABYTE);
  });
});
