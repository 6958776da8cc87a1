import assert from 'node:assert/strict';
import {test} from 'node:test';
import {FhirClient} from '../../src/fhir/client.ts';
import {readProblemList} from '../../src/fhir/read-problem-list.ts';
import {still} from './write/two-panels.ts';

const coded = (code: string) => ({coding: [{code}]});

function condition(text: string, more: object = {}): object {
  return {
    resource: {
      resourceType: 'Condition',
      id: text.toLowerCase().replaceAll(' ', '-'),
      subject: {reference: 'Patient/p1'},
      clinicalStatus: coded('active'),
      verificationStatus: coded('confirmed'),
      category: [coded('problem-list-item')],
      code: {text},
      ...more,
    },
  };
}

async function problems(entry: readonly object[]) {
  const body = JSON.stringify({resourceType: 'Bundle', type: 'searchset', entry});
  const client = new FhirClient({
    transport: {
      request: () => Promise.resolve({status: 200, header: () => 'application/fhir+json', text: body}),
    },
    patientId: 'p1',
    timers: still,
    random: () => 0,
  });
  const answer = await readProblemList(client, new AbortController().signal);
  assert.ok(answer.ok);
  return answer.value.value;
}

const names = async (entry: readonly object[]) => (await problems(entry)).map(({name}) => name);

const cases: readonly (readonly [string, object, boolean])[] = [
  ['active and confirmed', {}, true],
  ['a health concern', {category: [coded('health-concern')]}, true],
  ['without a state or a category', {clinicalStatus: null, verificationStatus: null, category: null}, true],
  ['relapsed', {clinicalStatus: coded('relapse')}, true],
  ['resolved', {clinicalStatus: coded('resolved')}, false],
  ['in remission', {clinicalStatus: coded('remission')}, false],
  ['refuted', {verificationStatus: coded('refuted')}, false],
  ['entered in error', {verificationStatus: coded('entered-in-error')}, false],
  ['provisional, so that nobody is sure', {verificationStatus: coded('provisional')}, false],
  ['only the reason of a visit', {category: [coded('encounter-diagnosis')]}, false],
  ['of another patient', {subject: {reference: 'Patient/p2'}}, false],
  ['without a name', {code: null}, false],
  ['without an id', {id: null}, false],
];
for (const [what, more, isOffered] of cases) {
  test(`a condition is ${isOffered ? '' : 'not '}offered: ${what}`, async () => {
    assert.deepEqual(await names([condition('Asthma', more)]), isOffered ? ['Asthma'] : []);
  });
}

test('a name stands once, in the order of the record', async () => {
  const twice = [
    condition('Heart failure'),
    condition('Asthma', {id: 'a1'}),
    condition('Asthma', {id: 'a2'}),
  ];
  assert.deepEqual(await problems(twice), [
    {id: 'heart-failure', name: 'Heart failure'},
    {id: 'a1', name: 'Asthma'},
  ]);
});
