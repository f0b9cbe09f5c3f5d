import type { LeavingWords } from '../words/leaving.js';

export const leaving: LeavingWords = {
  leave: (term) => `مغادرة ${term.one}`,
  title: (name) => `هل تريد مغادرة ${name}؟`,
  lost: () => 'ينتهي وصولك فورًا، ومعه أدوارك. ولا تعود إلا بدعوة جديدة.',
  kept: 'أما حسابك فيبقى.',
  lastAdministrator: 'أنت آخر مسؤول. لتتمكن من المغادرة، اجعل شخصًا آخر مسؤولًا أولًا.',
  left: (name) => `لقد غادرت ${name}`,
};
