// `npm run check:conformance`: runs the tests that carry the number of a statement of docs/conformance.md in their name
// ("(conformance 7)") and fails when a statement has none that passes, or when the page names other ones. `-- --write`
// writes what it found into the page. A statement marked "not yet" is named and fails nothing, unless a test proves it.
import {spawnSync} from 'node:child_process';
import {globSync, mkdtempSync, readFileSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {parseArgs} from 'node:util';
import {format} from 'prettier';
import {ROOT} from './steps.mjs';

const PAGE = `${ROOT}docs/conformance.md`;
/** Names that stand on the page for one statement. */
const MOST = 3;
const TAG = /\(conformance ([\d, ]+)\)$/u;
const {values} = parseArgs({options: {write: {type: 'boolean', default: false}}});

const files = globSync('{tests/**/*.test.ts,fixtures/cases/*.json}', {cwd: ROOT}).filter((file) =>
  readFileSync(ROOT + file, 'utf8').includes('(conformance '),
);
const tests = new Set(
  files.map((file) => (file.endsWith('.json') ? 'tests/domain/cases.test.ts' : file.replaceAll('\\', '/'))),
);
const {passed, failed} = runTagged([...tests]);
const source = readFileSync(PAGE, 'utf8');
const at = source.indexOf('## Statements');
const items = [...source.slice(at).matchAll(/^(\d+)\. +(.*)\n((?: +- .*\n)*)/gmu)];
const lacks = [];
const waits = [];
const lines = items.map(([, number, statement, below]) => {
  const names = [...(passed.get(Number(number)) ?? [])].sort((a, b) => a.localeCompare(b, 'en'));
  const waiting = /- (not yet.*)/u.exec(below)?.[1];
  if (names.length === 0) (waiting ? waits : lacks).push(`${number}. ${statement}`);
  const shown = names.length > MOST ? [...names.slice(0, MOST), `and ${names.length - MOST} more`] : names;
  const proof = names.length > 0 ? shown : waiting ? [waiting] : [];
  return `${number}. ${statement}\n${proof.map((name) => `    - ${escape(name)}\n`).join('')}`;
});
let page = `${source.slice(0, at)}## Statements\n\n${lines.join('')}`;
page = await format(page, {parser: 'markdown', singleQuote: true, bracketSpacing: false, printWidth: 110});
const isCurrent = page === source;
if (!isCurrent && values.write) writeFileSync(PAGE, page);

const say = (text) => process.stdout.write(`${text}\n`);
for (const name of failed) say(`✖ ${name}`);
for (const one of lacks) say(`✖ no passing test: ${one}`);
for (const one of waits) say(`· not yet: ${one}`);
if (!isCurrent)
  say(
    values.write
      ? 'docs/conformance.md has been written anew'
      : '✖ docs/conformance.md names other tests: run with -- --write',
  );
const isWhole = items.length === 72;
if (!isWhole) say(`✖ the page has ${items.length} statements instead of 72`);
say(`${items.length - lacks.length - waits.length} of ${items.length} statements are proven`);
process.exit(failed.length + lacks.length > 0 || !isWhole || (!isCurrent && !values.write) ? 1 : 0);

/** A name as Markdown shows it to the letter. */
function escape(name) {
  return name.replace(/[\\`*<>[\]]/gu, '\\$&');
}

/** Names of the tagged tests that passed, by statement, and of those that did not. */
function runTagged(paths) {
  const out = join(mkdtempSync(join(tmpdir(), 'isp-conformance-')), 'results.ndjson');
  spawnSync(
    process.execPath,
    ['--test', '--test-reporter=./scripts/name-reporter.mjs', `--test-reporter-destination=${out}`, ...paths],
    {cwd: ROOT, stdio: ['ignore', 'inherit', 'inherit']},
  );
  const results = readFileSync(out, 'utf8')
    .trim()
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
  const passed = new Map();
  for (const {name, ok} of results) {
    const numbers = TAG.exec(name)?.[1]?.split(',').map(Number) ?? [];
    for (const number of ok ? numbers : []) {
      if (!passed.has(number)) passed.set(number, new Set());
      passed.get(number).add(name.replace(TAG, '').trim());
    }
  }
  return {passed, failed: results.filter(({name, ok}) => !ok && TAG.test(name)).map(({name}) => name)};
}
