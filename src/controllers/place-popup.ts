/** Where a popup opens, in logical directions: `start` is the left edge in English and the right one in Arabic. */
export type Placement = 'bottom-start' | 'bottom-end' | 'top-start' | 'top-end';

/**
 * Keeps an open popup beside its anchor where the browser doesn't do it by CSS (`.popup` in popup.styles.ts): only there
 * `@floating-ui/dom` is loaded. Returns the way to stop.
 */
export function placePopup(popup: HTMLElement, anchor: HTMLElement, placement: Placement): () => void {
  if (isPlacedByCss(popup, anchor)) return () => undefined;
  let isStopped = false;
  let stop: (() => void) | undefined;
  void import('@floating-ui/dom').then(({ autoUpdate, computePosition, flip, shift }) => {
    if (isStopped) return;
    stop = autoUpdate(anchor, popup, async () => {
      const middleware = [flip(), shift({ padding: 8 })];
      const { x, y } = await computePosition(anchor, popup, { strategy: 'fixed', placement, middleware });
      Object.assign(popup.style, { positionArea: 'none', inset: 'auto', left: `${x}px`, top: `${y}px` });
    });
  });
  return () => {
    isStopped = true;
    stop?.();
  };
}

/** Firefox 153 has anchors, and loses them right to left within a page that is left to right. */
function isPlacedByCss(popup: HTMLElement, anchor: HTMLElement): boolean {
  if (!CSS.supports('position-area', 'block-end') || popup.style.getPropertyValue('position-area'))
    return false;
  const [box, beside] = [popup.getBoundingClientRect(), anchor.getBoundingClientRect()];
  return box.left < beside.right && box.right > beside.left;
}
