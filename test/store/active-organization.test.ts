import { beforeEach, describe, expect, it } from 'vitest';
import { ActiveOrganization } from '../../src/store/active-organization.js';
import { organizationMemory, type OrganizationMemory } from '../../src/store/organization-memory.js';

let memory: OrganizationMemory;
beforeEach(() => {
  memory = organizationMemory({ remember: 'none', name: 'test', parameter: 'organization' });
});

describe('the current organization', () => {
  it('is the remembered one when it is among mine, else the first, else none', () => {
    memory.write('b');
    const active = new ActiveOrganization(memory, undefined);
    expect(active.isKnown).toBe(false);
    active.settle(['a', 'b']);
    expect(active.current).toBe('b');
    expect(active.settle(['a', 'c'])).toBe(true);
    expect(active.current).toBe('a');
    expect(active.settle([])).toBe(true);
    expect(active.current).toBe(null);
  });

  it('is never one that is not mine, whatever is remembered or asked for', () => {
    memory.write('foreign');
    const active = new ActiveOrganization(memory, 'foreign as well');
    active.settle(['a']);
    expect(active.current).toBe('a');
  });

  it('may be one that is open to an operator, until it is closed', () => {
    const open = new Set(['foreign']);
    memory.write('foreign');
    const active = new ActiveOrganization(memory, undefined, (id) => open.has(id));
    expect(active.isForeign('foreign')).toBe(false);
    active.settle(['a']);
    expect(active.current).toBe('foreign');
    expect([active.isForeign('foreign'), active.isForeign('a')]).toEqual([true, false]);
    expect(active.settle(['a', 'b'])).toBe(false);
    open.clear();
    expect(active.settle(['a', 'b'])).toBe(true);
    expect(active.current).toBe('a');
  });

  it('is the page’s wish before the remembered one', () => {
    memory.write('a');
    const active = new ActiveOrganization(memory, 'b');
    active.settle(['a', 'b']);
    expect(active.current).toBe('b');
  });

  it('stays the personal row once that was chosen, also in the next page', () => {
    const active = new ActiveOrganization(memory, undefined);
    active.settle(['a']);
    active.choose(null);
    expect(active.settle(['a', 'b'])).toBe(false);
    const next = new ActiveOrganization(memory, undefined);
    next.settle(['a', 'b']);
    expect(next.current).toBe(null);
  });

  it('becomes the first one that appears when there was none to choose', () => {
    const active = new ActiveOrganization(memory, undefined);
    expect(active.settle([])).toBe(false);
    expect(active.current).toBe(null);
    expect(active.settle(['a'])).toBe(true);
    expect(active.current).toBe('a');
  });

  it('falls back to the remembered one before the first', () => {
    const active = new ActiveOrganization(memory, undefined);
    active.settle(['a', 'b', 'c']);
    active.choose('c');
    memory.write('b');
    active.settle(['a', 'b']);
    expect(active.current).toBe('b');
  });

  it('keeps the last five in the order of use, and only those that held', () => {
    const active = new ActiveOrganization(memory, undefined);
    active.settle(['a', 'b', 'c', 'd', 'e', 'f']);
    for (const id of ['b', 'c', 'd', 'e', 'f', 'b']) {
      active.choose(id);
      active.confirm(id);
    }
    active.choose('refused');
    expect(active.recent).toEqual(['b', 'f', 'e', 'd', 'c']);
  });
});
