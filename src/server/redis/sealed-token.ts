import * as v from 'valibot';
import type { ManagementApplication, ManagementTokenValue } from '../management-token.js';

const token = v.object({ value: v.pipe(v.string(), v.nonEmpty()), renewAt: v.number() });
const IV_BYTES = 12;

/**
 * Encrypts a token with a key that is derived from the application's secret: whoever reads Redis has nothing, and whoever
 * has the secret could get a token anyway.
 */
export class TokenSeal {
  readonly #key: Promise<CryptoKey>;
  /** Different for another application, resource or secret; tells nothing about any of them. */
  readonly name: Promise<string>;

  constructor(application: ManagementApplication) {
    const { endpoint, id, resource, secret } = application;
    const about = new TextEncoder().encode(JSON.stringify(['orgkit', endpoint, id, resource]));
    const material = crypto.subtle.importKey('raw', new TextEncoder().encode(secret), 'HKDF', false, [
      'deriveBits',
    ]);
    const derive = async (salt: string): Promise<ArrayBuffer> =>
      crypto.subtle.deriveBits(
        { name: 'HKDF', hash: 'SHA-256', salt: new TextEncoder().encode(salt), info: about },
        await material,
        256,
      );
    this.#key = derive('key').then((bits) =>
      crypto.subtle.importKey('raw', bits, 'AES-GCM', false, ['encrypt', 'decrypt']),
    );
    this.name = derive('name').then((bits) => Buffer.from(bits).toString('base64url').slice(0, 22));
  }

  async seal(value: ManagementTokenValue): Promise<string> {
    const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
    const plain = new TextEncoder().encode(JSON.stringify(value));
    const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, await this.#key, plain);
    return Buffer.concat([iv, new Uint8Array(sealed)]).toString('base64');
  }

  /** `undefined` for whatever was not sealed with the same secret. */
  async open(text: string): Promise<ManagementTokenValue | undefined> {
    try {
      const bytes = new Uint8Array(Buffer.from(text, 'base64'));
      const iv = bytes.subarray(0, IV_BYTES);
      const plain = await crypto.subtle.decrypt(
        { name: 'AES-GCM', iv },
        await this.#key,
        bytes.subarray(IV_BYTES),
      );
      return v.parse(token, JSON.parse(new TextDecoder().decode(plain)));
    } catch {
      return undefined;
    }
  }
}
