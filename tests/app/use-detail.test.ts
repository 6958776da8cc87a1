import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {useDetail} from '../../src/app/use-detail.ts';
import {edPatterns} from '../../src/app/use-patterns.ts';
import {proofText, proofView} from '../../src/app/proof-view.ts';
import type {EncounterRecord} from '../../src/domain/encounter-record.ts';
import {record, type ShortRecord} from '../domain/records.ts';
import {referenceUse, useOf, useOfShort} from './use-state.ts';

const {value} = referenceUse();
const at = (time: string, seconds = '00'): string => `2026-03-02T${time}:${seconds}-05:00`;
const detail = (key: string) => useDetail(value, key, null);

describe('one event on demand', () => {
  it('is nothing for a key of none', () => assert.equal(detail('stay x'), null));

  const linked = [
    ['ed-visit e04', ['stay e05'], 'an ED visit leads to the stay it ended in'],
    ['stay e05', ['ed-visit e04'], 'a stay leads to the visit it began with'],
    ['ed-visit e13/ed', ['stay e13'], 'the ED phase of a stay leads to the stay'],
    ['stay e13', ['ed-visit e13/ed'], 'and the stay to its phase'],
    ['ed-visit e03', [], 'a visit that ended at home leads nowhere'],
    ['stay e21', [], 'a stay without a visit before it leads nowhere'],
  ] as const;
  for (const [key, expected, name] of linked) {
    it(name, () =>
      assert.deepEqual(
        detail(key)?.linked.map((row) => row.key),
        expected,
      ),
    );
  }

  const near: readonly (readonly [string, ShortRecord, ShortRecord, boolean])[] = [
    ['a stay that starts with the visit', {start: at('10:00')}, {start: at('10:00')}, true],
    ['a stay 12 hours after its end', {start: at('06:00'), end: at('08:00')}, {start: at('20:00')}, true],
    ['a stay later than that', {start: at('06:00'), end: at('08:00')}, {start: at('20:00', '01')}, false],
    ['a stay before it', {start: at('10:00')}, {start: at('09:59')}, false],
    ['a stay of the same date', {start: '2026-03-02'}, {start: '2026-03-02'}, true],
    ['a stay of the next date', {start: '2026-03-02'}, {start: '2026-03-03'}, true],
    ['a stay two dates later', {start: '2026-03-02'}, {start: '2026-03-04'}, false],
    ['a stay of the date before', {start: '2026-03-02'}, {start: '2026-03-01'}, false],
    ['a timed stay on the date of an untimed visit', {start: '2026-03-02'}, {start: at('09:00')}, true],
    ['an untimed stay on the date of a timed visit', {start: at('09:00')}, {start: '2026-03-02'}, true],
    ['a visit whose end has no time', {start: at('09:00'), end: '2026-03-02'}, {start: '2026-03-03'}, true],
    ['a visit known by its month', {start: '2026-03'}, {start: '2026-03-02'}, false],
    ['a stay known by its month', {start: '2026-03-02'}, {start: '2026-03'}, false],
  ].map(([name, visit, stay, linked]) => [
    name as string,
    {id: 'v', ...(visit as object)},
    {id: 's', class: 'IMP', end: '2026-03-20', ...(stay as object)},
    linked as boolean,
  ]);
  for (const [name, visit, stay, linked] of near) {
    it(`${linked ? 'links' : 'does not link'} ${name}, in step with the flag of the proof`, () => {
      const use = useOfShort([visit, stay]);
      const [found] = useDetail(use, 'ed-visit v', null)?.linked ?? [];
      assert.equal(found?.key ?? null, linked ? 'stay s' : null);
      const row = useDetail(use, 'ed-visit v', null)?.row;
      assert.equal(row?.flags.includes('admitted'), linked);
      assert.equal(useDetail(use, 'stay s', null)?.linked.length, linked ? 1 : 0);
    });
  }

  it('leads to the first of two stays that may be meant', () => {
    const use = useOfShort([
      {id: 'v', start: at('06:00'), end: at('08:00')},
      {id: 's1', class: 'IMP', start: at('08:30'), end: at('09:00')},
      {id: 's2', class: 'IMP', start: at('17:00'), end: at('18:00')},
    ]);
    assert.deepEqual(
      useDetail(use, 'ed-visit v', null)?.linked.map(({key}) => key),
      ['stay s1'],
    );
  });

  it('says where the person was admitted from', () => {
    const use = useOfShort([
      {id: 's', class: 'IMP', start: at('08:00'), admit: {display: 'From another hospital', code: 'x'}},
    ]);
    const told = useDetail(use, 'stay s', null);
    assert.deepEqual([told?.admittedFrom, told?.admitCode], ['From another hospital', null]);
    const coded = useOfShort([
      {
        id: 's',
        class: 'IMP',
        start: at('08:00'),
        admit: {display: 'From another hospital', code: 'hosp-trans'},
      },
    ]);
    assert.equal(useDetail(coded, 'stay s', null)?.admitCode, 'hosp-trans');
  });

  it('names every record that it is made of, and the same visit recorded twice', () => {
    const sources = (key: string) => detail(key)?.sources.map(({resource, role}) => [resource, role]);
    assert.deepEqual(sources('ed-visit e16'), [
      ['Encounter/e16', 'own'],
      ['Encounter/e17', 'joined'],
    ]);
    assert.deepEqual(sources('ed-visit e09'), [
      ['Encounter/e09', 'own'],
      ['Encounter/e09b', 'same-visit'],
    ]);
  });

  it('marks a stay of an ambulatory care sensitive condition by its coded main diagnosis and the age', () => {
    const stay: EncounterRecord = {
      ...record({
        id: 's',
        class: 'IMP',
        start: '2026-05-10T07:15:00-04:00',
        end: '2026-05-13T11:00:00-04:00',
      }),
      diagnoses: [{system: 'http://hl7.org/fhir/sid/icd-10-ca', code: 'J44.1', main: true}],
    };
    const marked = (birthDate: string | null) =>
      useDetail(useOf([stay]), 'stay s', birthDate)?.sensitive?.group;
    assert.deepEqual(['1958-03-09', '1950-03-09', null].map(marked), ['copd', undefined, undefined]);
  });

  it('marks it by a Condition of the record too, once that has been read', () => {
    const stay: EncounterRecord = {
      ...record({id: 's', class: 'IMP', start: '2026-05-10T07:15:00-04:00'}),
      referred: [{conditionId: 'c1', main: true}],
    };
    const of = (codes: Parameters<typeof useDetail>[3]) =>
      useDetail(useOf([stay]), 'stay s', '1958-03-09', codes);
    assert.deepEqual(of({})?.conditionIds, ['c1']);
    assert.equal(of({})?.sensitive, null);
    const c1 = [{system: 'http://hl7.org/fhir/sid/icd-10-ca', code: 'J44.1'}];
    assert.equal(of({c1})?.sensitive?.group, 'copd');
  });
});

describe('patterns of the last 12 months', () => {
  it('hold the 11 visits of the reference patient', () => {
    const patterns = edPatterns(value);
    assert.deepEqual([patterns.n, patterns.timeUnknown], [11, 1]);
    assert.deepEqual(patterns.sites, [
      {name: 'A', n: 10},
      {name: 'B', n: 1},
    ]);
  });
});

describe('how this was counted', () => {
  const view = proofView(value.proof);

  it('lists 11 visits, e16 with 2 registrations, and 3 stays', () => {
    const [visits, stays] = view.counted;
    assert.deepEqual([visits?.events.length, stays?.events.length], [11, 3]);
    assert.equal(visits?.events.find(({id}) => id === 'e16')?.registrations, 2);
  });

  it('lists the four that are left out of the period with their reasons, and the planned one apart', () => {
    assert.deepEqual(
      view.excluded.map(({resource, reason}) => [resource, reason]),
      [
        ['Encounter/e12', 'scheduled'],
        ['Encounter/e10', 'cancelled'],
        ['Encounter/e09b', 'duplicate'],
        ['Encounter/e08', 'entered-in-error'],
      ],
    );
    assert.deepEqual(
      view.excludedElsewhere.map(({resource, reason}) => [resource, reason]),
      [['Encounter/e20', 'not-yet']],
    );
  });

  it('takes the first and the last day of the period, and no day beside them', () => {
    const days = ['2025-11-22', '2025-11-23', '2026-11-22'];
    const edge = proofView(
      useOfShort([
        ...days.map((start, n) => ({id: `v${n}`, start})),
        ...days.map((start, n) => ({id: `x${n}`, status: 'cancelled', start})),
        {id: 'x3', status: 'planned', start: '2026-11-23'},
        {id: 'x4', status: 'cancelled', start: '2025-11'},
        {id: 'x5', status: 'cancelled', start: '2025-10'},
      ]).proof,
    );
    assert.deepEqual(
      edge.counted[0]?.events.map(({id}) => id),
      ['v2', 'v1'],
    );
    assert.deepEqual(edge.excluded.map(({resource}) => resource).toSorted(), [
      'Encounter/x1',
      'Encounter/x2',
      'Encounter/x4',
    ]);
    assert.equal(edge.excludedElsewhere.length, 3);
  });

  it('names the rule of every exclusion', () => {
    for (const {rule} of view.excluded) assert.ok(view.rules.includes(rule), rule);
  });

  it('gives what other definitions would count', () => {
    assert.deepEqual(
      view.alternatives.map(([, n]) => n),
      [11, 12, 10, 12, 10, 9],
    );
  });

  it('is the same text for the same proof, and the proof again when read', () => {
    assert.equal(proofText(value.proof), proofText(referenceUse().value.proof));
    assert.deepEqual(JSON.parse(proofText(value.proof)), value.proof);
  });
});
