import { registerTranslation } from './registry.js';
import type { Term, Translation } from './translation.js';

const again = 'حدث خطأ ما. يُرجى المحاولة مرة أخرى.';

const plural = new Intl.PluralRules('ar');
const number = new Intl.NumberFormat('ar');

function pendingInvitations(count: number): string {
  const texts: Partial<Record<Intl.LDMLPluralRule, string>> = {
    zero: 'لا دعوات معلّقة',
    one: 'دعوة معلّقة واحدة',
    two: 'دعوتان معلّقتان',
    few: `${number.format(count)} دعوات معلّقة`,
  };
  return texts[plural.select(count)] ?? `${number.format(count)} دعوة معلّقة`;
}

// "noun: number" is right for every count and every noun, which a noun put in by the page needs.
const found = (count: number, term: Term): string => `${term.many}: ${number.format(count)}`;

/** Arabic. */
export const ar: Translation = {
  language: 'ar',
  terms: {
    organization: { one: 'مؤسسة', many: 'مؤسسات' },
    workspace: { one: 'مساحة عمل', many: 'مساحات عمل' },
    team: { one: 'فريق', many: 'فرق' },
    company: { one: 'شركة', many: 'شركات' },
  },
  retry: 'إعادة المحاولة',
  dismiss: 'إغلاق',
  loading: 'جارٍ التحميل',
  errors: {
    invalid_input: 'يُرجى التحقق مما أدخلته.',
    unauthenticated: 'يُرجى تسجيل الدخول مجددًا.',
    forbidden: 'ليس لديك إذن للقيام بذلك.',
    wrong_account: 'هذه الدعوة لحساب آخر.',
    not_found: 'لم يعد هذا متاحًا.',
    conflict: 'لقد تغيّر هذا في هذه الأثناء.',
    last_admin: 'يجب أن يبقى آخر مسؤول.',
    invitation_ended: 'انتهت هذه الدعوة.',
    precondition_failed: 'حفظ شخص آخر تغييراته أولًا.',
    payload_too_large: 'هذا كبير جدًا.',
    rate_limited: 'محاولات كثيرة جدًا. يُرجى الانتظار قليلًا.',
    internal: again,
    unavailable: 'لا يمكن الوصول إلى الخدمة حاليًا.',
    network: 'لا يوجد اتصال. يُرجى التحقق من الشبكة.',
    timeout: 'يستغرق هذا وقتًا طويلًا. يُرجى المحاولة مرة أخرى.',
    aborted: 'أُلغي هذا.',
    mfa_required: 'المصادقة متعددة العوامل مطلوبة.',
    not_a_member: 'أنت لست عضوًا.',
    token_failed: again,
    not_configured: 'لم تُعدّ هذه الصفحة بشكل صحيح.',
  },
  switcher: {
    label: (term) => `تبديل ${term.one}`,
    choose: (term) => `اختيار ${term.one}`,
    search: (term) => `البحث في ${term.many}`,
    found,
    noMatch: (query, term) => `لا ${term.many} تطابق «${query}»`,
    empty: (term) => `لا ${term.many} بعد`,
    personal: 'الحساب الشخصي',
    create: (term) => `إنشاء ${term.one}`,
    manage: (term) => `إدارة ${term.one}`,
    invitations: 'الدعوات',
    invitationCount: pendingInvitations,
    invitedBy: (name) => `دعوة من ${name}`,
    join: 'انضمام',
    joinNamed: (name) => `انضمام إلى ${name}`,
    joined: (name) => `لقد انضممت إلى ${name}`,
    switched: (name) => `تم التبديل إلى ${name}`,
    refusedMfa: (name) =>
      `المصادقة متعددة العوامل مطلوبة للدخول إلى ${name}. فعّلها في حسابك ثم بدّل مرة أخرى.`,
    refusedMember: (name) => `لم تعد عضوًا في ${name}.`,
    refused: (name) => `لم ينجح التبديل إلى ${name}. يُرجى المحاولة مرة أخرى.`,
  },
};

registerTranslation(ar);
