/**
 * The browser engines that the tests run in. Chromium is always there (scripts/chromium.mjs); Firefox and WebKit are
 * Debian's `firefox-esr`, `webkit2gtk-driver` and `xvfb`, or what `$FIREFOX_PATH`, `$WEBKIT_DRIVER_PATH` and
 * `$WEBKIT_PATH` name.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** How an engine is called where people read it. */
export const TITLES = { chromium: 'Chromium', firefox: 'Firefox', webkit: 'WebKit' };

/** What brings the engines that are not there. */
const INSTALL = 'Debian: apt-get update && apt-get install firefox-esr webkit2gtk-driver xvfb';

/** What drives Firefox needs one that is no older. */
const OLDEST_FIREFOX = 153;

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
    onPath('firefox-esr'),
    onPath('firefox'),
    '/Applications/Firefox.app/Contents/MacOS/firefox',
  ]);

/** What WebKit takes: its driver, the browser that the driver starts, and a screen for it. */
export const webkitPaths = () => ({
  driver: first([process.env.WEBKIT_DRIVER_PATH, '/usr/bin/WebKitWebDriver']),
  browser: first([process.env.WEBKIT_PATH, ...miniBrowsers()]),
  xvfb: onPath('Xvfb'),
});

/** @param {string} path */
function versionOf(path) {
  const { stdout = '' } = spawnSync(path, ['--version'], { encoding: 'utf8' });
  return Number(/(\d+)\./u.exec(stdout)?.[1]);
}

/**
 * Why an engine cannot be tested here, and what brings it; nothing when it can.
 * @param {string} engine
 * @returns {string | undefined}
 */
export function whyNot(engine) {
  if (engine === 'firefox') {
    const path = firefoxPath();
    if (path === undefined) return `Firefox is missing. ${INSTALL}`;
    const version = versionOf(path);
    if (!(version >= OLDEST_FIREFOX))
      return `${path} is Firefox ${version}, and ${OLDEST_FIREFOX} is needed. ${INSTALL}`;
  }
  if (engine === 'webkit') {
    const paths = webkitPaths();
    const missing = Object.keys(paths).filter((name) => paths[name] === undefined);
    if (missing.length > 0) return `WebKit is missing: no ${missing.join(', ')}. ${INSTALL}`;
  }
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
