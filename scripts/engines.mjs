/**
 * The browser engines that the tests run in. Chromium is always there (scripts/chromium.mjs); Firefox and WebKit are
 * Debian's `firefox-esr`, `webkit2gtk-driver` and `xvfb`, or what `$FIREFOX_PATH`, `$WEBKIT_DRIVER_PATH` and
 * `$WEBKIT_PATH` name.
 */
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** How an engine is called where people read it. */
export const TITLES = { chromium: 'Chromium', firefox: 'Firefox', webkit: 'WebKit' };

/** What brings the engines that are not there. */
export const INSTALL = 'apt-get install firefox-esr webkit2gtk-driver xvfb';

const onPath = (command) =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, command))
    .find(existsSync);

/** Where distributions put WebKitGTK's own small browser: `/usr/lib/<machine>/webkit2gtk-4.1/MiniBrowser` and the like. */
const miniBrowsers = () =>
  ['/usr/lib', '/usr/libexec', `/usr/lib/${MACHINES[process.arch] ?? process.arch}-linux-gnu`]
    .filter(existsSync)
    .flatMap((folder) =>
      readdirSync(folder)
        .filter((name) => name.startsWith('webkit2gtk-4.'))
        .map((name) => join(folder, name, 'MiniBrowser')),
    );

const MACHINES = { x64: 'x86_64', arm64: 'aarch64' };

const first = (paths) => paths.find((path) => path && existsSync(path));

/** @returns {string | undefined} */
export const firefoxPath = () =>
  first([
    process.env.FIREFOX_PATH,
    '/usr/bin/firefox-esr',
    '/Applications/Firefox.app/Contents/MacOS/firefox',
  ]);

/** What WebKit takes: its driver, the browser that the driver starts, and a screen for it. */
export const webkitPaths = () => ({
  driver: first([process.env.WEBKIT_DRIVER_PATH, '/usr/bin/WebKitWebDriver']),
  browser: first([process.env.WEBKIT_PATH, ...miniBrowsers()]),
  xvfb: onPath('Xvfb'),
});

/** @param {string} engine */
export function isInstalled(engine) {
  if (engine === 'firefox') return firefoxPath() !== undefined;
  if (engine === 'webkit') return Object.values(webkitPaths()).every((path) => path !== undefined);
  return engine === 'chromium';
}

/** End-to-end tests that cannot run in every engine. */
const LEFT_OUT = [
  {
    engines: ['firefox', 'webkit'],
    reason: 'layout shifts and the heap are measured in Chromium only',
    files: ['layout', 'members-cost'],
  },
  {
    engines: ['firefox', 'webkit'],
    reason: 'their drivers tell nothing of a file that is saved',
    files: ['members-export'],
  },
  {
    engines: ['webkit'],
    reason: 'WebDriver answers what the browser asks before a page is left',
    files: ['settings-unsaved'],
  },
  {
    engines: ['webkit'],
    reason: 'its window cannot be as narrow as a phone',
    files: ['frameworks/skeletons'],
  },
];

/**
 * The end-to-end tests that an engine leaves out, and why.
 * @param {string} engine
 */
export const leftOut = (engine) =>
  LEFT_OUT.filter(({ engines }) => engines.includes(engine)).map(({ reason, files }) => ({
    reason,
    files: files.map((file) => `test/e2e/${file}.test.ts`),
  }));
