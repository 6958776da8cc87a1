// Finds a Chromium-family browser: CHROME_PATH; on Linux x64 a packaged one, without the interface that nobody sees, in
// which the tests take two thirds of the time; an installed one. What is measured is measured in an installed one, as
// people have it.
import {spawnSync} from 'node:child_process';
import {existsSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath, pathToFileURL} from 'node:url';
import {firefoxOptions} from './firefox.mjs';
import {install} from './setup.mjs';

const BROWSER_FOLDER = fileURLToPath(new URL('./browser/', import.meta.url));

/** Start flags that keep a test browser quiet on the network; as root Chromium needs to run without its sandbox. */
export const BROWSER_FLAGS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

const INSTALLED = {
  linux: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
};

/** The browser that the tests run in: Chromium, or another where ISP_BROWSER says so. */
export const BROWSER = ['firefox', 'webkit'].find((name) => name === process.env.ISP_BROWSER) ?? 'chromium';

/** Starts it, behind the interface of puppeteer. `choice` is for what only the start of Firefox can set. */
export async function startBrowser(choice = {}) {
  if (BROWSER === 'webkit') return await (await import('./webkit-browser.mjs')).launchWebKit();
  const {default: puppeteer} = await import('puppeteer-core');
  return await puppeteer.launch(await launchOptions(choice));
}

/** What puppeteer needs to start Chromium or Firefox. */
export async function launchOptions(choice = {}) {
  if (BROWSER === 'firefox') return firefoxOptions(choice);
  return {executablePath: await findBrowser(), args: BROWSER_FLAGS, headless: true};
}

/** The path of a browser that starts, the packaged or the installed one first. Throws with what to do. */
export async function findBrowser(first = 'packaged') {
  const chosen = process.env.CHROME_PATH;
  if (chosen) {
    if (!existsSync(chosen)) throw new Error(`CHROME_PATH names ${chosen}, which does not exist.`);
    return chosen;
  }
  const found = installedBrowser();
  if (first === 'installed' && found !== null) return found;
  if (process.platform === 'linux' && process.arch === 'x64') {
    try {
      return await (packaged ??= packagedBrowser());
    } catch (error) {
      if (found === null) throw error;
      process.stderr.write(`${error.message}\nThe tests run in ${found}.\n`);
    }
  }
  if (found !== null) return found;
  throw new Error('No browser was found. Install Chrome, Chromium or Edge, or name one in CHROME_PATH.');
}

function installedBrowser() {
  for (const name of INSTALLED[process.platform] ?? []) {
    if (name.includes('/') || name.includes('\\')) {
      if (existsSync(name)) return name;
      continue;
    }
    for (const folder of (process.env.PATH ?? '').split(':')) {
      if (existsSync(join(folder, name))) return join(folder, name);
    }
  }
  return null;
}

/** Unpacked once: afterwards the temporary folder is its own. */
let packaged = null;

async function packagedBrowser() {
  install(BROWSER_FOLDER, 'a browser', (...lines) => {
    throw new Error(lines.filter(Boolean).join('\n'));
  });
  // It unpacks into the temporary folder and reuses what lies there: one folder per version.
  const require = createRequire(`${BROWSER_FOLDER}package.json`);
  const {version} = JSON.parse(
    readFileSync(`${BROWSER_FOLDER}node_modules/@sparticuz/chromium/package.json`, 'utf8'),
  );
  const target = join(tmpdir(), `isp-panel-chromium-${version}`);
  mkdirSync(target, {recursive: true});
  const before = {...process.env};
  process.env.TMPDIR = target;
  // Makes it unpack the system libraries that a bare machine lacks.
  process.env.VERCEL = '1';
  const {default: chromium} = await import(pathToFileURL(require.resolve('@sparticuz/chromium')).href);
  const path = await chromium.executablePath();
  const starts = () => spawnSync(path, ['--version', ...BROWSER_FLAGS], {encoding: 'utf8'});
  // Where the machine has those libraries its own ones are used: mixed with the unpacked ones the browser dies now and then.
  const unpacked = process.env.LD_LIBRARY_PATH;
  restore('LD_LIBRARY_PATH', before.LD_LIBRARY_PATH);
  if (starts().status !== 0 && unpacked !== undefined) process.env.LD_LIBRARY_PATH = unpacked;
  // Its own list of fonts looks in a folder that is not this one, and without any font a form control ends the browser.
  process.env.FONTCONFIG_PATH = target;
  writeFileSync(
    join(target, 'fonts.conf'),
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
<include ignore_missing="yes">/etc/fonts/fonts.conf</include>
<dir>${target}/fonts</dir><cachedir>${target}/fonts-cache</cachedir></fontconfig>\n`,
  );
  const test = starts();
  if (test.status !== 0) {
    // Another browser starts as it would have.
    for (const name of ['TMPDIR', 'VERCEL', 'FONTCONFIG_PATH', 'LD_LIBRARY_PATH'])
      restore(name, before[name]);
    throw new Error(
      `The packaged browser does not start here (${(test.stderr ?? '').split('\n')[0]}). Install Chromium or set CHROME_PATH.`,
    );
  }
  return path;
}

function restore(name, value) {
  if (value === undefined) delete process.env[name];
  else process.env[name] = value;
}
