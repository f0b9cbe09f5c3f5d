import type { ReactiveControllerHost } from 'lit';
import { OrgError } from '../../org-error.js';
import type { UploadLogo } from './logo-field.js';

type LogoName = 'logoUrl' | 'darkLogoUrl';

/** Hands a file to the page and takes the address that it tells. One at a time. */
export class LogoUpload {
  readonly #host: ReactiveControllerHost;
  readonly #upload: () => UploadLogo | undefined;
  readonly #settle: (name: LogoName, address: string | undefined, error: OrgError | undefined) => void;
  #busy: LogoName | undefined;

  constructor(
    host: ReactiveControllerHost,
    upload: () => UploadLogo | undefined,
    settle: (name: LogoName, address: string | undefined, error: OrgError | undefined) => void,
  ) {
    this.#host = host;
    this.#upload = upload;
    this.#settle = settle;
  }

  /** The field whose file is on its way. */
  get busy(): LogoName | undefined {
    return this.#busy;
  }

  async start(name: LogoName, file: File): Promise<void> {
    const upload = this.#upload();
    if (!upload || this.#busy) return;
    this.#busy = name;
    this.#host.requestUpdate();
    try {
      this.#settle(name, await upload(file), undefined);
    } catch (cause) {
      this.#settle(name, undefined, OrgError.from(cause));
    } finally {
      this.#busy = undefined;
      this.#host.requestUpdate();
    }
  }
}
