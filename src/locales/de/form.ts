import type { FormWords } from '../words/form.js';

export const form: FormWords = {
  name: 'Name',
  description: 'Beschreibung',
  optional: 'optional',
  logo: 'Logo',
  darkLogo: 'Logo auf dunklem Grund',
  logoHint: 'Adresse eines Bildes; sie beginnt mit https://',
  chooseFile: 'Datei auswählen',
  uploading: 'Wird hochgeladen',
  uploadFailed: 'Die Datei konnte nicht hochgeladen werden. Bitte versuchen Sie es erneut.',
  left: (count) => (count === 1 ? 'Noch 1 Zeichen' : `Noch ${count} Zeichen`),
  required: 'Bitte füllen Sie dieses Feld aus.',
  tooLong: (most) => `Höchstens ${most} Zeichen.`,
  notHttps: 'Das muss eine Adresse sein, die mit https:// beginnt.',
  notTaken: 'So wird das nicht angenommen.',
};
