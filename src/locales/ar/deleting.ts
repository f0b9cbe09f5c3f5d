import type { DeletingWords } from '../words/deleting.js';

export const deleting: DeletingWords = {
  delete: (term) => `حذف ${term.one}`,
  title: (name) => `هل تريد حذف ${name}؟`,
  lost: 'يفقد كل الأعضاء الوصول فورًا. وتُحذف الأدوار والدعوات والإعدادات نهائيًا؛ ولا يمكن التراجع عن ذلك.',
  kept: 'أما حسابات الأعضاء فتبقى.',
  typeName: (name) => `اكتب «${name}» للتأكيد`,
  deleted: (name) => `تم حذف ${name}`,
};
