import type { DirectoryWords } from '../words/directory.js';

export const directory: DirectoryWords = {
  search: (term) => `البحث في جميع ${term.many}`,
  name: 'الاسم',
  members: 'الأعضاء',
  created: 'تاريخ الإنشاء',
  open: 'فتح',
  openNamed: (name) => `فتح ${name}`,
  current: 'مفتوح الآن',
  yours: 'أنت عضو',
  mfa: 'عامل ثانٍ',
  opened: (name) => `${name}: مفتوح الآن`,
  empty: (term) => `لا توجد ${term.many} بعد`,
  notOperator: (term) => `لا تظهر جميع ${term.many} في هذا المنتج إلا لمشغّليه، وأنت لست منهم.`,
};
