import type { InviteWords } from '../words/invite.js';

const plural = new Intl.PluralRules('ar');
const number = new Intl.NumberFormat('ar');

interface Counted {
  readonly one: string;
  readonly two: string;
  readonly few: string;
  readonly many: string;
  readonly other: string;
}

function counted(count: number, { one, two, few, many, other }: Counted): string {
  const form = plural.select(count);
  if (form === 'one') return one;
  if (form === 'two') return two;
  return `${number.format(count)} ${form === 'few' ? few : form === 'many' ? many : other}`;
}

const people = (count: number): string =>
  counted(count, { one: 'شخص واحد', two: 'شخصان', few: 'أشخاص', many: 'شخصًا', other: 'شخص' });
const addresses = (count: number): string =>
  counted(count, { one: 'عنوان واحد', two: 'عنوانان', few: 'عناوين', many: 'عنوانًا', other: 'عنوان' });
const days = (count: number): string =>
  counted(count, { one: 'يوم واحد', two: 'يومان', few: 'أيام', many: 'يومًا', other: 'يوم' });

// "noun: number" is right for every count, where a verb would have to agree with it.
export const invite: InviteWords = {
  invite: 'دعوة أشخاص',
  addresses: 'عناوين البريد الإلكتروني',
  hint: 'افصل بينها بفواصل، أو الصق قائمة.',
  chosen: (count) => `للدعوة: ${addresses(count)}`,
  remove: (address) => `إزالة ${address}`,
  rolesOf: (address) => `أدوار ${address}`,
  sameRoles: 'استخدام أدوار الجميع نفسها',
  problems: {
    invalid: 'ليس عنوانًا',
    duplicate: 'مكرر',
    already_member: 'عضو بالفعل',
    already_invited: 'مدعو بالفعل',
    not_allowed: 'غير مسموح',
    rate_limited: 'محاولات كثيرة، حاول لاحقًا',
    limit_reached: 'دعوات معلّقة كثيرة جدًا',
    mail_failed: 'تعذر إرسال البريد',
    failed: 'لم ينجح، حاول مرة أخرى',
  },
  hopeless: (count) => `لا يمكن دعوتهم: ${addresses(count)}.`,
  removeHopeless: 'إزالة هذه',
  delivery: 'التسليم',
  byMail: 'إرسال بالبريد الإلكتروني',
  linksOnly: 'إنشاء روابط فقط',
  mailLanguage: 'لغة البريد',
  automatic: 'تلقائي',
  lifetime: 'مدة الصلاحية',
  usual: 'المدة المعتادة',
  days,
  send: (count) => (count === 0 ? 'دعوة' : `دعوة: ${people(count)}`),
  sending: 'جارٍ إرسال الدعوات',
  invited: (count) => `تمت دعوة: ${people(count)}`,
  notInvited: (count) => `لم تتم دعوة: ${people(count)}`,
  discard: (count) => `هل تريد التخلي عن ${addresses(count)}؟`,
  discardMeans: 'لم تتم دعوتهم بعد.',
  discardConfirm: 'تخلٍّ',
};
