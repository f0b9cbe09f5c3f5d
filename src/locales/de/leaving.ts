import type { LeavingWords } from '../words/leaving.js';

export const leaving: LeavingWords = {
  leave: (term) => `${term.one} verlassen`,
  title: (name) => `${name} verlassen?`,
  lost: () =>
    'Ihr Zugang endet sofort, und damit enden Ihre Rollen. Zurück kommen Sie nur mit einer neuen Einladung.',
  kept: 'Ihr Konto bleibt bestehen.',
  lastAdministrator:
    'Niemand sonst hat die Verwaltung. Geben Sie sie zuerst jemand anderem, dann können Sie gehen.',
  left: (name) => `Sie haben ${name} verlassen`,
};
