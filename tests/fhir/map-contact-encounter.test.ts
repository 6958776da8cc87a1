import assert from 'node:assert/strict';
import {test} from 'node:test';
import {mapContactEncounter} from '../../src/fhir/map-contact-encounter.ts';
import {readContactEncounters, unreadEncounters} from '../../src/fhir/read-contact-encounters.ts';
import {asEncounter} from '../../src/fhir/write/edit-contact-encounter.ts';
import {stage, subject} from './read-stage.ts';

const system = 'urn:isp-panel:codesystem:contacts';
const own = {coding: [{system, code: 'case-management-contact'}]};
const bare = {
  resourceType: 'Encounter',
  id: 'e1',
  meta: {versionId: '2'},
  status: 'finished',
  class: {system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: 'VR'},
  type: [own, {coding: [{system, code: 'phone'}]}],
  subject,
  period: {start: '2026-11-10T15:10:00-05:00'},
};
const read = {
  id: 'encounter:e1',
  version: '2',
  place: 'encounter',
  mode: 'phone',
  reached: true,
  party: {kind: 'patient', reference: 'Patient/p1', name: null},
  day: '2026-11-10',
  at: '2026-11-10T15:10:00-05:00',
  goalIds: [],
  note: null,
  next: null,
  by: null,
  mistaken: false,
  readOnly: null,
};
const nurse = {individual: {reference: 'Practitioner/n1', display: 'Line Fictive'}};
const party = (individual: object) => ({type: [{coding: [{system, code: 'party'}]}], individual});
const V3 = 'http://hl7.org/fhir/v3/ActCode';

const cases: readonly [string, unknown, unknown][] = [
  ['as the panel records it', bare, read],
  ['one that reached nobody', {...bare, status: 'cancelled'}, {...read, reached: false}],
  ['marked as a mistake', {...bare, status: 'entered-in-error'}, {...read, mistaken: true}],
  ['one that is planned is none yet', {...bare, status: 'planned'}, 'other'],
  ['without a status it took place', {...bare, status: undefined}, read],
  [
    'of another system, at home',
    {...bare, type: [], class: {system: V3, code: 'HH'}},
    {...read, mode: 'home'},
  ],
  [
    'of another system, face to face',
    {...bare, type: [], class: {code: 'AMB'}},
    {...read, mode: 'in-person'},
  ],
  ['of another system, virtual: how is not said', {...bare, type: []}, {...read, mode: null}],
  ['a day alone', {...bare, period: {start: '2026-11-10'}}, {...read, at: null}],
  ['a month is no day', {...bare, period: {start: '2026-11'}}, null],
  ['without a day', {...bare, period: undefined}, null],
  ['not an Encounter', {...bare, resourceType: 'Communication'}, null],
  ['no resource at all', null, null],
  [
    'with a relative, by the nurse',
    {...bare, participant: [{individual: {reference: 'RelatedPerson/r1', display: 'Jean'}}, nurse]},
    {
      ...read,
      party: {kind: 'relative', reference: 'RelatedPerson/r1', name: 'Jean'},
      by: {reference: 'Practitioner/n1', name: 'Line Fictive'},
    },
  ],
  [
    'with a professional who is marked, by the nurse',
    {...bare, participant: [nurse, party({reference: 'Practitioner/d1', display: 'Dre Roy'})]},
    {
      ...read,
      party: {kind: 'practitioner', reference: 'Practitioner/d1', name: 'Dre Roy'},
      by: {reference: 'Practitioner/n1', name: 'Line Fictive'},
    },
  ],
  [
    'with somebody given by name',
    {...bare, participant: [party({display: 'CLSC'})]},
    {...read, party: {kind: 'text', reference: null, name: 'CLSC'}},
  ],
  [
    'with somebody whose address says nothing',
    {...bare, participant: [party({reference: '#inside'})]},
    {...read, party: {kind: 'unknown', reference: '#inside', name: null}},
  ],
  [
    'about a goal of this record, and not of another',
    {
      ...bare,
      extension: [
        {
          url: 'http://hl7.org/fhir/StructureDefinition/resource-pertainsToGoal',
          valueReference: {reference: 'Goal/g1'},
        },
        {
          url: 'http://hl7.org/fhir/StructureDefinition/resource-pertainsToGoal',
          valueReference: {reference: 'https://other.example/fhir/Goal/g2'},
        },
        {url: 'http://vendor.example/x', valueReference: {reference: 'Goal/g3'}},
      ],
    },
    {...read, goalIds: ['g1']},
  ],
  [
    'what was said and what comes next',
    {
      ...bare,
      reasonCode: [
        {text: 'Dort mieux.'},
        {text: 'Next contact: 2026-12-06, every 14 days'},
        {text: 'Rappeler'},
      ],
    },
    {
      ...read,
      note: {text: 'Dort mieux.\nRappeler', lang: null},
      next: {day: '2026-12-06', every: 14, text: null},
    },
  ],
];
for (const [name, resource, expected] of cases) {
  test(`an Encounter as a contact: ${name}`, () => {
    assert.deepEqual(mapContactEncounter(resource, 'p1', 'America/Toronto'), expected);
  });
}

test('an Encounter holds people by their address and everybody else by name', () => {
  const note = {text: 'x', lang: 'fr-CA'};
  const org = {kind: 'organization', reference: 'Organization/o1', name: null} as const;
  const person = {kind: 'patient', reference: 'Patient/p1', name: null} as const;
  const doctor = {kind: 'practitioner', reference: 'Practitioner/d1', name: 'Dre Roy'} as const;
  assert.deepEqual(asEncounter({party: org, note}), {
    party: {kind: 'text', reference: null, name: 'Organization/o1'},
    note: {text: 'x', lang: null},
  });
  assert.deepEqual(asEncounter({party: person}), {party: person});
  assert.deepEqual(asEncounter({party: doctor}), {party: doctor});
  assert.deepEqual(asEncounter({mistaken: true}), {mistaken: true});
});

test('contacts are read by their ids; others, those of somebody else and mistakes are left out', async () => {
  const at = stage([
    bare,
    {...bare, id: 'e2', status: 'entered-in-error'},
    {...bare, id: 'e3', subject: {reference: 'Patient/p2'}},
    {...bare, id: 'e4', period: undefined},
    {...bare, id: 'visit'},
  ]);
  const found = await at.run(
    readContactEncounters(at.client, ['e1', 'e2', 'e4'], 'America/Toronto', at.signal),
  );
  assert.deepEqual(found.contacts, [read]);
  assert.deepEqual(found.gaps, [{reason: 'quarantined', what: 'Encounter', count: 1}]);
  const others = await at.run(readContactEncounters(at.client, ['e3'], 'America/Toronto', at.signal));
  assert.deepEqual(others.contacts, []);
});

test('where the server does not search by id they are read one by one, and what fails is said', async () => {
  const at = stage([bare], (request, params) => {
    if (params) return {status: 400, body: {resourceType: 'OperationOutcome', issue: []}};
    return request.path === 'Encounter/e9' ? {status: 403} : null;
  });
  const found = await at.run(readContactEncounters(at.client, ['e1', 'e9'], 'America/Toronto', at.signal));
  assert.deepEqual(found.contacts, [read]);
  assert.deepEqual(found.gaps, [{reason: 'forbidden', what: 'Encounter'}]);
});

test('more than can be asked for one by one are said to be missing', async () => {
  const at = stage([], (_request, params) => (params ? {status: 400} : null));
  const ids = Array.from({length: 61}, (_, n) => `x${n}`);
  const {gaps} = await at.run(readContactEncounters(at.client, ids, 'America/Toronto', at.signal));
  assert.ok(gaps.some(({reason}) => reason === 'page-limit'));
});

test('what was not read yet is known by its id', () => {
  const contact = mapContactEncounter(bare, 'p1', 'America/Toronto');
  assert.ok(contact && contact !== 'other');
  assert.deepEqual(unreadEncounters(['e1', 'e2'], [contact]), ['e2']);
});
