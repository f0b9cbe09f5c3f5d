import { drawIcon } from './draw-icon.js';

// Apart from the other icons: what a page loads at once, before anybody opens anything, shows no others.
export const chooseIcon = /* @__PURE__ */ drawIcon('M8 9.5L12 5.5l4 4M8 14.5l4 4 4-4');
export const personIcon = /* @__PURE__ */ drawIcon(
  'M12 11.5a4 4 0 1 0 0-8a4 4 0 0 0 0 8M4.5 20.5c.6-4 3.6-6 7.5-6s6.9 2 7.5 6',
);
export const warningIcon = /* @__PURE__ */ drawIcon(
  'M12 8.5v4.5M12 16.5v.01M10.3 4.2L2.9 17a2 2 0 0 0 1.7 3h14.8a2 2 0 0 0 1.7-3L13.7 4.2a2 2 0 0 0-3.4 0',
);
