import type { CreateWords } from '../words/create.js';

export const create: CreateWords = {
  title: (term) => `${term.one} erstellen`,
  submit: (term) => `${term.one} erstellen`,
  nameHint: 'Andere dürfen denselben Namen haben.',
  created: (name) => `${name} ist bereit`,
  notAllowed: (term) =>
    `Sie können hier keine ${term.many} erstellen. Fragen Sie, wer dieses Produkt betreibt.`,
  capReached: (term, most) =>
    most === undefined
      ? `Mehr ${term.many} sind nicht möglich. Treten Sie irgendwo aus und versuchen Sie es dann erneut.`
      : `Mehr ${term.many} als ${most} sind nicht möglich. Treten Sie irgendwo aus und versuchen Sie es dann erneut.`,
  done: 'Fertig',
};
