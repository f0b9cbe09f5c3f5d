import * as v from 'valibot';
import { shownOfOrganization } from './organization.js';
import { pageOf, pageQuery, searchText } from './paging.js';

/** An organization as an operator of the tenant sees it in the directory. */
export const directoryEntry = v.object({
  ...shownOfOrganization,
  memberCount: v.number(),
  /** Epoch milliseconds. */
  createdAt: v.number(),
});
export type DirectoryEntry = v.InferOutput<typeof directoryEntry>;

/** `GET /admin/organizations?page&page_size&q`: needs the global operator scope. */
export const directoryQuery = v.strictObject({ ...pageQuery, q: v.optional(searchText) });
export type DirectoryQuery = v.InferOutput<typeof directoryQuery>;

export const directoryPage = pageOf(directoryEntry);
export type DirectoryPage = v.InferOutput<typeof directoryPage>;
