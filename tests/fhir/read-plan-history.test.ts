import assert from 'node:assert/strict';
import {test} from 'node:test';
import {FhirClient} from '../../src/fhir/client.ts';
import {readPlanHistory} from '../../src/fhir/read-plan-history.ts';
import type {Transport} from '../../src/fhir/transport.ts';
import {still} from './write/two-panels.ts';

const zone = 'America/Toronto';

function version(n: number, at: string, more: object = {}): object {
  return {
    resource: {
      resourceType: 'CarePlan',
      id: 'isp',
      meta: {versionId: String(n), lastUpdated: at},
      status: 'active',
      intent: 'plan',
      subject: {reference: 'Patient/p1'},
      ...more,
    },
  };
}

async function read(body: unknown, status = 200) {
  const asked: string[] = [];
  let others = 0;
  const transport: Transport = {
    request: ({path}) => {
      asked.push(path);
      return Promise.resolve({status, header: () => 'application/fhir+json', text: JSON.stringify(body)});
    },
  };
  const client = new FhirClient({
    transport,
    patientId: 'p1',
    timers: still,
    random: () => 0,
    onOtherPatient: () => (others += 1),
  });
  const answer = await readPlanHistory(client, 'isp', zone, new AbortController().signal);
  return {answer, asked, others: () => others};
}

const bundle = (entry: readonly object[], more: object = {}) => ({
  resourceType: 'Bundle',
  type: 'history',
  entry,
  ...more,
});

test('versions come with the local day of the site and with the author of each note', async () => {
  const note = [
    {text: 'Needs:\nA doctor', authorReference: {reference: 'Practitioner/old'}},
    {text: 'Needs:\nA nurse', authorReference: {reference: 'Practitioner/n1', display: 'Line Fictive'}},
    {text: 'Barriers:\nStairs', authorString: 'Luc'},
  ];
  const {answer, asked} = await read(
    bundle([version(2, '2026-11-22T03:30:00Z', {note}), version(1, '2026-04-22')]),
  );
  assert.ok(answer.ok);
  assert.deepEqual(asked, ['CarePlan/isp/_history?_count=100']);
  const [newest, oldest] = answer.value.value;
  assert.equal(newest?.day, '2026-11-21');
  assert.equal(newest?.detail.needs?.text, 'A nurse');
  assert.deepEqual(newest?.authors, {
    needs: {reference: 'Practitioner/n1', display: 'Line Fictive'},
    barriers: {reference: null, display: 'Luc'},
  });
  assert.equal(oldest?.day, '2026-04-22');
  assert.deepEqual(answer.value.gaps, []);
});

test('a version of another patient is dropped and told; another record is none of this plan', async () => {
  const {answer, others} = await read(
    bundle([
      version(3, '2026-11-22', {subject: {reference: 'Patient/p2'}}),
      version(2, '2026-11-21', {id: 'other'}),
      version(1, '2026-11-20'),
    ]),
  );
  assert.ok(answer.ok);
  assert.equal(answer.value.value.length, 1);
  assert.equal(others(), 1);
  assert.deepEqual(
    answer.value.gaps.map(({reason}) => reason),
    ['quarantined'],
  );
});

test('more versions than one page are said to be missing', async () => {
  const link = [{relation: 'next', url: 'https://ehr.example/fhir/CarePlan/isp/_history?page=2'}];
  const {answer} = await read(bundle([version(1, '2026-11-20')], {link}));
  assert.ok(answer.ok);
  assert.deepEqual(
    answer.value.gaps.map(({reason}) => reason),
    ['page-limit'],
  );
});

test('a record without versions, and one that says something else, are told as they are', async () => {
  const outcome = {resourceType: 'OperationOutcome', issue: [{severity: 'error', code: 'not-supported'}]};
  const refused = await read(outcome, 403);
  assert.ok(!refused.answer.ok && refused.answer.error.kind === 'forbidden');
  const odd = await read({resourceType: 'CarePlan', id: 'isp'});
  assert.ok(!odd.answer.ok && odd.answer.error.kind === 'unreadable');
});
