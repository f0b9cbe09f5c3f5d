import type { PermissionWords } from '../words/permissions.js';

const plural = new Intl.PluralRules('ar');
const number = new Intl.NumberFormat('ar');

function counted(count: number): string {
  const texts: Partial<Record<Intl.LDMLPluralRule, string>> = {
    zero: 'لا أذونات',
    one: 'إذن واحد',
    two: 'إذنان',
    few: `${number.format(count)} أذونات`,
    many: `${number.format(count)} إذنًا`,
  };
  return texts[plural.select(count)] ?? `${number.format(count)} إذن`;
}

export const permissions: PermissionWords = {
  title: 'الأدوار والأذونات',
  readOnly: (term) => `يحدد مزوّد الخدمة الأدوار، وهي واحدة لكل ما يلي: ${term.many}. لا يمكن تغييرها هنا.`,
  search: 'البحث في الأذونات',
  found: counted,
  permission: 'الإذن',
  you: 'أنت',
  yourRole: 'دورك',
  description: 'الغرض منه',
  grantable: 'يمكنك منحه',
  yes: 'نعم',
  no: 'لا',
  group: (term) => `الأذونات: ${term.one}`,
  count: (held, total) => `الأذونات: ${number.format(held)} من ${number.format(total)}`,
  empty: 'لا أدوار بعد',
};
