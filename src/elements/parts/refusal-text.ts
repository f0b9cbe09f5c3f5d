import type { BlockReason } from '../../contract/capabilities.js';
import type { CommonWords } from '../../locales/translation.js';
import type { RoleWords } from '../../locales/words/roles.js';
import type { OrgError } from '../../org-error.js';

/** Why a change was refused: the backend's particular reason where it gave one, else what its code means. */
export function refusalText(
  { code, details }: Pick<OrgError, 'code' | 'details'>,
  words: CommonWords & { readonly roles: RoleWords },
): string {
  const reason = details?.reason as BlockReason | undefined;
  return (reason && words.roles.reasons[reason]) || words.errors[code];
}
