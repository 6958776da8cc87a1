import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {startSandbox, type Sandbox} from '../../sandbox/start-sandbox.ts';
import {without} from '../servers/real-panel.ts';
import {compare, saveAll, saved} from './compare-plan.ts';
import {openHost, startedAt, valueOf} from './host-stage.ts';
import {plans} from './same-plan.ts';

// Record systems that take a part of the plan: the rest goes into a note beside it. A plan and its goals stay together.

const cases: readonly {
  readonly refused: readonly string[];
  /** What comes to stand in the note. */
  readonly noted: readonly string[];
}[] = [
  {refused: ['CareTeam'], noted: ['CareTeam']},
  {refused: ['Goal'], noted: ['Goal']},
  {refused: ['CarePlan'], noted: ['CarePlan', 'Goal']},
  {refused: ['Goal', 'CareTeam'], noted: ['Goal', 'CareTeam']},
  {refused: ['CarePlan', 'CareTeam'], noted: ['CarePlan', 'Goal', 'CareTeam']},
  {refused: ['Goal', 'CarePlan'], noted: ['Goal', 'CarePlan']},
];
const own = {
  resourceType: 'Goal',
  lifecycleStatus: 'active',
  description: {text: 'Of the record'},
};

let sandbox: Sandbox;
before(async () => {
  const people = cases.flatMap((_, at) =>
    [...plans.map(({lang}) => lang), 'own', 'no-documents'].map((name) => {
      const id = `mixed-${at}-${name}`;
      const patient = {resourceType: 'Patient', id, name: [{family: 'Essai'}], birthDate: '1950-01-01'};
      const goal = {...own, id: `goal-${id}`, subject: {reference: `Patient/${id}`}};
      return name === 'own' ? [patient, goal] : [patient];
    }),
  );
  sandbox = await startSandbox({people, now: () => new Date(startedAt)});
});
after(() => sandbox.close());

for (const [at, {refused, noted}] of cases.entries()) {
  describe(`a record that takes no ${refused.join(' and no ')}`, () => {
    const through = without(refused);

    for (const plan of plans) {
      it(`has the same plan, ${noted.join(', ')} of it in a note, and gives it back, ${plan.lang} (conformance 63)`, async () => {
        const patient = `mixed-${at}-${plan.lang}`;
        const host = await openHost(sandbox, 'open', patient, through);
        for (const type of ['Goal', 'CarePlan', 'CareTeam'] as const) {
          const place = noted.includes(type) ? {allowed: true, via: 'note'} : {allowed: true};
          assert.deepEqual(host.state().abilities[`create${type}`], place, type);
        }
        await saveAll(host, plan);
        compare(host.state(), plan);
        await host.reopen();
        compare(host.state(), plan);
        const other = await openHost(sandbox, 'open', patient, through);
        compare(other.state(), plan);
        for (const type of ['Goal', 'CarePlan', 'CareTeam'])
          assert.equal(sandbox.store.list(type, patient).length > 0, !noted.includes(type), type);
        const [note] = sandbox.store.list('DocumentReference', patient).slice(-1);
        const contents = note?.['content'] as {attachment: {contentType: string; data: string}}[];
        assert.deepEqual(
          contents.map(({attachment}) => attachment.contentType),
          ['text/plain; charset=utf-8', 'application/fhir+json'],
        );
        // What the note says is there for programs too, of the same patient.
        const bundle = JSON.parse(Buffer.from(contents[1]?.attachment.data ?? '', 'base64').toString()) as {
          entry: {resource: {resourceType: string; subject: {reference: string}}}[];
        };
        const held = bundle.entry.map(({resource}) => resource);
        assert.deepEqual(new Set(held.map(({resourceType}) => resourceType)), new Set(noted));
        assert.ok(held.every(({subject}) => subject.reference === `Patient/${patient}`));
      });
    }

    it('lets what the record itself holds of a type that it takes be changed where it stands', async () => {
      const patient = `mixed-${at}-own`;
      const host = await openHost(sandbox, 'open', patient, through);
      const [goal] = valueOf(host.state().goals);
      assert.equal(goal?.words.text, 'Of the record');
      await host.panel.actions.changeGoal(goal.id, {dueDate: '2027-01-31'});
      const held = JSON.stringify(sandbox.store.list('Goal', patient));
      if (refused.includes('Goal')) {
        assert.equal(host.state().saves[`goal:${goal.id}`]?.status, 'failed');
        assert.doesNotMatch(held, /2027-01-31/u);
      } else {
        saved(host, `goal:${goal.id}`);
        assert.match(held, /2027-01-31/u);
      }
    });

    it('still takes its part where documents are refused, and says why the rest is off', async () => {
      const patient = `mixed-${at}-no-documents`;
      const host = await openHost(sandbox, 'open', patient, without([...refused, 'DocumentReference']));
      for (const type of ['Goal', 'CarePlan', 'CareTeam'] as const) {
        const ability = refused.includes(type) ? {allowed: false, why: 'server'} : {allowed: true};
        assert.deepEqual(host.state().abilities[`create${type}`], ability, type);
      }
    });
  });
}
