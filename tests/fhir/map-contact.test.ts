import assert from 'node:assert/strict';
import {test} from 'node:test';
import {nextNote, nextOf} from '../../src/fhir/contact-next.ts';
import {mapContact, type ContactContext} from '../../src/fhir/map-contact.ts';
import {contactRules} from '../../src/fhir/write/edit-contact.ts';
import {parseRaw, printRaw, type RawObject} from '../../src/fhir/write/raw-json.ts';

const context: ContactContext = {
  patientId: 'p1',
  zone: 'America/Toronto',
  planIds: ['plan'],
  goalIds: ['g1'],
  managers: ['Practitioner/n1'],
};
const own = {coding: [{system: 'urn:isp-panel:codesystem:contacts', code: 'case-management-contact'}]};
const bare = {
  resourceType: 'Communication',
  id: 'c1',
  meta: {versionId: '2'},
  status: 'completed',
  subject: {reference: 'Patient/p1'},
  sent: '2026-11-10T15:10:00-05:00',
};
const call = {
  ...bare,
  category: [own],
  medium: [{coding: [{system: 'http://terminology.hl7.org/CodeSystem/v3-ParticipationMode', code: 'PHONE'}]}],
  about: [{reference: 'Goal/g1'}, {reference: 'Goal/g1/_history/2'}, {reference: 'Condition/x'}],
  recipient: [{reference: 'Patient/p1', display: 'Lise'}],
  sender: {reference: 'Practitioner/n1', display: 'Line Fictive'},
  payload: [{contentString: 'Sleeps badly.'}, {contentString: 'Calls on Friday.'}],
  note: [{text: 'Heard from the pharmacist'}, {text: 'Next contact: 2026-11-24\nBring the pills'}],
};
const read = {
  id: 'c1',
  version: '2',
  mode: 'phone',
  reached: true,
  party: {kind: 'patient', reference: 'Patient/p1', name: null},
  day: '2026-11-10',
  at: '2026-11-10T15:10:00-05:00',
  goalIds: ['g1'],
  note: {text: 'Sleeps badly.\nCalls on Friday.', lang: null},
  next: {day: '2026-11-24', every: null, text: 'Bring the pills'},
  by: {reference: 'Practitioner/n1', name: 'Line Fictive'},
  mistaken: false,
  readOnly: null,
};
const media = (code: string, system: string) => ({...call, medium: [{coding: [{system, code}]}]});
const V3 = 'http://hl7.org/fhir/v3/ParticipationMode';
const to = (recipient: object) => ({...call, recipient: [recipient]});

const cases: readonly [string, unknown, unknown][] = [
  ['as the panel records it', call, read],
  ['an attempt', {...call, status: 'not-done'}, {...read, reached: false}],
  ['marked as a mistake', {...call, status: 'entered-in-error'}, {...read, mistaken: true}],
  [
    'in the evening of Toronto',
    {...call, sent: '2026-11-11T02:00:00Z'},
    {...read, at: '2026-11-11T02:00:00Z'},
  ],
  ['on a day', {...call, sent: '2026-11-10'}, {...read, at: null}],
  ['received only', {...call, sent: undefined, received: '2026-11-10'}, {...read, at: null}],
  ['the older address of the way', media('VIDEOCONF', V3), {...read, mode: 'video'}],
  ['a visit at home', media('home', 'urn:isp-panel:codesystem:contacts'), {...read, mode: 'home'}],
  ['a way of another system', media('PHONE', 'urn:x'), {...read, mode: null}],
  ['a way that is none', media('constructor', V3), {...read, mode: null}],
  [
    'with a relative',
    to({reference: 'RelatedPerson/r', display: 'Rose'}),
    {...read, party: {kind: 'relative', reference: 'RelatedPerson/r', name: 'Rose'}},
  ],
  ['with a name', to({display: 'Popote'}), {...read, party: {kind: 'text', reference: null, name: 'Popote'}}],
  ['with nobody named', {...call, recipient: undefined}, read],
  ['about a goal, by anybody', {...bare, about: [{reference: 'Goal/g1'}]}, 'contact'],
  ['based on the plan', {...bare, basedOn: [{reference: 'CarePlan/plan'}]}, 'contact'],
  ['by a case manager', {...bare, sender: {reference: 'Practitioner/n1'}}, 'contact'],
  ['a message of somebody', {...bare, sender: {reference: 'Practitioner/x'}}, 'other'],
  ['about the goal of another plan', {...bare, about: [{reference: 'Goal/g2'}]}, 'other'],
  ['about a goal of another system', {...bare, about: [{reference: 'https://x.example/Goal/g1'}]}, 'other'],
  ['in preparation', {...call, status: 'preparation'}, 'other'],
  ['no date', {...call, sent: undefined}, null],
  ['only a month', {...call, sent: '2026-11'}, null],
  ['no id', {...call, id: undefined}, null],
];
for (const [name, resource, expected] of cases) {
  test(`a contact: ${name}`, () => {
    const found = mapContact(structuredClone(resource), context);
    if (expected === 'contact') assert.ok(found !== null && found !== 'other');
    else assert.deepEqual(found, expected);
  });
}

test('one that may not be changed says why', () => {
  const found = mapContact({...call, modifierExtension: [{url: 'urn:x'}]}, context);
  assert.equal(found !== null && found !== 'other' && found.readOnly, 'modifier-extension');
});

const nexts: readonly (readonly [string, unknown])[] = [
  ['Next contact: 2026-11-24', {day: '2026-11-24', every: null, text: null}],
  ['Next contact: 2026-11-24, every 14 days', {day: '2026-11-24', every: 14, text: null}],
  ['Prochain contact : aux 7 jours', {day: null, every: 7, text: null}],
  ['Next contact: every 0 days', null],
  ['Next contact: tomorrow', {day: null, every: null, text: 'tomorrow'}],
  ['Next contact:\nCall the pharmacy', {day: null, every: null, text: 'Call the pharmacy'}],
  [
    'Prochain contact\u00a0: 2026-12-01\nApporter\nles pilules',
    {day: '2026-12-01', every: null, text: 'Apporter\nles pilules'},
  ],
  ['Next contact:', null],
  ['Next contacts were discussed', null],
  ['The next contact: 2026-11-24', null],
];
for (const [note, expected] of nexts) {
  test(`what comes next: ${JSON.stringify(note)}`, () => assert.deepEqual(nextOf(note), expected));
}

for (const lang of ['en-CA', 'fr-CA']) {
  for (const next of [
    {day: '2026-12-01', every: null, text: null},
    {day: null, every: null, text: 'a\nb'},
    {day: '2026-12-01', every: 14, text: 'a'},
    {day: null, every: 30, text: null},
  ]) {
    test(`what comes next is read as it was written: ${lang} ${JSON.stringify(next)}`, () =>
      assert.deepEqual(nextOf(nextNote(next, lang)), next));
  }
}

test('marking a contact as a mistake changes its status and nothing else', () => {
  const text = JSON.stringify({...call, extension: [{url: 'urn:x', valueDecimal: '@'}]}).replace(
    '"@"',
    '1.10',
  );
  const raw = parseRaw(text) as RawObject;
  const by = {today: '2026-11-22', now: '2026-11-22T15:00:00Z', user: null};
  contactRules(context, by, 'en-CA').apply(raw, {mistaken: true});
  assert.equal(printRaw(raw), text.replace('"completed"', '"entered-in-error"'));
});
