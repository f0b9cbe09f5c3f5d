import { html, nothing, type TemplateResult } from 'lit';
import type { LocaleController } from '../../controllers/locale-controller.js';

export type Delivery = 'mail' | 'link';

/** How the invitations of one sending are made. */
export interface Settings {
  readonly delivery: Delivery;
  /** Of the mail; undefined leaves it to Logto. */
  readonly language: string | undefined;
  /** Undefined: as long as the host has set. */
  readonly lifetimeDays: number | undefined;
}

interface InviteSettings {
  readonly locale: LocaleController<'invite'>;
  readonly settings: Settings;
  readonly languages: readonly string[];
  readonly lifetimes: readonly number[];
  readonly isBusy: boolean;
  readonly change: (change: Partial<Settings>) => void;
}

/** Mail or link, language of the mail, and lifetime: what there is to choose. */
export function inviteSettings(choice: InviteSettings): TemplateResult {
  const { locale, settings, languages, lifetimes, isBusy, change } = choice;
  const { invite } = locale.words;
  const names = new Intl.DisplayNames([locale.language], { type: 'language' });
  const option = (value: string, text: string, selected: string): TemplateResult =>
    html`<option value=${value} ?selected=${value === selected}>${text}</option>`;
  const field = (
    id: string,
    label: string,
    options: readonly TemplateResult[],
    choose: (value: string) => void,
  ): TemplateResult =>
    html`<div class="field">
      <label for=${id}>${label}</label>
      <select
        class="input"
        part="choice"
        id=${id}
        ?disabled=${isBusy}
        @change=${({ target }: Event) => choose((target as HTMLSelectElement).value)}
      >
        ${options}
      </select>
    </div>`;
  const { delivery, language = '', lifetimeDays = 0 } = settings;
  return html`${field(
    'delivery',
    invite.delivery,
    [option('mail', invite.byMail, delivery), option('link', invite.linksOnly, delivery)],
    (value) => change({ delivery: value as Delivery }),
  )}
  ${
    languages.length > 0 && delivery === 'mail'
      ? field(
          'language',
          invite.mailLanguage,
          [
            option('', invite.automatic, language),
            ...languages.map((tag) => option(tag, names.of(tag) ?? tag, language)),
          ],
          (value) => change({ language: value || undefined }),
        )
      : nothing
  }
  ${
    lifetimes.length > 0
      ? field(
          'lifetime',
          invite.lifetime,
          [
            option('0', invite.usual, String(lifetimeDays)),
            ...lifetimes.map((days) => option(String(days), invite.days(days), String(lifetimeDays))),
          ],
          (value) => change({ lifetimeDays: Number(value) || undefined }),
        )
      : nothing
  }`;
}
