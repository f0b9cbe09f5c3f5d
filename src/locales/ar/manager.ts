import type { ManagerWords } from '../words/manager.js';

export const manager: ManagerWords = {
  tabs: {
    members: 'الأعضاء',
    invitations: 'الدعوات',
    roles: 'الأدوار',
    bots: 'الروبوتات',
    settings: 'الإعدادات',
    me: 'صلاحياتي',
  },
  title: (name, term) => `إدارة ${name ?? term.one}`,
  operating: () => 'أنت هنا بصفتك مشغّل هذا المنتج لا عضوًا. كل ما تفعله هنا يُسجَّل.',
  nothing: 'لا يوجد هنا ما يخصك.',
  gone: (tab) => `${tab}: لم يعد بإمكانك رؤية هذا.`,
};
