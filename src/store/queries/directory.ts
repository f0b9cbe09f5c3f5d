import type { PageRequest } from '../../api/operation.js';
import { listDirectory } from '../../api/operations/directory.js';
import type { DirectoryPage } from '../../contract/admin.js';
import { directoryKey } from '../query-keys.js';
import type { OrgQuery } from '../query-watch.js';

/** A page of all organizations of the tenant, for operators. */
export function directory(filter: PageRequest = {}): OrgQuery<DirectoryPage> {
  return { key: [...directoryKey, filter], operation: listDirectory(filter), keepFor: 1 };
}
