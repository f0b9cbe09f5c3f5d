import type { Term } from '../translation.js';
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

// "noun: number" is right for every count and every noun, which a noun put in by the page needs.
const found = (count: number, term: Term): string => `${term.many}: ${number.format(count)}`;

export const switcher: SwitcherWords = {
  label: (term) => `تبديل ${term.one}`,
  choose: (term) => `اختيار ${term.one}`,
  search: (term) => `البحث في ${term.many}`,
  found,
  noMatch: (query, term) => `لا ${term.many} تطابق «${query}»`,
  empty: (term) => `لا ${term.many} بعد`,
  personal: 'الحساب الشخصي',
  create: (term) => `إنشاء ${term.one}`,
  manage: (term) => `إدارة ${term.one}`,
  invitations: 'الدعوات',
  invitationCount: pendingInvitations,
  invitedBy: (name) => `دعوة من ${name}`,
  join: 'انضمام',
  joinNamed: (name) => `انضمام إلى ${name}`,
  joined: (name) => `لقد انضممت إلى ${name}`,
  switched: (name) => `تم التبديل إلى ${name}`,
  refusedMfa: (name) => `المصادقة متعددة العوامل مطلوبة للدخول إلى ${name}. فعّلها في حسابك ثم بدّل مرة أخرى.`,
  refusedMember: (name) => `لم تعد عضوًا في ${name}.`,
  refused: (name) => `لم ينجح التبديل إلى ${name}. يُرجى المحاولة مرة أخرى.`,
};
