import { common } from './ar/common.js';
import { switcher } from './ar/switcher.js';
import { registerTranslation } from './registry.js';
import type { Translation } from './translation.js';

/** Arabic. */
export const ar: Translation = { ...common, switcher };

registerTranslation(ar);
