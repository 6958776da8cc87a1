// Finds WebKitGTK, Safari's engine on Linux, and starts its driver on a screen of its own. No package brings it: a machine
// without it says what to install.
import {spawn} from 'node:child_process';
import {existsSync, globSync, mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {createServer} from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {Session} from './webkit-session.mjs';

/** Wide enough for every window of the tests. The pointer stands in its middle, and what it stands on has the focus. */
const SCREEN = {width: 4000, height: 3000};

/** Where a window has the pointer in it. */
export const CORNER = {x: SCREEN.width / 2 - 50, y: SCREEN.height / 2 - 50};

/** The hidden bars of its window take no room: a page can be as narrow as 240 px. Pages themselves do not look different. */
const WINDOW_STYLE =
  '* {font-size: 1px; min-width: 0; min-height: 0; padding: 0; margin: 0; border-width: 0;}';

/** Why WebKit cannot be driven here, or null when it can. */
export function whyNoWebKit() {
  const missing = ['WebKitWebDriver', 'Xvfb'].filter((name) => onPath(name) === null);
  if (miniBrowser() === null) missing.push('MiniBrowser');
  if (missing.length === 0) return null;
  return `WebKit: ${missing.join(', ')} not found, and no package brings it (Debian: webkit2gtk-driver, xvfb)`;
}

/** A browser of its own, with nothing remembered: its session and how to end it. */
export async function startSession(loads = 'normal') {
  const reason = whyNoWebKit();
  if (reason !== null) throw new Error(reason);
  const port = await freePort();
  const driver = spawn('WebKitWebDriver', ['-p', String(port)], {
    stdio: 'ignore',
    env: {
      ...process.env,
      DISPLAY: await screen(),
      GDK_BACKEND: 'x11',
      XDG_CONFIG_HOME: settings(),
      // No desktop around it: no bus, no portals, no reader of the screen.
      DBUS_SESSION_BUS_ADDRESS: 'disabled:',
      GTK_USE_PORTAL: '0',
      NO_AT_BRIDGE: '1',
      // As root, the sandbox of its processes does not start.
      ...(process.getuid?.() === 0 ? {WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1'} : {}),
    },
  });
  const session = new Session(`http://127.0.0.1:${port}`);
  const end = () => driver.kill();
  process.once('exit', end);
  try {
    await session.open({
      pageLoadStrategy: loads,
      // A warning before leaving is answered as a person who means to leave.
      unhandledPromptBehavior: 'accept',
      'webkitgtk:browserOptions': {
        binary: miniBrowser(),
        args: ['--automation', '--javascript-can-open-windows-automatically=true'],
      },
    });
  } catch (error) {
    end();
    throw error;
  }
  return {
    session,
    async stop() {
      await session.close().catch(() => undefined);
      process.removeListener('exit', end);
      end();
    },
  };
}

let folder;
/** A folder with the settings of the windows; it goes when the process does. */
function settings() {
  if (folder === undefined) {
    folder = mkdtempSync(join(tmpdir(), 'isp-webkit-'));
    mkdirSync(join(folder, 'gtk-3.0'));
    writeFileSync(join(folder, 'gtk-3.0/gtk.css'), WINDOW_STYLE);
    process.once('exit', () => rmSync(folder, {recursive: true, force: true}));
  }
  return folder;
}

let display;
/** One screen for all browsers of this process; it goes when the process does. */
async function screen() {
  display ??= new Promise((resolve, reject) => {
    const size = `${SCREEN.width}x${SCREEN.height}x24`;
    const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', size, '-nolisten', 'tcp'], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    });
    process.once('exit', () => server.kill());
    server.once('error', reject);
    server.once('exit', (code) => reject(new Error(`Xvfb ended with ${code}`)));
    server.stdio[3].once('data', (number) => {
      // It does not keep a process alive that is done.
      server.unref();
      server.stdio[3].unref();
      resolve(`:${String(number).trim()}`);
    });
  });
  return await display;
}

async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const {port} = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

function onPath(name) {
  const folder = (process.env.PATH ?? '').split(':').find((one) => existsSync(join(one, name)));
  return folder === undefined ? null : join(folder, name);
}

/** The small browser that comes with the library and can be driven. */
function miniBrowser() {
  return globSync('/usr/{lib,libexec}/{*/,}webkit*/MiniBrowser')[0] ?? null;
}
