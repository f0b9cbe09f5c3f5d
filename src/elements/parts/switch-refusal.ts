import type { ChoosingWords } from '../../locales/words/choosing.js';
import type { OrgErrorCode } from '../../org-error.js';

/** Why a switch was undone. */
export function switchRefusal(words: ChoosingWords, code: OrgErrorCode, name: string): string {
  if (code === 'mfa_required') return words.refusedMfa(name);
  if (code === 'not_a_member') return words.refusedMember(name);
  return words.refused(name);
}
