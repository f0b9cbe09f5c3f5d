import type { MeWords } from '../words/me.js';

export const me: MeWords = {
  manageAccount: 'Konto verwalten',
  secondFactor: 'Zweiter Faktor',
  hasFactor: 'Eingerichtet',
  noFactor: 'Nicht eingerichtet',
  setUp: 'Einrichten',
  roles: 'Rollen',
  noRoles: 'Noch keine Rollen. Wer die Verwaltung hat, kann Ihnen eine geben.',
  permissions: 'Berechtigungen',
  noPermissions: 'Keine. Sie kommen mit Rollen.',
  from: (roles) => `durch ${roles}`,
  operator: (term) => `Sie handeln hier im Auftrag des Betreibers, ohne eigene Rolle (${term.one}).`,
  personal: (term) => `Nichts ausgewählt (${term.one}).`,
  older: (roles) =>
    roles
      ? `Ihre Rollen hier haben sich seit der Anmeldung geändert. In der Anmeldung steht noch: ${roles}.`
      : 'Ihre Rollen hier haben sich seit der Anmeldung geändert. In der Anmeldung stehen noch keine.',
  renew: 'Erneuern',
  renewed: 'Ihre Anmeldung ist auf dem neuesten Stand.',
  consent: (permissions) => `Dafür müssen Sie noch einmal durch die Anmeldung: ${permissions}.`,
  ask: 'Weiter',
};
