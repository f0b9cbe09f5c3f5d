import type { MeWords } from '../words/me.js';

export const me: MeWords = {
  manageAccount: 'إدارة الحساب',
  secondFactor: 'العامل الثاني',
  hasFactor: 'مُفعّل',
  noFactor: 'غير مُفعّل',
  setUp: 'تفعيله',
  roles: 'الأدوار',
  noRoles: 'لا أدوار بعد. يمكن لأحد المسؤولين منحك دورًا.',
  permissions: 'الأذونات',
  noPermissions: 'لا شيء. تأتي الأذونات مع الأدوار.',
  from: (roles) => `من: ${roles}`,
  operator: (term) => `أنت تتصرف هنا بصفتك مشغّلًا، دون دور خاص بك (${term.one}).`,
  personal: (term) => `لم يُختر شيء بعد: ${term.one}`,
  older: (roles) =>
    roles
      ? `تغيّرت أدوارك هنا منذ تسجيل الدخول. ما زال تسجيل الدخول يذكر: ${roles}.`
      : 'تغيّرت أدوارك هنا منذ تسجيل الدخول. لا يذكر تسجيل الدخول أي دور.',
  renew: 'تجديد',
  renewed: 'تسجيل دخولك محدّث الآن.',
  consent: (permissions) => `لاستخدام ما يلي يلزم المرور بتسجيل الدخول مرة أخرى: ${permissions}.`,
  ask: 'متابعة',
};
