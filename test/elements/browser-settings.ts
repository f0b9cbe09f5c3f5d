/* eslint-disable no-restricted-imports -- the one place that asks the engine first */
import * as commands from '@web/test-runner-commands';

/**
 * What only some engines let a test change. Where one can't, the test is skipped, which the closing lines count: never
 * is it passed without having looked.
 */
const isChromium = /Chrome\//u.test(navigator.userAgent);
const isFirefox = /Firefox\//u.test(navigator.userAgent);

let running: RunningTest;
beforeEach(function () {
  running = this.currentTest;
});

/** What puts it back after the test has nothing to do then. */
function skip(): void {
  if (!running.pending && running.state === undefined) running.skip();
}

/** For a test of what the product can only do where the browser has something that is not everywhere yet. */
export function skipWithout(feature: unknown): void {
  if (!feature) skip();
}

/** Two keys at once, which WebDriver takes as characters of its own, and the others one by one. */
export async function pressShiftTab(): Promise<void> {
  if (isChromium || isFirefox) {
    await commands.sendKeys({ down: 'Shift' });
    await commands.sendKeys({ press: 'Tab' });
    await commands.sendKeys({ up: 'Shift' });
  } else await commands.sendKeys({ type: '\uE008\uE004' });
}

/** Colour scheme, forced colours, reduced motion: Chromium only. */
export async function emulateMedia(media: Parameters<typeof commands.emulateMedia>[0]): Promise<void> {
  if (isChromium) await commands.emulateMedia(media);
  else skip();
}

/** The size of the window: Chromium and Firefox only. */
export async function setViewport(size: Parameters<typeof commands.setViewport>[0]): Promise<void> {
  if (isChromium || isFirefox) await commands.setViewport(size);
  else skip();
}
