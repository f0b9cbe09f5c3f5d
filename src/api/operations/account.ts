import type { Account } from '../../contract/account.js';
import { accountPath } from '../../contract/paths.js';
import type { Operation } from '../operation.js';

/** The person's own account, live. */
export function getAccount(): Operation<Account> {
  return { path: accountPath() };
}
