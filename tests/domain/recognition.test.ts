import assert from 'node:assert/strict';
import {test} from 'node:test';
import {isCaseManagement, isServicesPlan} from '../../src/domain/find-index.ts';
import {suggestKind} from '../../src/domain/suggest-kind.ts';
import type {Concept} from '../../src/domain/text.ts';
import {record, type ShortRecord} from './records.ts';

const coded = (code: string, display: string | null = null, system: string | null = 'urn:x'): Concept => ({
  codings: [{system, code, display}],
  text: null,
});
const said = (text: string): Concept => ({codings: [], text});
const both = (...concepts: readonly Concept[]): Concept => ({
  codings: concepts.flatMap(({codings}) => codings),
  text: null,
});

const episodes: readonly [string, readonly Concept[], boolean][] = [
  ['the words in English', [said('Case management')], true],
  ['the words in French, in a display', [coded('1', 'Gestion de cas')], true],
  [
    'the words in the second of two displays',
    [both(coded('1', 'Other'), coded('2', 'Case management'))],
    true,
  ],
  ['the words in the second of two types', [said('Home care'), said('case management')], true],
  ['a configured code', [coded('cm')], true],
  ['a configured code beside another one', [both(coded('a'), coded('cm')), coded('b')], true],
  ['that code of another system', [coded('cm', null, 'urn:y')], false],
  ['a configured code without a system', [coded('plain', null, null)], true],
  ['other words', [said('Home care')], false],
  ['no type', [], false],
  ['a coding without a code', [{codings: [{system: 'urn:x', code: null, display: null}], text: null}], false],
];
for (const [name, types, expected] of episodes) {
  test(`case management: ${name}: ${expected ? 'yes' : 'no'}`, () => {
    assert.equal(isCaseManagement(types, ['urn:x|cm', '|plain']), expected);
  });
}

const plans: readonly [string, string | null, readonly Concept[], boolean][] = [
  ['Individualized services plan', 'Individualized services plan', [], true],
  ['Plan de services individualisé', 'Plan de services individualisé', [], true],
  ['ISP', 'ISP 2026', [], true],
  ['PSI', 'PSI', [], true],
  ['a word that only holds the letters', 'Crisping', [], false],
  ['another plan', 'Diabetes care plan', [], false],
  ['no title', null, [], false],
  ['a configured category without a title', null, [coded('isp')], true],
  ['a configured category under another title', 'My plan', [coded('isp')], true],
  ['another category', null, [coded('other')], false],
];
for (const [name, title, categories, expected] of plans) {
  test(`services plan: ${name}: ${expected ? 'yes' : 'no'}`, () => {
    assert.equal(isServicesPlan(title, categories, ['urn:x|isp']), expected);
  });
}

const CPT = 'http://www.ama-assn.org/go/cpt';
const cpt = (code: string): Partial<ShortRecord> => ({types: [{system: CPT, code}]});
const night = {start: '2026-03-01T22:00:00-05:00', end: '2026-03-02T06:00:00-05:00'};

const records: readonly [string, Partial<ShortRecord>, ReturnType<typeof suggestKind>][] = [
  ['SNOMED for an emergency visit', {types: ['4525004']}, 'ed-visit'],
  ['that code of another system', {types: [{system: 'urn:x', code: '4525004'}]}, null],
  ['a code in the second coding', {types: ['1', '32485007']}, 'stay'],
  ['CPT 99280', cpt('99280'), null],
  ['CPT 99281', cpt('99281'), 'ed-visit'],
  ['CPT 99285', cpt('99285'), 'ed-visit'],
  ['CPT 99286', cpt('99286'), null],
  ['CPT 99220', cpt('99220'), null],
  ['CPT 99221', cpt('99221'), 'stay'],
  ['CPT 99239', cpt('99239'), 'stay'],
  ['CPT 99240', cpt('99240'), null],
  ['CPT 99201', cpt('99201'), null],
  ['CPT 99202', cpt('99202'), 'ambulatory'],
  ['CPT 99215', cpt('99215'), 'ambulatory'],
  ['CPT 99216', cpt('99216'), null],
  ['a number of CPT in another system', {types: [{system: 'urn:x', code: '99283'}]}, null],
  ['CPT without a code', {types: [{system: CPT, display: 'Level 3'}]}, null],
  ['a discharge and a night', {...night, disposition: 'home'}, 'stay'],
  ['an admit source and a night', {...night, admit: 'emd'}, 'stay'],
  ['a night alone', night, null],
  ['a discharge on the same day', {...night, end: '2026-03-01T23:00:00-05:00', disposition: 'home'}, null],
  ['a discharge at the same date', {start: '2026-03-01', end: '2026-03-01', disposition: 'home'}, null],
  [
    'a discharge the day after, in another millennium',
    {start: '1999-12-31', end: '2000-01-01', disposition: 'home'},
    'stay',
  ],
  [
    'a discharge with a time on the day of a start without',
    {start: '2026-03-01', end: night.start, disposition: 'home'},
    null,
  ],
  ['a discharge without an end', {start: night.start, end: null, disposition: 'home'}, null],
  ['a discharge without a start', {start: null, end: night.end, disposition: 'home'}, null],
  ['words of the class', {class: {display: 'Emergency'}}, 'ed-visit'],
  ['words of the type in French', {types: [{text: 'Visite à l’urgence'}]}, 'ed-visit'],
  ['words of a display', {types: [{system: 'urn:x', code: '1', display: 'Hospitalisation'}]}, 'stay'],
  ['words for a clinic', {types: [{text: 'Clinique externe'}]}, 'ambulatory'],
  ['codes before words', {types: ['32485007', {text: 'Emergency'}]}, 'stay'],
  ['nothing that speaks', {types: [{text: 'Other'}]}, null],
];
for (const [name, more, expected] of records) {
  test(`a record with ${name} looks like ${expected ?? 'nothing'}`, () => {
    const short: ShortRecord = {id: 'a', class: null, start: '2026-03-01', ...more};
    assert.equal(suggestKind(record(short)), expected);
  });
}
