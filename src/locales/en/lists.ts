import type { ListWords } from '../words/lists.js';

export const lists: ListWords = {
  previous: 'Previous page',
  next: 'Next page',
  pages: 'Pages',
  perPage: 'Rows per page',
  range: (from, to, total) => `${from}–${to} of ${total}`,
  noMatch: (query) => `Nothing matches “${query}”`,
  clearSearch: 'Clear search',
  actions: 'Actions',
  selectPage: 'Select this page',
  select: (name) => `Select ${name}`,
  selected: (count) => `${count} selected`,
  selectAll: (total) => `Select all ${total}`,
  clearSelection: 'Clear selection',
  progress: (done, total) => `${done} of ${total}`,
  stop: 'Stop',
  allDone: (count) => `Done: ${count}`,
  someFailed: (failed, total) => `${failed} of ${total} did not work`,
};
