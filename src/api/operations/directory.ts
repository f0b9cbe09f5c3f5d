import type { DirectoryPage } from '../../contract/admin.js';
import { directoryPath } from '../../contract/paths.js';
import { pageParameters, type Operation, type PageRequest } from '../operation.js';

/** Every organization of the tenant, for operators with the global scope. */
export function listDirectory(filter: PageRequest = {}): Operation<DirectoryPage> {
  return { path: directoryPath(), query: pageParameters(filter) };
}
