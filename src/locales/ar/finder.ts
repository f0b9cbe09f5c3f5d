import type { FinderWords } from '../words/finder.js';

export const finder: FinderWords = {
  current: 'الحالية',
  welcome: (term) => `لا ${term.many} بعد`,
  createOrWait: (term) => `تظهر هنا ${term.many} والدعوات. ابدأ بنفسك، أو اطلب دعوة.`,
  wait: (term) => `تظهر هنا ${term.many} والدعوات. اطلب دعوة.`,
};
