// `npm test`: all suites, or some: `npm test -- --group domain --group elements`. Ends with one line of totals.
// `--browser firefox` runs what needs a browser in Firefox instead of Chromium; so does `--browser webkit`; given
// more than once, in one after the other.
// `--coverage` also holds the branch coverage of the domain and fhir rings to 95 %.
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {existsSync, globSync, mkdtempSync, readFileSync, rmSync, statSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {basename, join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {parseArgs} from 'node:util';
import {findBrowser} from './browser.mjs';
import {findFirefox} from './firefox.mjs';
import {whyNoWebKit} from './webkit.mjs';
import {buildApp} from './build-app.mjs';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const {values} = parseArgs({
  options: {
    group: {type: 'string', multiple: true},
    browser: {type: 'string', multiple: true, default: ['chromium']},
    coverage: {type: 'boolean', default: false},
  },
});
/** Journeys that cannot be made in WebKit, with the reason that is printed. */
const NOT_IN_WEBKIT = {
  'hostile-record': 'its driver does not tell what a page asks for',
  layout: 'its window is not narrower than 240 px; the elements are tried in the widths that it has',
  'missing-code': 'its driver cannot keep an answer from a page',
  plan: 'a day is typed into WebKitGTK as one text, in Safari as in the others',
  'sign-in-window': 'its driver does not tell of windows that a page opens',
  'static-pages': 'its driver does not tell what a page asks for',
  'take-away': 'its driver does not print',
  'team-layout': 'its driver does not tell when the network is at rest',
  'two-windows': 'its driver does not look for words through shadow roots',
};
const BROWSER_GROUPS = ['elements', 'journeys', 'examples'];
/** Each of their files starts servers, and clears them before each of its tests: it has a process of its own. */
const SERVER_GROUPS = ['hosts', 'sandbox', 'servers'];
const COVERAGE = [
  '--experimental-test-coverage',
  '--test-coverage-include=src/domain/**',
  '--test-coverage-include=src/fhir/**',
  '--test-coverage-branches=95',
];
const groups = values.group ?? groupsOf('tests');
/** @type {{passed: number, failed: number, skipped: number, reasons: string[]}} */
const totals = {passed: 0, failed: 0, skipped: 0, reasons: []};

const inServers = groups.filter((group) => SERVER_GROUPS.includes(group));
const inProcess = groups.filter((group) => ![...BROWSER_GROUPS, ...SERVER_GROUPS].includes(group));
if (inServers.length + inProcess.length > 0) {
  say(`${[...inProcess, ...inServers].join(', ')} (Node)`);
  const [shared, apart] = await Promise.all([
    // One process for all: to start one, and to load the code into it, takes longer than most files run.
    runNode(filesOf(inProcess), ['--test-isolation=none', ...(values.coverage ? COVERAGE : [])]),
    runNode(filesOf(inServers), ['--test-concurrency=1']),
  ]);
  add(shared);
  add(apart);
}
if (groups.some((group) => BROWSER_GROUPS.includes(group))) {
  for (const browser of values.browser) await inBrowser(browser);
}

for (const reason of totals.reasons) process.stdout.write(`skipped: ${reason}\n`);
const skipped = totals.skipped > 0 ? `, ${totals.skipped} skipped` : '';
process.stdout.write(`\n${totals.passed} passed, ${totals.failed} failed${skipped}\n`);
process.exit(totals.failed > 0 || totals.passed === 0 ? 1 : 0);

/** The suites that need a browser, in this one. */
async function inBrowser(browser) {
  if (browser === 'chromium') process.env.CHROME_PATH = await findBrowser();
  else {
    const why = {firefox: whyNoFirefox, webkit: whyNoWebKit}[browser];
    if (!why) throw new Error(`"${browser}" is not a browser: chromium, firefox, webkit.`);
    const reason = why();
    if (reason !== null) return add({passed: 0, failed: 0, skipped: 1, reasons: [reason]});
  }
  process.env.ISP_BROWSER = browser;
  if (groups.includes('elements')) {
    say(`elements (${browser})`);
    add(await runElements());
  }
  if (groups.includes('journeys')) {
    say(`journeys: real launches in the sandbox (${browser})`);
    await buildApp();
    add(await runNode(browser === 'webkit' ? journeysInWebKit() : filesOf(['journeys'])));
  }
  if (groups.includes('examples')) {
    say(`examples: the package as it is published, in pages of vendors (${browser})`);
    add(await runNode(filesOf(['examples'])));
  }
}

/** How much runs beside each other: two browsers even on two cores; of the other engines, which are slower, one. */
function lanes() {
  return process.env.ISP_BROWSER === 'chromium' ? 2 : 1;
}

function journeysInWebKit() {
  const left = Object.entries(NOT_IN_WEBKIT);
  const reasons = left.map(([name, why]) => `WebKit: the journey ${name}: ${why}`);
  add({passed: 0, failed: 0, skipped: left.length, reasons});
  return globSync('tests/journeys/**/*.test.ts').filter(
    (file) => !(basename(file, '.test.ts') in NOT_IN_WEBKIT),
  );
}

function whyNoFirefox() {
  if (findFirefox() !== null) return null;
  return 'Firefox: none is installed, and no package brings one (FIREFOX_PATH may name one)';
}

function groupsOf(folder) {
  const names = globSync(`${folder}/*/**/*.test.ts`).map((path) => path.split(/[\\/]/)[1]);
  return [...new Set(names)].sort();
}

function filesOf(names) {
  return names.map((name) => `tests/${name}/**/*.test.ts`);
}

async function runNode(patterns, options = []) {
  if (patterns.length === 0) return {passed: 0, failed: 0, skipped: 0, reasons: []};
  const folder = mkdtempSync(join(tmpdir(), 'isp-totals-'));
  const file = join(folder, 'totals.json');
  const child = spawn(
    process.execPath,
    [
      '--test',
      '--test-reporter=./scripts/test-reporter.mjs',
      '--test-reporter-destination=stdout',
      ...options,
      ...patterns,
    ],
    {stdio: 'inherit', env: {...process.env, ISP_TOTALS: file}},
  );
  const [status] = await once(child, 'exit');
  const result = existsSync(file)
    ? JSON.parse(readFileSync(file, 'utf8'))
    : {passed: 0, failed: 1, skipped: 0, reasons: []};
  rmSync(folder, {recursive: true});
  // A crash or a coverage below the gate counts as a failure even when no single test failed.
  if (status !== 0 && result.failed === 0) result.failed = 1;
  return result;
}

async function runElements() {
  const {startTestRunner} = await import('@web/test-runner');
  // Read anew for each browser.
  const {default: all, newBrowser} = await import(
    `../tests/web-test-runner.config.js?${process.env.ISP_BROWSER}`
  );
  const {files, ...config} = all;
  const runner = await startTestRunner({
    autoExitProcess: false,
    readCliArgs: false,
    config: {
      ...config,
      groups: dealt(globSync(files), lanes()).map((part, at) => ({
        name: `part ${at + 1}`,
        files: part,
        browsers: [newBrowser()],
      })),
    },
  });
  await new Promise((resolve) => runner.on('stopped', resolve));
  const result = {passed: 0, failed: 0, skipped: 0, reasons: []};
  for (const session of runner.sessions.all()) {
    if (session.errors.length > 0) result.failed += 1;
    count(session.testResults, result);
  }
  return result;
}

/** Deals files out, the largest first, so that the parts take about as long. */
function dealt(files, parts) {
  const sorted = files.map((file) => [statSync(file).size, file]).sort(([a], [b]) => b - a);
  const dealtOut = Array.from({length: parts}, () => []);
  // There and back again: the first of two does not get the larger one every time.
  for (const [at, [, file]] of sorted.entries()) {
    const place = at % (2 * parts);
    dealtOut[place < parts ? place : 2 * parts - 1 - place].push(file);
  }
  return dealtOut;
}

function count(suite, result) {
  if (!suite) return;
  for (const test of suite.tests) {
    if (test.skipped) {
      result.skipped += 1;
      result.reasons.push(test.name);
    } else if (test.passed) result.passed += 1;
    else result.failed += 1;
  }
  for (const child of suite.suites) count(child, result);
}

function add(result) {
  totals.passed += result.passed;
  totals.failed += result.failed;
  totals.skipped += result.skipped;
  totals.reasons.push(...result.reasons);
}

function say(what) {
  process.stdout.write(`\n── ${what}\n`);
}
