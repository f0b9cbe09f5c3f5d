import { common } from './de/common.js';
import { switcher } from './de/switcher.js';
import { registerTranslation } from './registry.js';
import type { Translation } from './translation.js';

/** German. */
export const de: Translation = { ...common, switcher };

registerTranslation(de);
