// Element tests in Chromium, Firefox or WebKit. `npm test -- --group elements` starts them; see scripts/test.mjs.
import {fileURLToPath} from 'node:url';
import {esbuildPlugin} from '@web/dev-server-esbuild';
import {defaultReporter} from '@web/test-runner';
import {chromeLauncher} from '@web/test-runner-chrome';
import puppeteer from 'puppeteer-core';
import {BROWSER, launchOptions} from '../scripts/browser.mjs';
import {launchWebKit} from '../scripts/webkit-browser.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));

/** `forced-colors` sets the media feature in the page under test: only the DevTools protocol can (not puppeteer). */
const forcedColors = {
  name: 'forced-colors',
  async executeCommand({command, payload, session}) {
    if (command !== 'forced-colors') return undefined;
    const client = await session.browser.getPage(session.id).createCDPSession();
    await client.send('Emulation.setEmulatedMedia', {
      features: [{name: 'forced-colors', value: payload}],
    });
    return true;
  },
};

/** How the browser is started. In WebKit no page is waited for: the tests run, and press keys, while it loads. */
const starts =
  BROWSER === 'webkit'
    ? {puppeteer: {launch: () => launchWebKit({loads: 'none'})}, launchOptions: {browser: 'WebKit'}}
    : {puppeteer, launchOptions: await launchOptions()};

/** A page whose tests may take their time: Firefox counts them as part of its loading. */
async function createPage({context}) {
  const page = await context.newPage();
  page.setDefaultNavigationTimeout(900_000);
  return page;
}

/** A browser of its own. */
export const newBrowser = () => chromeLauncher({...starts, createPage});

export default {
  rootDir: root,
  files: [`${root}tests/elements/**/*.test.ts`],
  nodeResolve: true,
  // One page of a browser at a time: focus and the size of the window belong to a page that is in front.
  concurrency: 1,
  browsers: [newBrowser()],
  plugins: [
    esbuildPlugin({
      ts: true,
      target: 'es2022',
      tsconfig: fileURLToPath(new URL('../tsconfig.json', import.meta.url)),
    }),
    forcedColors,
  ],
  // Its development mode is wanted here: it tells of updates that cause updates.
  filterBrowserLogs: ({args}) => !String(args[0]).startsWith('Lit is in dev mode'),
  testFramework: {config: {ui: 'bdd', timeout: '20000'}},
  testsFinishTimeout: 300_000,
  reporters: [defaultReporter({reportTestResults: true, reportTestProgress: false})],
  // A failed start of the browser is told at once instead of after two minutes.
  browserStartTimeout: 60_000,
};
