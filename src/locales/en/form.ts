import type { FormWords } from '../words/form.js';

export const form: FormWords = {
  name: 'Name',
  description: 'Description',
  optional: 'optional',
  logo: 'Logo',
  darkLogo: 'Logo on dark backgrounds',
  logoHint: 'Address of an image; it begins with https://',
  chooseFile: 'Choose file',
  uploading: 'Uploading',
  uploadFailed: 'The file could not be uploaded. Please try again.',
  left: (count) => (count === 1 ? '1 character left' : `${count} characters left`),
  required: 'Please fill this in.',
  tooLong: (most) => `At most ${most} characters.`,
  notHttps: 'This has to be an address that begins with https://',
  notTaken: 'This is not taken like that.',
};
