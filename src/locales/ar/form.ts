import type { FormWords } from '../words/form.js';

const number = new Intl.NumberFormat('ar');

export const form: FormWords = {
  name: 'الاسم',
  description: 'الوصف',
  optional: 'اختياري',
  logo: 'الشعار',
  darkLogo: 'الشعار على خلفية داكنة',
  logoHint: 'عنوان صورة يبدأ بـ https://',
  chooseFile: 'اختيار ملف',
  uploading: 'جارٍ الرفع',
  uploadFailed: 'تعذّر رفع الملف. يُرجى المحاولة مرة أخرى.',
  left: (count) => `الأحرف المتبقية: ${number.format(count)}`,
  required: 'يُرجى ملء هذا الحقل.',
  tooLong: (most) => `عدد الأحرف على الأكثر: ${number.format(most)}.`,
  notHttps: 'يجب أن يكون هذا عنوانًا يبدأ بـ https://',
  notTaken: 'لا يُقبل هذا بهذه الصورة.',
};
