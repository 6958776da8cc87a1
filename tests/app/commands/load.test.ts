import assert from 'node:assert/strict';
import {test} from 'node:test';
import {load} from '../../../src/app/commands/load.ts';
import {err} from '../../../src/domain/result.ts';
import {recordStage} from './record-stage.ts';

const offline = err({kind: 'offline'} as const);

test('nothing of a person stands there before the answer that says who it is, however late that comes', async () => {
  const stage = recordStage({transport: {request: () => Promise.reject(new Error('Nothing is asked for.'))}});
  let answerPatient = (): void => undefined;
  const patient = new Promise<typeof offline>((resolve) => (answerPatient = () => resolve(offline)));
  const chart = {
    ...stage.session.chart,
    isBrief: true,
    readPatient: () => patient,
    readHistory: () => Promise.resolve(offline),
    readPlan: () => Promise.resolve(offline),
    readGoals: () => Promise.resolve(offline),
    readTeam: (_signal: AbortSignal, first: Parameters<typeof stage.session.chart.readTeam>[1]) => {
      first?.({value: {members: [], teams: 0} as never, gaps: [], asOf: '2026-11-22T12:00:00Z'} as never);
      return Promise.resolve(offline);
    },
    readEnrolment: () => Promise.resolve(offline),
    readAbilities: () => Promise.reject(new Error('not read')),
  };
  const statuses = (): readonly string[] => {
    const {plan, goals, team, use} = stage.state();
    return [plan, goals, team, use].map(({status}) => status);
  };
  const loading = load({...stage.session, chart});
  // Every other answer has come by now.
  for (let turns = 0; turns < 5; turns += 1) await new Promise((resolve) => setImmediate(resolve));
  await import('../../../src/app/commands/load-sections.ts');
  for (let turns = 0; turns < 5; turns += 1) await new Promise((resolve) => setImmediate(resolve));
  assert.deepEqual(statuses(), ['loading', 'loading', 'loading', 'loading']);
  answerPatient();
  await loading;
  assert.ok(!statuses().includes('loading'), statuses().join(' '));
});
