import assert from 'node:assert/strict';
import {test} from 'node:test';
import {addMeasure, withdrawMeasure} from '../../../src/app/commands/measures.ts';
import {loadMeasures} from '../../../src/app/later/measures.ts';
import type {Measure, NewMeasure} from '../../../src/domain/measures/measure.ts';
import {mapMeasure} from '../../../src/fhir/map-measure.ts';
import {MemoryServer, type ServerHabits} from '../../fhir/write/memory-server.ts';
import {recordStage, type RecordStage} from './record-stage.ts';

const wanted: NewMeasure = {instrument: 'k6', score: 9, parts: {}, date: '2026-11-22'};

/** K6 of 9 on the same day, recorded by somebody else without an identifier. */
const theirs =
  '{"resourceType":"Observation","id":"o1","meta":{"versionId":"1","lastUpdated":"2026-11-22T10:00:00Z"},' +
  '"status":"final","code":{"coding":[{"system":"urn:isp-panel:codesystem:measures","code":"k6"}]},' +
  '"subject":{"reference":"Patient/p1"},"effectiveDateTime":"2026-11-22","valueQuantity":{"value":9}}';

async function opened(habits: Partial<ServerHabits> = {}, texts: readonly string[] = []) {
  const server = new MemoryServer(habits);
  for (const text of texts) server.seed(text);
  const stage = recordStage({transport: server.transport()});
  const value = texts.flatMap((text): Measure[] => {
    const read = mapMeasure(JSON.parse(text), 'America/Toronto');
    return read === null || read === 'other' ? [] : [read];
  });
  stage.session.update((state) => ({
    ...state,
    later: {measures: {status: 'ready', value, gaps: [], asOf: ''}},
  }));
  return {server, stage};
}

function shown(stage: RecordStage): readonly Measure[] {
  const {measures} = stage.state().later;
  assert.equal(measures?.status, 'ready');
  return measures.value;
}

/** Scores on the server that count, those entered in error left out. */
function standing(server: MemoryServer): number {
  return [...server.versions.keys()].filter((key) => server.current(key)['status'] !== 'entered-in-error')
    .length;
}

test('a score is on the screen once the record has it', async () => {
  const {server, stage} = await opened();
  await addMeasure(stage.session, wanted, 'K6');
  assert.equal(stage.save('measure:new')?.status, 'saved');
  assert.equal(standing(server), 1);
  assert.deepEqual(
    shown(stage).map(({instrument, score, date}) => [instrument, score, date]),
    [['k6', 9, '2026-11-22']],
  );
});

for (const [name, habits] of [
  ['that keeps identifiers', {}],
  ['that keeps none', {drops: ['identifier'], conditionalCreate: false}],
] as const) {
  test(`the same score of somebody else stays beside ours, on a server ${name}`, async () => {
    const {server, stage} = await opened(habits, [theirs]);
    await addMeasure(stage.session, wanted, 'K6');
    assert.equal(stage.save('measure:new')?.status, 'saved');
    assert.equal(standing(server), 2);
    assert.equal(server.current('Observation/o1')['status'], 'final');
  });

  test(`an answer that is lost makes no second score, on a server ${name}`, async () => {
    const {server, stage} = await opened(habits, [theirs]);
    server.writeFaults = ['lost-after'];
    server.readFaults = Array.from({length: 40}, () => 'lost');
    await addMeasure(stage.session, wanted, 'K6');
    assert.equal(stage.save('measure:new')?.status, 'failed');
    server.readFaults = [];
    await addMeasure(stage.session, wanted, 'K6');
    assert.equal(stage.save('measure:new')?.status, 'saved');
    assert.equal(standing(server), 2);
    assert.equal(server.current('Observation/o1')['status'], 'final');
  });
}

test('scores whose code could not be fetched are said to be unread, and never wait for ever', async () => {
  const {stage} = await opened();
  stage.session.update((state) => ({...state, later: {}}));
  await loadMeasures({...stage.session, chart: {...stage.session.chart, desk: () => Promise.resolve(null)}});
  assert.deepEqual(stage.state().later.measures, {status: 'failed', problem: {kind: 'offline'}});
});

test('marking a score as a mistake takes it off the screen and keeps it in the record', async () => {
  const {server, stage} = await opened({}, [theirs]);
  await withdrawMeasure(stage.session, 'o1');
  assert.equal(stage.save('measure:o1')?.status, 'saved');
  assert.deepEqual(shown(stage), []);
  assert.equal(server.current('Observation/o1')['status'], 'entered-in-error');
});

test('what two people mark as a mistake is marked, and no conflict', async () => {
  const {server, stage} = await opened({}, [theirs]);
  server.change('Observation/o1', {status: 'entered-in-error'});
  await withdrawMeasure(stage.session, 'o1');
  assert.equal(stage.save('measure:o1')?.status, 'saved');
  assert.deepEqual(shown(stage), []);
});
