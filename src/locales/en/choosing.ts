import type { ChoosingWords } from '../words/choosing.js';

export const choosing: ChoosingWords = {
  search: (term) => `Search ${term.many}`,
  found: (count, term) => `${count} ${count === 1 ? term.one : term.many}`,
  noMatch: (query, term) => `No ${term.many} match “${query}”`,
  empty: (term) => `No ${term.many} yet`,
  create: (term) => `Create ${term.one}`,
  manage: (term) => `Manage ${term.one}`,
  switched: (name) => `Switched to ${name}`,
  refusedMfa: (name) =>
    `${name} requires multi-factor authentication. Set it up in your account, then switch again.`,
  refusedMember: (name) => `You are no longer a member of ${name}.`,
  refused: (name) => `Switching to ${name} did not work. Please try again.`,
};
