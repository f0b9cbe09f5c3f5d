import type { RoleWords } from '../words/roles.js';

export const roles: RoleWords = {
  roles: 'الأدوار',
  noRoles: 'لا أدوار',
  chooseRoles: 'اختيار الأدوار',
  reasons: {
    not_permitted: 'ليس لديك إذن للقيام بذلك.',
    exceeds_own: 'يتطلب هذا أذونات لا تملكها أنت.',
    last_admin: 'يجب أن يبقى آخر مسؤول.',
  },
};
