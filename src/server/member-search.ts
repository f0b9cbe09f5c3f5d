import type { Management } from './management.js';
import type { Listed } from './management-answer.js';
import type { LogtoMember } from './management-types.js';

/** Matches that are looked at when they have to be filtered here; more means that the search is too wide. */
const MAXIMUM_PAGES = 10;
const PAGE_SIZE = 100;

interface MemberSearch {
  readonly organizationId: string;
  readonly page: number;
  readonly pageSize: number;
  readonly q: string | undefined;
  readonly roleId: string | undefined;
}

/**
 * A page of members. Logto searches addresses and telephone numbers too, whoever asks: a match, and even the number of
 * matches, would tell a viewer what they may not see. Where that can happen the matches are read, filtered by the
 * fields that the viewer sees, and paged here.
 */
export const searchMembers = async (
  logto: Management,
  { organizationId, page, pageSize, q, roleId }: MemberSearch,
  seesAddresses: boolean,
): Promise<Listed<LogtoMember>> => {
  // Telephone numbers are digits: any other character in the text rules them out.
  const isTold = !q || (seesAddresses && /\D/.test(q));
  if (isTold) return logto.members(organizationId, { page, pageSize, q, roleId });

  const matches: LogtoMember[] = [];
  for (let at = 1; at <= MAXIMUM_PAGES; at += 1) {
    const { items, total } = await logto.members(organizationId, {
      page: at,
      pageSize: PAGE_SIZE,
      q,
      roleId,
    });
    matches.push(...items.filter((member) => shows(member, q, seesAddresses)));
    if (at * PAGE_SIZE >= total) break;
  }
  const offset = (page - 1) * pageSize;
  return { items: matches.slice(offset, offset + pageSize), total: matches.length };
};

const shows = (member: LogtoMember, q: string, seesAddresses: boolean): boolean => {
  const wanted = q.toLowerCase();
  const fields = [member.id, member.name, member.username, seesAddresses ? member.primaryEmail : null];
  return fields.some((field) => field?.toLowerCase().includes(wanted) ?? false);
};
