import type { FinderWords } from '../words/finder.js';

export const finder: FinderWords = {
  current: 'Aktuell',
  welcome: (term) => `Noch keine ${term.many}`,
  createOrWait: (term) =>
    `Hier erscheinen Ihre ${term.many} und Einladungen. Beginnen Sie selbst, oder bitten Sie um eine Einladung.`,
  wait: (term) => `Hier erscheinen Ihre ${term.many} und Einladungen. Bitten Sie um eine Einladung.`,
};
