import type { BotWords } from '../words/bots.js';

export const bots: BotWords = {
  title: 'الروبوتات',
  bot: 'الروبوت',
  add: 'إضافة روبوت',
  addTitle: (term) => `إضافة روبوت (${term.one})`,
  chooseOne: 'يُرجى اختيار روبوت.',
  allAdded: 'كل الروبوتات المتاحة موجودة هنا.',
  added: (name) => `تمت إضافة ${name}`,
  changeRoles: 'تغيير الأدوار',
  changeRolesOf: (name) => `تغيير الأدوار: ${name}`,
  rolesOf: (name) => `أدوار ${name}`,
  rolesSaved: (name) => `حُفظت أدوار ${name}`,
  rolesKept: (name) => `تبقى أدوار ${name} كما كانت.`,
  remove: 'إزالة',
  removeNamed: (name) => `إزالة ${name}`,
  removeTitle: (name) => `هل تريد إزالة ${name}؟`,
  removeHint: (term) => `ينتهي وصوله فورًا (${term.one}). يمكن إضافته مجددًا لاحقًا.`,
  removed: (name) => `تمت إزالة ${name}`,
  notOffered: 'أُعدّ في مكان آخر، ولا يمكن تغييره هنا.',
  empty: 'لا روبوتات بعد',
  emptyHint: (term) => `الروبوت تطبيق يعمل هنا بنفسه دون شخص (${term.one}).`,
};
