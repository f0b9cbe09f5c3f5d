import type { MemberWords } from '../words/members.js';

const plural = new Intl.PluralRules('ar');
const number = new Intl.NumberFormat('ar');

/** Two have a form of their own, few and many differ. */
const countOf = (count: number): string => {
  const shown = number.format(count);
  const forms: Partial<Record<Intl.LDMLPluralRule, string>> = {
    one: 'عضو واحد',
    two: 'عضوين',
    few: `${shown} أعضاء`,
    many: `${shown} عضوًا`,
  };
  return forms[plural.select(count)] ?? `${shown} عضو`;
};

export const members: MemberWords = {
  members: 'الأعضاء',
  search: 'البحث عن أعضاء',
  allRoles: 'كل الأدوار',
  name: 'الاسم',
  address: 'البريد الإلكتروني',
  you: 'أنت',
  rolesOf: (name) => `أدوار ${name}:`,
  rolesSaved: (name) => `تم حفظ أدوار ${name}`,
  remove: 'إزالة',
  removeNamed: (name) => `إزالة ${name}`,
  removeTitle: (name) => `هل تريد إزالة ${name}؟`,
  removeText: () => 'ينتهي الوصول فورًا، ومعه كل الأدوار. أما الحساب فيبقى.',
  removed: (name) => `تمت إزالة ${name}`,
  leave: 'مغادرة',
  lastAdministrator: 'أنت آخر مسؤول. لتتمكن من المغادرة، اجعل شخصًا آخر مسؤولًا أولًا.',
  giveRoles: 'منح أدوار',
  give: 'منح',
  removeManyTitle: (count) => `هل تريد إزالة ${countOf(count)}؟`,
  empty: 'لا أعضاء بعد',
  export: 'تصدير',
  exporting: (done, total) => `يجري التصدير: ${done} من ${total}`,
  exported: (count) => `تم التصدير: ${count}`,
  username: 'اسم المستخدم',
  id: 'المعرّف',
  fileName: 'members',
};
