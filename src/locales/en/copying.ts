import type { CopyWords } from '../words/copying.js';

export const copying: CopyWords = {
  copyLink: 'Copy link',
  copyLinkOf: (name) => `Copy link for ${name}`,
  copyLinks: 'Copy all links',
  copied: 'Copied',
  copyByHand: 'The browser did not allow copying. Copy it from here:',
};
