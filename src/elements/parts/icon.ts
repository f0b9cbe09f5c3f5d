import { drawIcon } from './draw-icon.js';

// Marked as pure, so that a page carries only the icons that it shows.
export const checkIcon = /* @__PURE__ */ drawIcon('M5 12.5l4.5 4.5L19 7.5');
export const closeIcon = /* @__PURE__ */ drawIcon('M6 6l12 12M18 6L6 18');
export const addIcon = /* @__PURE__ */ drawIcon('M12 5v14M5 12h14');
export const settingsIcon = /* @__PURE__ */ drawIcon('M4 7h9M17 7h3M4 17h3M11 17h9M15 4.5v5M9 14.5v5');
export const searchIcon = /* @__PURE__ */ drawIcon('M16 16l4.5 4.5M18 11a7 7 0 1 1-14 0a7 7 0 0 1 14 0');
export const previousIcon = /* @__PURE__ */ drawIcon('M14.5 6l-6 6 6 6');
export const nextIcon = /* @__PURE__ */ drawIcon('M9.5 6l6 6-6 6');
export const openIcon = /* @__PURE__ */ drawIcon('M6 9.5l6 6 6-6');
export const removeIcon = /* @__PURE__ */ drawIcon(
  'M4.5 7h15M9.5 7V4.5h5V7M6.5 7l.8 12.5h9.4L17.5 7M10 11v5M14 11v5',
);
export const leaveIcon = /* @__PURE__ */ drawIcon(
  'M14 4.5H6a1 1 0 0 0-1 1v13a1 1 0 0 0 1 1h8M10 12h10.5M17 8.5l3.5 3.5-3.5 3.5',
);
export const infoIcon = /* @__PURE__ */ drawIcon('M12 11v5.5M12 7.5v.01M21 12a9 9 0 1 1-18 0a9 9 0 0 1 18 0');
export const mailIcon = /* @__PURE__ */ drawIcon(
  'M4 6h16a1 1 0 0 1 1 1v10a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1V7a1 1 0 0 1 1-1M3.5 7l8.5 6.5L20.5 7',
);
export const copyIcon = /* @__PURE__ */ drawIcon('M9 9h10.5v11H9zM5.5 15H4.5V4h10.5v1.5');
export const exportIcon = /* @__PURE__ */ drawIcon('M12 4v11M7.5 10.5L12 15l4.5-4.5M5 19.5h14');
export const groupIcon = /* @__PURE__ */ drawIcon(
  'M9 11a3.5 3.5 0 1 0 0-7a3.5 3.5 0 0 0 0 7M2.5 19.5c.5-3.5 3-5.5 6.5-5.5s6 2 6.5 5.5M16 4.3a3.5 3.5 0 0 1 0 6.4M18 14.5c2 .7 3.2 2.5 3.5 5',
);
export const botIcon = /* @__PURE__ */ drawIcon(
  'M7 8.5h10a2 2 0 0 1 2 2v7a2 2 0 0 1-2 2H7a2 2 0 0 1-2-2v-7a2 2 0 0 1 2-2M12 8.5V5M12 4.5v.01M9.5 13v1.5M14.5 13v1.5M2.5 13v2.5M21.5 13v2.5',
);
