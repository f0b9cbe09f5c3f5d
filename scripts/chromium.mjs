/**
 * Finds the Chromium that the tests drive: `$CHROME_PATH`, else one installed on this system, else the one that the
 * npm package @sparticuz/chromium carries (Linux x64), so that `npm ci && npm test` needs nothing but Node.
 * `ORGKIT_BUNDLED_CHROMIUM=1` skips the system's, to try what a bare machine would do.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const SYSTEM = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** Keep Chromium from talking to anybody but the page under test, and let it run as root in a container. */
const ARGS = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-dev-shm-usage',
  '--disable-gpu',
  '--disable-quic',
  '--disable-sync',
  '--no-first-run',
];

/** Its own font, and those of the system if there are any: without a single font, a text field crashes the browser. */
const fontConfiguration = (directory) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${directory}fonts</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${directory}fonts-cache</cachedir>
</fontconfig>
`;

/** The bundled one is only the headless shell, and has to be unpacked before its first use. */
async function bundled() {
  const packageFile = new URL('../node_modules/@sparticuz/chromium/package.json', import.meta.url);
  const { version } = JSON.parse(readFileSync(packageFile, 'utf8'));
  const directory = fileURLToPath(new URL(`../node_modules/.cache/chromium-${version}/`, import.meta.url));
  mkdirSync(directory, { recursive: true });

  // It unpacks into the temporary folder, and there reuses whatever another version left behind.
  const temporary = process.env.TMPDIR;
  process.env.TMPDIR = directory;
  // Makes it unpack libnss3 and the like too, which a bare machine lacks, and put them on LD_LIBRARY_PATH.
  process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs24.x';
  try {
    const { default: chromium } = await import('@sparticuz/chromium');
    const executablePath = await chromium.executablePath();
    // What comes with it names the folders of AWS Lambda.
    const fonts = `${directory}fonts.conf`;
    writeFileSync(fonts, fontConfiguration(directory));
    process.env.FONTCONFIG_FILE = fonts;
    delete process.env.FONTCONFIG_PATH;
    return executablePath;
  } finally {
    if (temporary === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = temporary;
  }
}

/**
 * Launch options for playwright-core and puppeteer-core alike.
 * @returns {Promise<{ executablePath: string, headless: boolean, args: string[] }>}
 */
export async function chromium() {
  const installed = process.env.ORGKIT_BUNDLED_CHROMIUM ? [] : SYSTEM;
  const found = [process.env.CHROME_PATH, ...installed].find((path) => path && existsSync(path));
  return { executablePath: found ?? (await bundled()), headless: true, args: ARGS };
}
