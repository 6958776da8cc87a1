import assert from 'node:assert/strict';
import {describe, test} from 'node:test';
import type {JsonObject} from '../../src/fhir/json.ts';
import {encounterInR4} from '../../src/fhir/encounter-r5.ts';
import {mapEncounter} from '../../src/fhir/map-encounter.ts';

const act = 'http://terminology.hl7.org/CodeSystem/v3-ActCode';
const coding = (code: string) => ({system: act, code});
const coded = (code: string) => ({system: act, code, display: null});
const map = (resource: object) =>
  mapEncounter({resourceType: 'Encounter', id: 'e1', ...resource} as unknown as JsonObject);

describe('an R4 Encounter', () => {
  test('is read element by element', () => {
    const record = map({
      meta: {versionId: '3', lastUpdated: '2026-01-01T00:00:00Z', source: '#a'},
      identifier: [{system: 's', value: 'v'}, {value: '2'}],
      status: 'finished',
      class: coding('EMER'),
      classHistory: [{class: coding('AMB'), period: {start: '2026-01-01'}}],
      type: [{text: 'visite'}, {coding: [coding('x')]}],
      subject: {reference: 'Patient/p1'},
      partOf: {reference: 'Encounter/e0'},
      period: {start: '2026-01-01T10:00:00-05:00', end: '2026-01-01T12:00:00-05:00'},
      serviceProvider: {reference: 'Organization/o', display: 'Hôpital'},
      location: [{location: {display: 'Salle'}}, {}],
      appointment: [{reference: 'Appointment/1'}],
      priority: {text: 'P3'},
      hospitalization: {admitSource: {text: 'urgence'}, dischargeDisposition: {coding: [coding('home')]}},
      reasonCode: [{text: 'douleur'}],
      reasonReference: [{display: 'Grippe'}, {reference: 'Condition/1'}],
    });
    assert.ok(record);
    assert.deepEqual(
      [record.versionId, record.metaSource, record.status, record.class],
      ['3', '#a', 'finished', coded('EMER')],
    );
    assert.deepEqual(record.identifiers, [
      {system: 's', value: 'v'},
      {system: null, value: '2'},
    ]);
    assert.deepEqual(record.classHistory, [{class: coded('AMB'), start: '2026-01-01', end: null}]);
    assert.deepEqual(
      record.types.map(({text}) => text),
      ['visite', null],
    );
    assert.deepEqual(
      [record.subject, record.partOf, record.hasAppointment],
      ['Patient/p1', 'Encounter/e0', true],
    );
    assert.deepEqual([record.start, record.end], ['2026-01-01T10:00:00-05:00', '2026-01-01T12:00:00-05:00']);
    assert.deepEqual(
      record.locations.map(({display}) => display),
      ['Salle'],
    );
    assert.deepEqual([record.priority?.text, record.admitSource?.text], ['P3', 'urgence']);
    assert.equal(record.dischargeDisposition?.codings[0]?.code, 'home');
    assert.deepEqual(
      record.reasons.map(({text}) => text),
      ['douleur', 'Grippe'],
    );
    assert.deepEqual(record.unreadable, []);
  });

  test('with nothing but an id is a record with nothing known', () => {
    const record = map({});
    assert.ok(record);
    assert.deepEqual(
      [record.status, record.class, record.start, record.end, record.hasAppointment, record.reasons],
      [null, null, null, null, false, []],
    );
  });

  test('without an id, or of another type, is none', () => {
    for (const broken of [{id: undefined}, {id: 7}, {id: ''}, {resourceType: 'Goal'}])
      assert.equal(map(broken), null, JSON.stringify(broken));
  });

  test('with broken elements keeps the others and says which', () => {
    const record = map({
      status: 'finished',
      period: 'yesterday',
      type: [{text: 'a'}, 7],
      class: coding('EMER'),
    });
    assert.ok(record);
    assert.deepEqual([record.status, record.class?.code, record.start], ['finished', 'EMER', null]);
    assert.ok(record.unreadable.some(({path}) => path.startsWith('period')));
  });
});

describe('an R5 Encounter', () => {
  test('is brought to the shape of R4', () => {
    const record = map({
      status: 'completed',
      class: [{text: 'only words'}, {coding: [coding('IMP')]}],
      actualPeriod: {start: '2026-01-01', end: '2026-01-04'},
      admission: {admitSource: {text: 'urgence'}},
      reason: [{value: [{concept: {text: 'douleur'}}, {reference: {display: 'Grippe'}}]}, 'odd'],
      subject: {reference: 'Patient/p1'},
    });
    assert.ok(record);
    assert.deepEqual(
      [record.status, record.start, record.end, record.admitSource?.text],
      ['finished', '2026-01-01', '2026-01-04', 'urgence'],
    );
    assert.deepEqual(
      record.reasons.map(({text}) => text),
      ['douleur', 'Grippe'],
    );
    assert.equal(record.class?.display, 'only words');
  });

  test('has states that mean the same in R4', () => {
    const table: [string, string][] = [
      ['completed', 'finished'],
      ['discharged', 'finished'],
      ['discontinued', 'finished'],
      ['on-hold', 'onleave'],
      ['in-progress', 'in-progress'],
      ['cancelled', 'cancelled'],
      ['entered-in-error', 'entered-in-error'],
    ];
    for (const [r5, r4] of table) assert.equal(map({status: r5, class: []})?.status, r4);
  });

  test('is known by its period alone, and may lack everything else', () => {
    const alone = map({actualPeriod: {start: '2026-01-01'}});
    assert.deepEqual(
      [alone?.start, alone?.status, alone?.class, alone?.reasons],
      ['2026-01-01', null, null, []],
    );
    const classes = [[], [7], [{}], [{coding: []}]];
    for (const list of classes)
      assert.equal(map({class: list, period: {start: '2026-01-01'}})?.start, '2026-01-01');
  });

  test('an R4 one is left as it is, but for a class that is written as a concept', () => {
    const r4 = {resourceType: 'Encounter', id: 'e', class: coding('EMER')} as unknown as JsonObject;
    assert.equal(encounterInR4(r4), r4);
    assert.equal(map({class: {coding: [coding('EMER')]}})?.class?.code, 'EMER');
    assert.equal(map({class: {coding: [], text: 'urgence'}})?.class?.display, 'urgence');
  });
});
