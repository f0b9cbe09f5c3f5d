import type { RoleWords } from '../words/roles.js';

export const roles: RoleWords = {
  roles: 'Rollen',
  noRoles: 'Keine Rollen',
  chooseRoles: 'Rollen auswählen',
  reasons: {
    not_permitted: 'Dazu fehlt Ihnen die Berechtigung.',
    exceeds_own: 'Dafür braucht es Berechtigungen, die Sie selbst nicht haben.',
    last_admin: 'Wer als Letztes die Verwaltung hat, muss bleiben.',
  },
};
