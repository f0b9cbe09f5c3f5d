import type { ManagerWords } from '../words/manager.js';

export const manager: ManagerWords = {
  tabs: {
    members: 'Mitglieder',
    invitations: 'Einladungen',
    roles: 'Rollen',
    bots: 'Bots',
    settings: 'Einstellungen',
    me: 'Mein Zugang',
  },
  title: (name, term) => `${name ?? term.one} verwalten`,
  operating: () =>
    'Sie sind hier, weil Sie dieses Produkt betreiben, nicht als Mitglied. Was Sie tun, wird aufgezeichnet.',
  nothing: 'Hier gibt es nichts für Sie.',
  gone: (tab) => `${tab}: Das dürfen Sie nicht mehr sehen.`,
};
