import assert from 'node:assert/strict';
import {test} from 'node:test';
import {readDiagnoses} from '../../../src/app/commands/read-diagnoses.ts';
import {MemoryServer} from '../../fhir/write/memory-server.ts';
import {recordStage} from './record-stage.ts';

const condition = JSON.stringify({
  resourceType: 'Condition',
  id: 'c1',
  subject: {reference: 'Patient/p1'},
  code: {coding: [{system: 'http://hl7.org/fhir/sid/icd-10-ca', code: 'J44.1'}]},
});

test('codes are read once for each Condition, also for one that the record does not give', async () => {
  const server = new MemoryServer({});
  server.seed(condition);
  let requests = 0;
  const transport = server.transport();
  const counting: typeof transport = {
    request(request) {
      // The first search by POST is refused by this server: what it takes is remembered.
      if (request.method === 'GET' && request.path.includes('Condition')) requests += 1;
      return transport.request(request);
    },
  };
  const stage = recordStage({transport: counting});
  await readDiagnoses(stage.session, ['c1']);
  await readDiagnoses(stage.session, ['c1', 'gone']);
  await readDiagnoses(stage.session, ['c1', 'gone']);
  const {diagnoses} = stage.state().later;
  assert.ok(diagnoses?.status === 'ready');
  assert.deepEqual(diagnoses.value, {
    c1: [{system: 'http://hl7.org/fhir/sid/icd-10-ca', code: 'J44.1'}],
    gone: [],
  });
  assert.equal(requests, 2);
});
