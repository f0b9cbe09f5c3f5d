const ALPHABET = '0123456789abcdefghijklmnopqrstuvwxyz';
const SECRET_ALPHABET = `${ALPHABET}ABCDEFGHIJKLMNOPQRSTUVWXYZ`;

const random = (alphabet: string, length: number): string => {
  // Bytes above the last whole multiple are thrown away, so that every character is equally likely.
  const limit = 256 - (256 % alphabet.length);
  let text = '';
  while (text.length < length) {
    for (const byte of crypto.getRandomValues(new Uint8Array(length))) {
      if (byte < limit && text.length < length) text += alphabet[byte % alphabet.length];
    }
  }
  return text;
};

/** An id as Logto makes them: lowercase letters and digits; 21 of them, 12 for users and organizations. */
export const generateId = (length = 21): string => random(ALPHABET, length);

/** A secret or token: letters of both cases and digits. */
export const generateSecret = (length = 32): string => random(SECRET_ALPHABET, length);
