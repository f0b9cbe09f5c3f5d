import type { Management } from '../management.js';

const PAGE_SIZE = 100;

export interface MemberLookup {
  /** @param email in lower case */
  includes(email: string): Promise<boolean>;
}

/**
 * Finds out whether addresses belong to members, whatever their case: Logto compares them letter by letter. One call
 * is enough for an organization of up to a hundred; in a larger one each address is searched for.
 */
export const findMembers = async (logto: Management, organizationId: string): Promise<MemberLookup> => {
  const { items, total } = await logto.members(organizationId, { page: 1, pageSize: PAGE_SIZE });
  const known = new Set(items.map(({ primaryEmail }) => primaryEmail?.toLowerCase()));
  return {
    includes: async (email) => {
      if (known.has(email) || total <= PAGE_SIZE) return known.has(email);
      const found = await logto.members(organizationId, { page: 1, pageSize: PAGE_SIZE, q: email });
      return found.items.some(({ primaryEmail }) => primaryEmail?.toLowerCase() === email);
    },
  };
};
