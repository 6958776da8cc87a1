import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Goal} from '../../../src/domain/goal.ts';
import type {Transport} from '../../../src/fhir/transport.ts';
import {MemoryServer} from './memory-server.ts';
import {goalText, TestPanel} from './two-panels.ts';

const link = (id: string, display?: string) => ({reference: `Condition/${id}`, ...(display && {display})});
const copd = {conditionId: 'c1', name: 'COPD'};
const asthma = {conditionId: 'c8', name: 'Asthma'};

/** A goal linked to COPD that somebody looks at; `reword`: what the server makes of what it answers. */
function stage(reword: (text: string) => string = (text) => text) {
  const server = new MemoryServer();
  const more = ',"addresses":[{"reference":"#in"},{"reference":"Condition/c1","display":"COPD"}]';
  server.seed(goalText('g1', 'Marcher', more));
  const real = server.transport();
  const transport: Transport = {
    async request(request) {
      const answer = await real.request(request);
      return {...answer, text: reword(answer.text)};
    },
  };
  const panel = new TestPanel(transport);
  panel.look(server);
  const base = panel.goals.get('g1') as Goal;
  const addresses = () => server.current('Goal/g1')['addresses'];
  return {server, panel, base, addresses};
}

test('linked conditions are written beside what a colleague has changed meanwhile', async () => {
  const {server, panel, base, addresses} = stage();
  server.change('Goal/g1', {description: {text: 'Courir'}});
  const answer = await panel.writer.changeGoal(base, {conditions: [copd, asthma]});
  assert.ok(answer.ok);
  assert.deepEqual(answer.value.notes, [{kind: 'merged', fields: ['words']}]);
  assert.deepEqual(addresses(), [{reference: '#in'}, link('c1', 'COPD'), link('c8', 'Asthma')]);
  assert.equal(answer.value.value.words.text, 'Courir');
});

test('conditions that a colleague has linked meanwhile are shown, and nothing is written', async () => {
  const {server, panel, base, addresses} = stage();
  server.change('Goal/g1', {addresses: [link('c1', 'COPD'), link('c7', 'Diabetes')]});
  const answer = await panel.writer.changeGoal(base, {conditions: null});
  assert.ok(!answer.ok && answer.error.kind === 'conflict');
  assert.deepEqual(answer.error.conflict.fields, ['conditions']);
  assert.deepEqual(addresses(), [link('c1', 'COPD'), link('c7', 'Diabetes')]);
});

test('a server that words the names of conditions itself has kept what was linked', async () => {
  const {panel, base} = stage((text) => text.replace('"Asthma"', '"Asthma (disorder)"'));
  const answer = await panel.writer.changeGoal(base, {conditions: [copd, asthma]});
  assert.ok(answer.ok);
  assert.deepEqual(answer.value.notes, []);
  const other = stage((text) => text.replace('Condition/c8', 'Condition/c9'));
  const lost = await other.panel.writer.changeGoal(other.base, {conditions: [copd, asthma]});
  assert.ok(!lost.ok || lost.value.notes.length > 0);
});
