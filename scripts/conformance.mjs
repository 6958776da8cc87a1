// `npm run check:conformance`: runs the tests that carry in their name the number of a statement of docs/conformance.md
// ("(conformance 7)") or of a threat of docs/threats.md ("(T7)"), and fails when a statement has none that passes, or when
// a page names other ones. `-- --write` writes what it found into the pages. A line "cannot occur: …" stands for a test.
import {spawnSync} from 'node:child_process';
import {globSync, mkdtempSync, readFileSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {parseArgs} from 'node:util';
import {format} from 'prettier';
import {findBrowser} from './browser.mjs';
import {buildApp} from './build-app.mjs';
import {ROOT} from './steps.mjs';

const PAGES = [
  {file: 'docs/conformance.md', heading: '## Statements', tag: /\(conformance ([\d, ]+)\)/u, count: 72},
  {file: 'docs/threats.md', heading: '## Threats', tag: /\((T\d+(?:, T\d+)*)\)/u, count: 28},
];
/** Names that stand on the page for one statement. */
const MOST = 3;
const TAGS = /(?: \((?:conformance [\d, ]+|T\d+(?:, T\d+)*)\))+$/u;
const {values} = parseArgs({options: {write: {type: 'boolean', default: false}}});
const say = (text) => process.stdout.write(`${text}\n`);

const files = globSync('{tests/**/*.test.ts,fixtures/cases/*.json}', {cwd: ROOT}).filter((file) =>
  /\((?:conformance \d|T\d)/u.test(readFileSync(ROOT + file, 'utf8')),
);
const tests = new Set(
  files.map((file) => (file.endsWith('.json') ? 'tests/domain/cases.test.ts' : file.replaceAll('\\', '/'))),
);
if ([...tests].some((file) => file.startsWith('tests/journeys/'))) {
  process.env.CHROME_PATH = await findBrowser();
  await buildApp();
}
const results = runTests([...tests]);
const tagged = results.filter(({name}) => TAGS.test(name));
for (const {name, ok} of tagged) if (!ok) say(`✖ ${name}`);
const held = [];
for (const page of PAGES) held.push(await checkPage(page));
process.exit(tagged.some(({ok}) => !ok) || held.includes(false) ? 1 : 0);

/** Compares a page with what was run, and says what it lacks; true when nothing does. */
async function checkPage({file, heading, tag, count}) {
  const passed = provedBy(tag);
  const source = readFileSync(ROOT + file, 'utf8');
  const at = source.indexOf(heading);
  const items = [...source.slice(at).matchAll(/^(\d+)\. +(.*)\n((?: +- .*\n)*)/gmu)];
  const lacks = [];
  const lines = items.map(([, number, statement, below]) => {
    const names = [...(passed.get(Number(number)) ?? [])].sort((a, b) => a.localeCompare(b, 'en'));
    const never = /- (cannot occur: .*)/u.exec(below)?.[1];
    if (names.length === 0 && !never) lacks.push(`${number}. ${statement}`);
    const shown = names.length > MOST ? [...names.slice(0, MOST), `and ${names.length - MOST} more`] : names;
    const proof = [...(never ? [never] : []), ...shown.map(escape)];
    return `${number}. ${statement}\n${proof.map((line) => `    - ${line}\n`).join('')}`;
  });
  const page = await format(`${source.slice(0, at)}${heading}\n\n${lines.join('')}`, {
    parser: 'markdown',
    singleQuote: true,
    bracketSpacing: false,
    printWidth: 110,
  });
  const isCurrent = page === source;
  if (!isCurrent && values.write) writeFileSync(ROOT + file, page);
  for (const one of lacks) say(`✖ ${file}: no passing test: ${one}`);
  if (!isCurrent)
    say(values.write ? `${file} has been written anew` : `✖ ${file} names other tests: run with -- --write`);
  if (items.length !== count) say(`✖ ${file} has ${items.length} statements instead of ${count}`);
  say(`${file}: ${items.length - lacks.length} of ${items.length} are proven`);
  return lacks.length === 0 && items.length === count && (isCurrent || values.write);
}

/** Names of the tests that passed, by the numbers that their tag holds. */
function provedBy(tag) {
  const passed = new Map();
  for (const {name, ok} of tagged) {
    const numbers = tag.exec(name)?.[1]?.match(/\d+/gu)?.map(Number) ?? [];
    for (const number of ok ? numbers : []) {
      if (!passed.has(number)) passed.set(number, new Set());
      passed.get(number).add(name.replace(TAGS, '').trim());
    }
  }
  return passed;
}

/** A name as Markdown shows it to the letter. */
function escape(name) {
  return name.replace(/[\\`*<>[\]]/gu, '\\$&');
}

/** Name and outcome of every test in these files. */
function runTests(paths) {
  const out = join(mkdtempSync(join(tmpdir(), 'isp-conformance-')), 'results.ndjson');
  spawnSync(
    process.execPath,
    ['--test', '--test-reporter=./scripts/name-reporter.mjs', `--test-reporter-destination=${out}`, ...paths],
    {cwd: ROOT, stdio: ['ignore', 'inherit', 'inherit']},
  );
  return readFileSync(out, 'utf8')
    .trim()
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}
