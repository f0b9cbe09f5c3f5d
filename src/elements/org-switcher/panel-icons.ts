import { icon } from '../parts/icon.js';

/** The icons of the panel, which come with it. */
export const icons = {
  check: icon('M5 12.5l4.5 4.5L19 7.5'),
  close: icon('M6 6l12 12M18 6L6 18'),
  create: icon('M12 5v14M5 12h14'),
  manage: icon('M4 7h9M17 7h3M4 17h3M11 17h9M15 4.5v5M9 14.5v5'),
  search: icon('M16 16l4.5 4.5M18 11a7 7 0 1 1-14 0a7 7 0 0 1 14 0'),
} as const;
