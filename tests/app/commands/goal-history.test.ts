import assert from 'node:assert/strict';
import {test} from 'node:test';
import {readGoalHistory} from '../../../src/app/commands/read-goal-history.ts';
import type {Chart} from '../../../src/app/chart.ts';
import {goalText, still} from '../../fhir/write/two-panels.ts';
import {recordStage} from './record-stage.ts';

const version = (n: number, more: object = {}): object => ({
  resource: {
    ...JSON.parse(goalText('g1')),
    meta: {versionId: String(n), lastUpdated: `2026-0${n}-01`},
    ...more,
  },
});

/** A record whose history of a goal is this. */
function stage(status: number, body: object) {
  const asked: string[] = [];
  const made = recordStage({
    timers: still,
    transport: {
      request({path}) {
        asked.push(path);
        return Promise.resolve({status, text: JSON.stringify(body), header: () => null});
      },
    },
  });
  return {...made, asked, history: () => made.state().later.goalHistories?.['g1']};
}
const bundle = (...entry: readonly object[]) => ({resourceType: 'Bundle', type: 'history', entry});

test('the versions of a goal are read by its id, each with its time', async () => {
  const {session, asked, history} = stage(200, bundle(version(2), version(1)));
  await readGoalHistory(session, 'g1');
  assert.deepEqual(asked, ['Goal/g1/_history?_count=100']);
  const known = history();
  assert.ok(known?.status === 'ready');
  assert.deepEqual(
    known.value.map(({at, goal}) => [at, goal.version]),
    [
      ['2026-02-01', '2'],
      ['2026-01-01', '1'],
    ],
  );
  assert.deepEqual(known.gaps, []);
});

test('a version of somebody else, of another goal, or without a time is never taken for one of these', async () => {
  const {session, history} = stage(
    200,
    bundle(
      version(3, {subject: {reference: 'Patient/p2'}}),
      version(2, {id: 'g9'}),
      version(1, {meta: {versionId: '1'}}),
    ),
  );
  await readGoalHistory(session, 'g1');
  const known = history();
  assert.ok(known?.status === 'ready');
  assert.deepEqual(
    known.value.map(({at}) => at),
    [null],
  );
  assert.deepEqual(known.gaps, [{reason: 'quarantined', what: 'Goal', count: 1}]);
});

test('a record that keeps no versions, and code that did not come, are told apart from an empty history', async () => {
  const none = stage(404, {});
  await readGoalHistory(none.session, 'g1');
  assert.equal(none.history()?.status, 'failed');
  const offline = stage(200, bundle());
  const chart = {desk: () => Promise.resolve(null)} as unknown as Chart;
  await readGoalHistory({...offline.session, chart}, 'g1');
  assert.deepEqual(offline.history(), {status: 'failed', problem: {kind: 'offline'}});
  assert.deepEqual(offline.asked, []);
});
