import type { SwitcherWords } from '../words/switcher.js';

const plural = new Intl.PluralRules('ar');
const number = new Intl.NumberFormat('ar');

function pendingInvitations(count: number): string {
  const texts: Partial<Record<Intl.LDMLPluralRule, string>> = {
    zero: 'لا دعوات معلّقة',
    one: 'دعوة معلّقة واحدة',
    two: 'دعوتان معلّقتان',
    few: `${number.format(count)} دعوات معلّقة`,
  };
  return texts[plural.select(count)] ?? `${number.format(count)} دعوة معلّقة`;
}

export const switcher: SwitcherWords = {
  label: (term) => `تبديل ${term.one}`,
  choose: (term) => `اختيار ${term.one}`,
  personal: 'الحساب الشخصي',
  invitationCount: pendingInvitations,
};
