import type { CreateWords } from '../words/create.js';

const number = new Intl.NumberFormat('ar');

export const create: CreateWords = {
  title: (term) => `إنشاء ${term.one}`,
  submit: (term) => `إنشاء ${term.one}`,
  nameHint: 'يمكن للآخرين استخدام الاسم نفسه.',
  created: (name) => `${name}: جاهز الآن`,
  notAllowed: (term) => `لا يمكنك إنشاء ${term.many} هنا. اسأل الجهة المشغّلة لهذا المنتج.`,
  capReached: (term, most) =>
    most === undefined
      ? `لقد بلغت الحد الأقصى من ${term.many}. غادر واحدة ثم حاول مرة أخرى.`
      : `الحد الأقصى من ${term.many}: ${number.format(most)}. غادر واحدة ثم حاول مرة أخرى.`,
  done: 'تم',
};
