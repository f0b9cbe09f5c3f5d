import { getAccount } from '../../api/operations/account.js';
import type { Account } from '../../contract/account.js';
import { accountKey } from '../query-keys.js';
import type { OrgQuery } from '../query-watch.js';

/** The person's own account. */
export function account(): OrgQuery<Account> {
  return { key: accountKey, operation: getAccount() };
}
