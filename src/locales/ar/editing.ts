import type { EditingWords } from '../words/editing.js';

export const editing: EditingWords = {
  save: 'حفظ التغييرات',
  discard: 'تجاهل التغييرات',
  unsaved: 'لم يُحفظ بعد',
  saved: 'تم حفظ التغييرات',
  requireMfa: 'طلب المصادقة متعددة العوامل',
  requireMfaHint: () => 'لا يدخل إلا الأعضاء الذين لديهم عامل ثانٍ.',
  ownMfaMissing: () => 'ليس لديك عامل ثانٍ، وسيُغلق الدخول أمامك أنت أيضًا. فعّله في حسابك أولًا.',
  setUpMfa: 'فتح حسابك',
  othersLockedOut: () => 'بعد الحفظ لا يمكن للأعضاء الذين ليس لديهم عامل ثانٍ الدخول حتى يفعّلوه.',
  conflict: 'حفظ شخص آخر تغييرات',
  conflictText: 'لم يُفقد شيء. اختر لكل حقل ما يبقى، ثم احفظ مرة أخرى.',
  mine: 'تغييرك',
  theirs: 'تغيير الآخر',
  choose: 'يُرجى الاختيار.',
  news: (fields) => `حفظ شخص آخر تغييرات في هذه الأثناء: ${fields}. وتغييراتك لا تزال هنا.`,
};
