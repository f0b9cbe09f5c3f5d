import type { CopyWords } from '../words/copying.js';

export const copying: CopyWords = {
  copyLink: 'نسخ الرابط',
  copyLinkOf: (name) => `نسخ الرابط الخاص بـ ${name}`,
  copyLinks: 'نسخ كل الروابط',
  copied: 'تم النسخ',
  copyByHand: 'لم يسمح المتصفح بالنسخ. انسخه من هنا:',
};
