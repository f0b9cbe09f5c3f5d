import { nothing, type TemplateResult } from 'lit';
import type { CapabilitiesController } from '../../controllers/capabilities-controller.js';
import type { CommonWords } from '../../locales/translation.js';
import { dismissButton } from './dismiss-button.js';
import { notice } from './message.js';

/** Says that the person may do other things now than a moment ago, until it is taken away. */
export function permissionsNotice(
  { permissionsChanged, dismiss }: CommonWords,
  capabilities: CapabilitiesController,
): TemplateResult | typeof nothing {
  if (!capabilities.changed) return nothing;
  return notice(permissionsChanged, dismissButton(dismiss, capabilities.dismiss));
}
