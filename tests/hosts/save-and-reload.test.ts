import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {startSandbox, type Sandbox} from '../../sandbox/start-sandbox.ts';
import {compare, saveAll, saved} from './compare-plan.ts';
import {openHost, startedAt, valueOf, type Host} from './host-stage.ts';
import {plans} from './same-plan.ts';

/** The record systems in which a plan can be saved, and where it comes to stand. */
const systems: readonly [name: string, place: 'record' | 'note'][] = [
  ['open', 'record'],
  ['epic', 'note'],
  ['oracle', 'note'],
  ['openemr', 'record'],
  ['hapi', 'record'],
  ['medplum', 'record'],
  ['launcher', 'record'],
];

let sandbox: Sandbox;
before(async () => {
  const people = systems.flatMap(([name]) =>
    plans.map(({lang}) => [
      {resourceType: 'Patient', id: `${name}-${lang}`, name: [{family: 'Essai'}], birthDate: '1950-01-01'},
    ]),
  );
  sandbox = await startSandbox({people, now: () => new Date(startedAt)});
});
after(() => sandbox.close());

for (const [name, place] of systems) {
  for (const plan of plans) {
    describe(`the same plan on ${name}, ${plan.lang}`, () => {
      const patient = `${name}-${plan.lang}`;
      let host: Host;

      it(`says beforehand that it goes to the ${place}`, async () => {
        host = await openHost(sandbox, name, patient);
        const via = place === 'note' ? {via: 'note'} : {};
        for (const act of ['createGoal', 'updateCarePlan', 'createCareTeam'] as const) {
          assert.deepEqual(host.state().abilities[act], {allowed: true, ...via}, act);
        }
      });

      it('is saved and comes back as it was typed (conformance 63)', async () => {
        await saveAll(host, plan);
        compare(host.state(), plan);
        await host.reopen();
        compare(host.state(), plan);
        const other = await openHost(sandbox, name, patient);
        compare(other.state(), plan);
      });

      it('is edited again, and the rest stays as it was', async () => {
        const {actions} = host.panel;
        const [first] = valueOf(host.state().goals);
        assert.ok(first);
        const words = {text: 'Marcher\ntous les jours', lang: plan.lang};
        await actions.changeGoal(first.id, {words, achievement: 'improving', dueDate: null});
        saved(host, `goal:${first.id}`);
        const rose = valueOf(host.state().team).members.find((one) => one.name === 'Rose Gagnon');
        assert.ok(rose);
        await actions.endMember(rose.key, {date: '2026-11-22', reason: 'Déménagée'});
        saved(host, `member:${rose.key}`);
        const food = {text: 'Popote le mardi', lang: plan.lang};
        await actions.wish('plan:food', 'changePlan', 'plan:food', {food, status: 'active'}, plan.lang);
        saved(host, 'plan:food');
        const step = valueOf(host.state().later.actions).find(({what}) => what.text === 'Find transport');
        assert.ok(step);
        await actions.wish(
          `action:${step.key}`,
          'changeAction',
          step.key,
          {state: 'completed', reason: 'Trouvé'},
          plan.lang,
        );
        saved(host, `action:${step.key}`);
        await host.reopen();
        const state = host.state();
        const done = valueOf(state.later.actions).find(({what}) => what.text === 'Find transport');
        assert.deepEqual([done?.state, done?.doneOn, done?.reason], ['completed', '2026-11-22', 'Trouvé']);
        assert.equal(valueOf(state.later.actions).filter(({isReview}) => !isReview).length, 8);
        const changed = valueOf(state.goals).find((one) => one.words.text === words.text);
        assert.equal(changed?.achievement, 'improving');
        assert.equal(changed.dueDate, null);
        const gone = valueOf(state.team).members.find((one) => one.name === 'Rose Gagnon');
        assert.deepEqual([gone?.until, gone?.endReason], ['2026-11-22', 'Déménagée']);
        const details = valueOf(state.later.plan).plan;
        assert.equal(details?.food?.text, 'Popote le mardi');
        assert.equal(details.status, 'active');
        assert.equal(details.matters?.text, plan.plan.matters?.text);
        assert.equal(valueOf(state.goals).length, 5);
        assert.equal(valueOf(state.team).members.length, 6);
      });

      it('stands in the record once, nothing was deleted and nothing patched (conformance 53, 59)', () => {
        const held = (type: string) => sandbox.store.list(type, patient);
        const current = held('DocumentReference').filter(({status}) => status === 'current');
        if (place === 'note') {
          assert.deepEqual([held('Goal'), held('CarePlan'), held('CareTeam')], [[], [], []]);
          assert.equal(current.length, 1);
        } else {
          assert.equal(held('Goal').length, 5);
          assert.equal(held('CarePlan').length, 2);
          assert.equal(held('CareTeam').length, 1);
          assert.equal(held('DocumentReference').length, 0);
        }
        assert.ok(host.asked.every(({method}) => ['GET', 'POST', 'PUT'].includes(method)));
      });
    });
  }
}
