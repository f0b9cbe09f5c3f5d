import { html, nothing, type TemplateResult } from 'lit';
import type { CopyController } from '../../controllers/copy-controller.js';
import type { CommonWords } from '../../locales/translation.js';
import type { CopyWords } from '../../locales/words/copying.js';
import { dismissButton } from './dismiss-button.js';
import { boxedMessage } from './message.js';

/** The text that the browser did not let be copied, ready to be copied by hand. */
export function copyByHand(
  copy: CopyController,
  words: CommonWords & { readonly copying: CopyWords },
): TemplateResult | typeof nothing {
  const { refused } = copy;
  if (refused === undefined) return nothing;
  const { copyByHand: text } = words.copying;
  return html`<div class="by-hand" part="copy-by-hand">
    ${boxedMessage(text, dismissButton(words.dismiss, copy.dismiss))}
    <textarea
      class="input"
      ?readonly=${true}
      rows="2"
      dir="ltr"
      aria-label=${text}
      @focus=${({ target }: Event) => (target as HTMLTextAreaElement).select()}
      .value=${refused}
    ></textarea>
  </div>`;
}
