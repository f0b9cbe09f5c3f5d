import type { SentInvitationWords } from '../words/invitations.js';

const number = new Intl.NumberFormat('ar');
// "noun: number" is right for every count.
const counted = (what: string) => (count: number) => `${what}: ${number.format(count)}`;

export const invitations: SentInvitationWords = {
  invitations: 'الدعوات',
  search: 'البحث في الدعوات',
  address: 'العنوان',
  status: 'الحالة',
  allStatuses: 'الكل',
  statuses: { pending: 'معلّقة', accepted: 'مقبولة', revoked: 'ملغاة', expired: 'منتهية' },
  sort: 'الترتيب',
  sorts: { newest: 'الأحدث أولًا', oldest: 'الأقدم أولًا', ends: 'الأقرب انتهاءً', address: 'حسب العنوان' },
  sent: 'أُرسلت',
  ends: (when) => `تنتهي ${when}`,
  ended: (when) => `انتهت ${when}`,
  sentBy: (when, name) => `${when} من ${name}`,
  resend: 'إعادة الإرسال',
  renew: 'تجديد',
  revoke: 'إلغاء',
  remove: 'إزالة',
  actOn: (action, address) => `${action}: ${address}`,
  resendIn: (seconds) => `إعادة الإرسال بعد ${seconds}`,
  resent: counted('دعوات أُعيد إرسالها'),
  renewed: counted('دعوات جُدّدت'),
  revoked: counted('دعوات أُلغيت'),
  removed: counted('دعوات أُزيلت'),
  empty: 'لا دعوات بعد',
  nothingFound: 'لا توجد دعوات كهذه',
};
