import type { ProfileWords } from '../words/profile.js';

export const profile: ProfileWords = {
  id: 'المعرّف',
  created: 'تاريخ الإنشاء',
  mfa: 'المصادقة متعددة العوامل',
  mfaRequired: 'مطلوبة',
  mfaNotRequired: 'غير مطلوبة',
  yes: 'نعم',
  no: 'لا',
  nothing: 'فارغ',
  none: (term) => `لم يتم اختيار ${term.one}. تظهر الإعدادات هنا بعد الاختيار.`,
};
