import type { CopyWords } from '../words/copying.js';

export const copying: CopyWords = {
  copyLink: 'Link kopieren',
  copyLinkOf: (name) => `Link kopieren für ${name}`,
  copyLinks: 'Alle Links kopieren',
  copied: 'Kopiert',
  copyByHand: 'Der Browser hat das Kopieren nicht erlaubt. Kopieren Sie es hier:',
};
