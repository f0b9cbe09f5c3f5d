import type { CommonWords } from '../translation.js';

const again = 'حدث خطأ ما. يُرجى المحاولة مرة أخرى.';

export const common: CommonWords = {
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
  cancel: 'إلغاء',
  close: 'إغلاق',
  undo: 'تراجع',
  permissionsChanged: 'لقد تغيّر ما يُسمح لك بفعله هنا.',
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
};
