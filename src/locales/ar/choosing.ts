import type { Term } from '../translation.js';
import type { ChoosingWords } from '../words/choosing.js';

const number = new Intl.NumberFormat('ar');

// "noun: number" is right for every count and every noun, which a noun put in by the page needs.
const found = (count: number, term: Term): string => `${term.many}: ${number.format(count)}`;

export const choosing: ChoosingWords = {
  search: (term) => `البحث في ${term.many}`,
  found,
  noMatch: (query, term) => `لا ${term.many} تطابق «${query}»`,
  empty: (term) => `لا ${term.many} بعد`,
  create: (term) => `إنشاء ${term.one}`,
  manage: (term) => `إدارة ${term.one}`,
  switched: (name) => `تم التبديل إلى ${name}`,
  refusedMfa: (name) => `المصادقة متعددة العوامل مطلوبة للدخول إلى ${name}. فعّلها في حسابك ثم بدّل مرة أخرى.`,
  refusedMember: (name) => `لم تعد عضوًا في ${name}.`,
  refused: (name) => `لم ينجح التبديل إلى ${name}. يُرجى المحاولة مرة أخرى.`,
};
