import type { ListWords } from '../words/lists.js';

const number = new Intl.NumberFormat('ar');

export const lists: ListWords = {
  previous: 'الصفحة السابقة',
  next: 'الصفحة التالية',
  pages: 'الصفحات',
  perPage: 'عدد الصفوف في الصفحة',
  range: (from, to, total) => `${from}–${to} من ${total}`,
  noMatch: (query) => `لا شيء يطابق «${query}»`,
  clearSearch: 'مسح البحث',
  actions: 'الإجراءات',
  selectPage: 'تحديد هذه الصفحة',
  select: (name) => `تحديد ${name}`,
  selected: (count) => `المحدد: ${number.format(count)}`,
  selectAll: (total) => `تحديد الكل (${number.format(total)})`,
  clearSelection: 'إلغاء التحديد',
  progress: (done, total) => `${number.format(done)} من ${number.format(total)}`,
  stop: 'إيقاف',
  allDone: (count) => `اكتمل: ${number.format(count)}`,
  someFailed: (failed, total) => `لم ينجح: ${number.format(failed)} من ${number.format(total)}`,
};
