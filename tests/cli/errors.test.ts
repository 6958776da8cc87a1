import assert from 'node:assert/strict';
import {test} from 'node:test';
import {bundleOf, file, run, spawn, visit} from './run.ts';

const good = bundleOf([visit('a', '2026-03-01')]);
const asOf = ['--as-of', '2026-11-22'];

const wrong: [string, readonly string[], Record<string, unknown>, string][] = [
  ['an unknown command', ['cuont', 'in'], {}, 'unknown command cuont; there is count'],
  ['no file', ['count', ...asOf], {}, 'name a file to count, or a dash for standard input'],
  ['two files', ['count', 'in', 'too', ...asOf], {in: good}, 'name one file'],
  ['a missing file', ['count', 'none', ...asOf], {}, 'none cannot be read'],
  ['no as-of', ['count', 'in'], {in: good}, '--as-of YYYY-MM-DD is needed'],
  [
    'a wrong date',
    ['count', 'in', '--as-of', '2026-02-30'],
    {in: good},
    '--as-of 2026-02-30 is not a date (YYYY-MM-DD)',
  ],
  [
    'a month',
    ['count', 'in', '--as-of', '2026-02'],
    {in: good},
    '--as-of 2026-02 is not a date (YYYY-MM-DD)',
  ],
  [
    'a time',
    ['count', 'in', '--as-of', '2026-02-01T10:00:00Z'],
    {in: good},
    '--as-of 2026-02-01T10:00:00Z is not a date (YYYY-MM-DD)',
  ],
  [
    'a wrong index',
    ['count', 'in', ...asOf, '--index', 'x'],
    {in: good},
    '--index x is not a date (YYYY-MM-DD)',
  ],
  [
    'an index after as-of',
    ['count', 'in', ...asOf, '--index', '2026-11-23'],
    {in: good},
    '--index is after --as-of',
  ],
  [
    'an unknown zone',
    ['count', 'in', ...asOf, '--zone', 'Mars'],
    {in: good},
    '--zone Mars is not a time zone',
  ],
  [
    'an unknown language',
    ['count', 'in', ...asOf, '--lang', 'de'],
    {in: good},
    '--lang de: there are en and fr',
  ],
  ['an unknown option', ['count', 'in', ...asOf, '--fast'], {in: good}, 'unknown option --fast'],
  ['a short option', ['count', 'in', ...asOf, '-z'], {in: good}, 'unknown option -z'],
  ['a flag with a value', ['count', 'in', ...asOf, '--csv=yes'], {in: good}, 'unknown option --csv'],
  ['a value that is missing', ['count', 'in', '--as-of'], {in: good}, '--as-of needs a value'],
  ['a value that is forgotten', ['count', 'in', '--index', ...asOf], {in: good}, '--index needs a value'],
  ['an empty value', ['count', 'in', '--as-of='], {in: good}, '--as-of needs a value'],
  ['an option twice', ['count', 'in', ...asOf, ...asOf], {in: good}, '--as-of is given twice'],
  [
    'CSV and explanation',
    ['count', 'in', ...asOf, '--csv', '--explain', 'a'],
    {in: good},
    'give --csv or --explain, not both',
  ],
  ['no JSON', ['count', 'in', ...asOf], {in: '<html>\n</html>'}, 'in is not JSON'],
  ['an empty file', ['count', 'in', ...asOf], {in: ''}, 'in is not JSON'],
  [
    'a line that is cut',
    ['count', 'in', ...asOf],
    {in: '{"resourceType":"Patient"}\n\n{"resourceTy'},
    'in is not JSON (line 3)',
  ],
  [
    'a Bundle that is cut',
    ['count', 'in', ...asOf],
    {in: JSON.stringify(good, null, 2).slice(0, 60)},
    'in is not JSON',
  ],
  [
    'JSON that is no resource',
    ['count', 'in', ...asOf],
    {in: {entry: []}},
    'in is no Bundle, array or lines of FHIR resources',
  ],
  ['a number', ['count', 'in', ...asOf], {in: '5'}, 'in is no Bundle, array or lines of FHIR resources'],
  ['a missing site file', ['count', 'in', ...asOf, '--config', 'none'], {in: good}, 'none cannot be read'],
  [
    'a site file that is no JSON',
    ['count', 'in', ...asOf, '--config', 's'],
    {in: good, s: '{'},
    's is not JSON',
  ],
  [
    'a site file that is a list',
    ['count', 'in', ...asOf, '--config', 's'],
    {in: good, s: '[]'},
    's is not a site file',
  ],
  ['an unknown patient', ['count', 'in', ...asOf, '--patient', 'q'], {in: good}, 'in holds no patient q'],
  ['an unknown record', ['count', 'in', ...asOf, '--explain', 'q'], {in: good}, 'in holds no record q'],
];

for (const [name, words, files, line] of wrong) {
  test(`${name} is one line and exit code 2`, async () => {
    assert.deepEqual(await run(words, files), {code: 2, out: '', err: `isp-panel: ${line}\n`});
  });
}

test('in French too', async () => {
  const {err} = await run(['count', 'in', '--as-of', 'demain', '--lang', 'fr'], {in: good});
  assert.equal(err, 'isp-panel: --as-of demain n’est pas une date (AAAA-MM-JJ)\n');
  const two = [visit('a', '2026-03-01'), visit('b', '2026-03-01', {subject: {reference: 'Patient/p2'}})];
  const several = await run(['count', 'in', ...asOf, '--lang=fr-CA'], {in: two});
  assert.equal(
    several.err,
    'isp-panel: in contient plusieurs personnes (p1, p2); dites de qui avec --patient ID\n',
  );
});

test('a name over two lines stays one line', async () => {
  assert.equal((await run(['count', 'a\nb', ...asOf])).err, 'isp-panel: a b cannot be read\n');
});

test('help is said in both languages', async () => {
  for (const words of [[], ['--help'], ['count', '-h']]) {
    const {code, out} = await run(words);
    assert.equal(code, 0);
    assert.match(out, /^isp-panel count BUNDLE --as-of/);
  }
  assert.match((await run(['count', '--help', '--lang', 'fr'])).out, /^isp-panel count FICHIER/);
});

test('the real command ends with 2 and prints nothing but the line', () => {
  assert.deepEqual(spawn(['count', '/nowhere/x.json', ...asOf]), {
    code: 2,
    out: '',
    err: 'isp-panel: /nowhere/x.json cannot be read\n',
  });
  const folder = file('in.json', good).replace('/in.json', '');
  assert.equal(spawn(['count', folder, ...asOf]).code, 2);
  assert.equal(spawn(['count', '-', ...asOf], 'no').err, 'isp-panel: - is not JSON\n');
});
