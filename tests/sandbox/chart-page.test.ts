import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {test} from 'node:test';
import fc from 'fast-check';
import {FAULT_KINDS} from '../../sandbox/faults.ts';
import {PERSONALITIES} from '../../sandbox/fhir/personalities.ts';
import {CLIENT_REQUIREMENTS} from '../../sandbox/smart/client-checks.ts';

type Words = Record<string, unknown>;

interface State {
  patient: string | null;
  other: string | null;
  lang: string;
  theme: string;
  width: number | 'full';
  personality: string | null;
  tab: string;
  open: boolean;
}

/** The page's own modules: plain JavaScript, whose types are said here. */
async function load<T>(name: string): Promise<T> {
  const module: unknown = await import(new URL(`../../sandbox/chart/${name}.js`, import.meta.url).href);
  return module as T;
}

const {en} = await load<{en: Words}>('words-en');
const {fr} = await load<{fr: Words}>('words-fr');
const {readState, writeState} = await load<{
  readState: (search: string, browserLanguage: string) => State;
  writeState: (state: State) => string;
}>('state');
const {ageOf} = await load<{ageOf: (birthDate: string, today: Date) => number | null}>('banner');

const shape = (words: Words): string[] =>
  Object.entries(words).flatMap(([name, value]) =>
    typeof value === 'object' && name !== 'requirementTexts'
      ? Object.keys(value as Words).map((key) => `${name}.${key}`)
      : [`${name}: ${typeof value}/${typeof value === 'function' ? value.length : 0}`],
  );

test('both languages of the chart have the same words', () => {
  assert.deepEqual(shape(fr).toSorted(), shape(en).toSorted());
});

test('both languages name every fault and record system, and French every requirement', () => {
  for (const words of [en, fr]) {
    assert.deepEqual(Object.keys(words.kinds as Words).toSorted(), [...FAULT_KINDS].toSorted());
    assert.deepEqual(
      Object.keys(words.personality as Words).toSorted(),
      PERSONALITIES.map(({name}) => name).toSorted(),
    );
  }
  assert.deepEqual(Object.keys(fr.requirementTexts as Words), Object.keys(CLIENT_REQUIREMENTS));
});

test('French puts a space that does not break before its double punctuation', () => {
  const source = readFileSync(new URL('../../sandbox/chart/words-fr.js', import.meta.url), 'utf8');
  const texts = [...source.matchAll(/'((?:[^'\\]|\\.)*)'|`([^`]*)`/g)].map(([, plain, built]) =>
    (plain ?? built ?? '').replace(/\$\{[^}]*\}/g, '0'),
  );
  for (const text of texts) assert.doesNotMatch(text, /(?<!\\u00a0)[:;!?](?:\s|$)|« | »/, text);
});

test('every word that the pages name exists', () => {
  for (const page of ['index', 'checks']) {
    const html = readFileSync(new URL(`../../sandbox/chart/${page}.html`, import.meta.url), 'utf8');
    for (const [, word = ''] of html.matchAll(/data-(?:word|label)="([^"]+)"/g)) {
      assert.equal(typeof en[word], 'string', word);
    }
  }
});

test('the address holds the whole state of the chart', () => {
  const name = fc.stringMatching(/^[a-z0-9-]{1,12}$/);
  const state = fc.record(
    {
      patient: name,
      other: fc.option(name),
      lang: fc.constantFrom('en-CA', 'fr-CA'),
      theme: fc.constantFrom('light', 'dark', 'auto'),
      width: fc.oneof(fc.integer({min: 210, max: 1400}), fc.constant('full' as const)),
      personality: fc.option(fc.constantFrom('open', 'readonly')),
      tab: fc.constantFrom('summary', 'launch', 'faults', 'requests'),
      open: fc.boolean(),
    },
    {noNullPrototype: true},
  );
  fc.assert(
    fc.property(state, (one) => {
      assert.deepEqual(readState(new URL(writeState(one), 'http://localhost').search, 'en'), one);
    }),
  );
});

const ODD: readonly (readonly [search: string, expected: Partial<State>])[] = [
  ['', {patient: null, other: null, lang: 'fr-CA', theme: 'auto', width: 420, open: false}],
  ['?lang=de&theme=pink', {lang: 'fr-CA', theme: 'auto'}],
  ['?width=5', {width: 210}],
  ['?width=99999', {width: 1400}],
  ['?width=wide', {width: 420}],
  ['?autolaunch=0', {open: false}],
];

for (const [search, expected] of ODD) {
  test(`an address that says "${search}" opens with defaults where it says nothing of use`, () => {
    const state = readState(search, 'fr-FR');
    assert.deepEqual({...state, ...expected}, state);
  });
}

const AGES: readonly (readonly [birthDate: string, age: number | null])[] = [
  ['1958-11-25', 68],
  ['1958-11-26', 67],
  ['1958-12-01', 67],
  ['1958-01-31', 68],
  ['2026-11-25', 0],
  ['1950', null],
  ['1944-06', null],
  ['', null],
];

for (const [birthDate, age] of AGES) {
  test(`somebody born on "${birthDate}" is ${age ?? 'of no known age'} on 2026-11-25`, () => {
    assert.equal(ageOf(birthDate, new Date(2026, 10, 25)), age);
  });
}
