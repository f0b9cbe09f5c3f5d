import type { PermissionWords } from '../words/permissions.js';

const noun = (count: number): string => (count === 1 ? 'Berechtigung' : 'Berechtigungen');

export const permissions: PermissionWords = {
  title: 'Rollen und Berechtigungen',
  readOnly: (term) =>
    `Rollen legt der Anbieter fest, gleich für alle ${term.many}. Hier lassen sie sich nicht ändern.`,
  search: 'Berechtigungen suchen',
  found: (count) => `${count} ${noun(count)}`,
  permission: 'Berechtigung',
  you: 'Sie',
  yourRole: 'Ihre Rolle',
  description: 'Wofür sie da ist',
  grantable: 'Dürfen Sie vergeben',
  yes: 'Ja',
  no: 'Nein',
  group: (term) => `Berechtigungen: ${term.one}`,
  count: (held, total) => `${held} von ${total} ${noun(total)}`,
  empty: 'Noch keine Rollen',
};
