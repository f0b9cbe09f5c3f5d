/** WebKit's driver on a screen of its own. Nothing of it is seen, and it ends with the process that started it. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { webkitPaths, whyNot } from './engines.mjs';

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

/** A virtual screen. It picks its number itself, and tells it when it is ready. */
async function startScreen(command) {
  const screen = spawn(command, ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const failed = once(screen, 'exit').then(([status]) => {
    throw new Error(`Xvfb ended with status ${status}`);
  });
  const [number] = await Promise.race([once(createInterface({ input: screen.stdio[3] }), 'line'), failed]);
  failed.catch(() => undefined);
  return { screen, display: `:${number}` };
}

async function untilReady(port, driver) {
  for (;;) {
    if (driver.exitCode !== null) throw new Error(`WebKitWebDriver ended with status ${driver.exitCode}`);
    const ready = await fetch(`http://127.0.0.1:${port}/status`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (ready) return;
    await pause(50);
  }
}

/**
 * Options for webdriverio's `remote()`, and how to end what was started.
 * @returns {Promise<{ options: object, stop: () => void }>}
 */
export async function startWebKit() {
  const paths = webkitPaths();
  const reason = whyNot('webkit');
  if (reason !== undefined) throw new Error(reason);

  const { screen, display } = await startScreen(paths.xvfb);
  const port = await freePort();
  const driver = spawn(paths.driver, [`--port=${port}`, '--host=127.0.0.1'], {
    stdio: 'ignore',
    env: {
      ...process.env,
      DISPLAY: display,
      GTK_A11Y: 'none',
      NO_AT_BRIDGE: '1',
      WEBKIT_DISABLE_COMPOSITING_MODE: '1',
    },
  });
  const stop = () => {
    driver.kill();
    screen.kill();
  };
  process.once('exit', stop);
  await untilReady(port, driver);

  return {
    stop,
    options: {
      automationProtocol: 'webdriver',
      hostname: '127.0.0.1',
      port,
      path: '/',
      logLevel: 'error',
      capabilities: {
        browserName: 'MiniBrowser',
        // Else a page that loads for as long as its tests run would let no key through meanwhile.
        pageLoadStrategy: 'none',
        // WebKitGTK's BiDi is not ready, and the classic protocol is all that is needed.
        'wdio:enforceWebDriverClassic': true,
        'webkitgtk:browserOptions': { binary: paths.browser, args: ['--automation'] },
      },
    },
  };
}
