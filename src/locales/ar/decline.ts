import type { DeclineWords } from '../words/decline.js';

export const decline: DeclineWords = {
  decline: 'رفض',
  declineNamed: (organization) => `رفض ${organization}`,
  confirm: (organization) => `هل تريد رفض الدعوة إلى ${organization}؟`,
  consequence: 'لن يمكنك الانضمام لاحقًا إلا بدعوة جديدة.',
  declined: (organization) => `لقد رفضت الدعوة إلى ${organization}`,
  ends: (when) => `تنتهي ${when}`,
};
