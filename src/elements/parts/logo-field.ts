import { html, nothing, type TemplateResult } from 'lit';
import type { LocaleController } from '../../controllers/locale-controller.js';
import { logoPreview } from './logo-preview.js';
import { textField } from './text-field.js';

/** Puts a file where the page keeps such things, and tells its address. */
export type UploadLogo = (file: File) => Promise<string>;

interface LogoField {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly locale: LocaleController<'form'>;
  readonly change: (address: string) => void;
  /** Without it there is only the field for an address. */
  readonly upload: ((file: File) => void) | undefined;
  readonly isUploading: boolean;
  readonly isReadonly?: boolean;
  readonly isDark?: boolean;
  /** Nobody has touched it: the backend has given it, and can be trusted with what it lets be shown. */
  readonly isSaved?: boolean;
  readonly error?: string | undefined;
}

/** An https address of a logo, a file in its place where the page takes files, and how it looks. */
export function logoField(field: LogoField): TemplateResult {
  const { id, label, value, locale, change, upload, isUploading, isReadonly } = field;
  const { form } = locale.words;
  const isShown = isHttps(value) || (field.isSaved === true && value !== '');
  const choose = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    const [file] = input.files ?? [];
    // The same file can be chosen again after it failed.
    input.value = '';
    if (file) upload?.(file);
  };
  return html`<div class="logo-field" part="logo-field">
    ${textField({
      id,
      label,
      value,
      locale,
      change,
      type: 'url',
      hint: isReadonly ? '' : form.logoHint,
      error: field.error,
      isReadonly: isReadonly === true || isUploading,
    })}
    <div class="logo-side">
      ${logoPreview(isShown ? value : '', field.isDark === true)}
      ${
        upload && !isReadonly
          ? html`<label class="button file" aria-busy=${isUploading}
              ><input
                type="file"
                class="spoken"
                part="file"
                accept="image/png,image/jpeg,image/webp,image/gif,image/svg+xml"
                aria-disabled=${isUploading}
                aria-label="${form.chooseFile}: ${label}"
                @click=${(event: Event) => isUploading && event.preventDefault()}
                @change=${choose}
              />${isUploading ? form.uploading : form.chooseFile}</label
            >`
          : nothing
      }
    </div>
  </div>`;
}

/** Whether an address may be a logo. Empty is no logo. */
export const isHttps = (address: string): boolean => URL.parse(address)?.protocol === 'https:';
