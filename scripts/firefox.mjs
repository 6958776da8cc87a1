// Finds a Firefox: FIREFOX_PATH, then an installed one. No package brings it, so a machine without it says what to install.
import {existsSync} from 'node:fs';
import {join} from 'node:path';

const INSTALLED = {
  linux: ['firefox', 'firefox-esr'],
  darwin: ['/Applications/Firefox.app/Contents/MacOS/firefox'],
  win32: ['C:\\Program Files\\Mozilla Firefox\\firefox.exe'],
};

/** The settings of a Firefox under test: forced colors can only be set when it starts, and nothing may ask or call home. */
const SETTINGS = {
  // A scroll bar takes no width, as in the Chromium under test.
  'ui.useOverlayScrollbars': 1,
  'print.always_print_silent': true,
  'datareporting.policy.dataSubmissionEnabled': false,
  'app.update.disabledForTesting': true,
  'network.captive-portal-service.enabled': false,
};

/** The path of Firefox, or null where there is none. */
export function findFirefox() {
  const chosen = process.env.FIREFOX_PATH;
  if (chosen) {
    if (!existsSync(chosen)) throw new Error(`FIREFOX_PATH names ${chosen}, which does not exist.`);
    return chosen;
  }
  for (const name of INSTALLED[process.platform] ?? []) {
    const folders = name.includes('/') || name.includes('\\') ? [''] : (process.env.PATH ?? '').split(':');
    for (const folder of folders) if (existsSync(join(folder, name))) return join(folder, name);
  }
  return null;
}

/** What puppeteer needs to start Firefox (over WebDriver BiDi), `ownPages` to be let into about: pages. Throws with what to do. */
export function firefoxOptions({forcedColors = false, ownPages = false} = {}) {
  const executablePath = findFirefox();
  if (executablePath === null) {
    throw new Error(
      'No Firefox was found, and no package brings one: install it, or name it in FIREFOX_PATH.',
    );
  }
  return {
    browser: 'firefox',
    executablePath,
    headless: true,
    args: ownPages ? ['--remote-allow-system-access'] : [],
    // A page whose tests run as it loads counts as one long answer.
    protocolTimeout: 900_000,
    extraPrefsFirefox: {...SETTINGS, ...(forcedColors ? {'browser.display.document_color_use': 2} : {})},
  };
}
