import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {validateResource} from '../../sandbox/conformance.ts';
import type {Resource} from '../../sandbox/json.ts';
import {startSandbox, type Sandbox} from '../../sandbox/start-sandbox.ts';
import {isFiled} from '../../src/app/panel-view.ts';
import {compare, saveAll} from './compare-plan.ts';
import {openHost, openOn, startedAt, valueOf, type Host} from './host-stage.ts';
import {plans} from './same-plan.ts';

// Record systems that take neither a plan nor notes: the plan is written in hand, taken away, and opened again.

const systems = ['athena', 'meditech', 'readonly'] as const;
let sandbox: Sandbox;
before(async () => {
  const patients = [
    ...systems.flatMap((name) => plans.map(({lang}) => `${name}-${lang}`)),
    'other',
    'second',
  ];
  const people = patients.map((id) => [
    {resourceType: 'Patient', id, name: [{family: 'Essai'}], birthDate: '1950-01-01'},
  ]);
  sandbox = await startSandbox({people, now: () => new Date(startedAt)});
});
after(() => sandbox.close());

const wish = (host: Host) => host.panel.actions.wish;
const writes = ({asked}: Host) =>
  asked.filter(({method, path}) => method !== 'GET' && !path.endsWith('/_search'));

for (const name of systems) {
  for (const plan of plans) {
    describe(`${name}, ${plan.lang}`, () => {
      const patient = `${name}-${plan.lang}`;
      let host: Host;
      let bundle = '';

      it('takes nothing until somebody chooses to write in hand', async () => {
        host = await openHost(sandbox, name, patient);
        assert.deepEqual(host.state().abilities.createGoal, {allowed: false, why: 'server'});
        await host.panel.actions.addGoal(plan.goals[0] ?? {});
        assert.equal(host.state().saves['goal:new']?.status, 'failed');
        await wish(host)('hand', 'writeInHand');
        assert.deepEqual(host.state().abilities.createGoal, {allowed: true, via: 'hand'});
      });

      it('then holds the whole plan, calls nothing saved, and sends nothing', async () => {
        await saveAll(host, plan);
        compare(host.state(), plan);
        await host.panel.actions.refresh();
        compare(host.state(), plan);
        for (const [key, save] of Object.entries(host.state().saves)) assert.equal(isFiled(save), false, key);
        assert.deepEqual(writes(host), []);
        assert.equal(host.panel.canClose(), false);
      });

      it('is taken away as a note and as a valid Bundle of this patient, and may then be closed', async () => {
        const {unfiled} = host.state();
        assert.ok(unfiled);
        assert.match(unfiled.text, /^(?:INDIVIDUALIZED SERVICES PLAN|PLAN DE SERVICES INDIVIDUALISÉ)/u);
        ({bundle} = unfiled);
        const {entry} = JSON.parse(bundle) as {entry: {resource: Resource}[]};
        for (const {resource} of entry) {
          const wrong = validateResource(resource).filter(({severity}) => severity === 'error');
          assert.deepEqual(wrong, [], resource.resourceType);
        }
        assert.equal(entry.filter(({resource}) => resource.resourceType === 'Goal').length, 5);
        await wish(host)('hand', 'planTaken');
        assert.equal(host.panel.canClose(), true);
      });

      it('is opened again the next day, and can be changed again', async () => {
        const next = await openHost(sandbox, name, patient);
        assert.equal(valueOf(next.state().goals).length, 0);
        await wish(next)('hand', 'openSavedPlan', bundle);
        await next.panel.actions.refresh();
        compare(next.state(), plan);
        const [first] = valueOf(next.state().goals);
        await next.panel.actions.changeGoal(first?.id ?? '', {achievement: 'improving'});
        assert.equal(valueOf(next.state().goals)[0]?.achievement, 'improving');
        assert.equal(next.state().unfiled?.taken, false);
        assert.deepEqual(writes(next), []);
      });

      it('is never opened on another patient, and what is none is refused', async () => {
        const other = await openHost(sandbox, name, 'other');
        await wish(other)('hand', 'openSavedPlan', bundle);
        await other.panel.actions.refresh();
        assert.equal(valueOf(other.state().goals).length, 0);
        const refused = other.state().saves['hand'];
        assert.ok(refused?.status === 'failed' && refused.problem.kind === 'other-patient');
        for (const text of [
          '',
          '{',
          '{"resourceType":"Patient"}',
          '{"resourceType":"Bundle"}',
          bundle.slice(0, 900),
        ]) {
          await wish(other)('hand', 'openSavedPlan', text);
          const now = other.state().saves['hand'];
          assert.ok(now?.status === 'failed' && now.problem.kind === 'unreadable', text.slice(0, 30));
        }
        // One resource of another patient among those of this one is enough.
        const mixed = bundle.replace(`Patient/${patient}`, 'Patient/other');
        const own = await openHost(sandbox, name, patient);
        await wish(own)('hand', 'openSavedPlan', mixed);
        const said = own.state().saves['hand'];
        assert.ok(said?.status === 'failed' && said.problem.kind === 'other-patient');
      });
    });
  }
}

it('what is in hand stays with its patient while another one is open, and is told', async () => {
  const road = openOn(sandbox, 'athena', 'second');
  const next = openOn(sandbox, 'athena', 'other');
  const host = await openHost(sandbox, 'athena', 'second');
  const {panel} = host;
  await wish(host)('hand', 'writeInHand');
  await panel.actions.addGoal({words: {text: 'Walk', lang: 'en-CA'}});
  panel.open(next.options);
  await panel.actions.refresh();
  assert.equal(valueOf(host.state().goals).length, 0);
  assert.equal(host.state().unfiled, null);
  assert.equal(host.state().draftsOfOtherPatients, 1);
  assert.equal(panel.canClose(), false);
  panel.open(road.options);
  await panel.actions.refresh();
  assert.deepEqual(
    valueOf(host.state().goals).map(({words}) => words.text),
    ['Walk'],
  );
  assert.equal(host.state().unfiled?.taken, false);
});
