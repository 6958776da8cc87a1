import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import type {PanelState} from '../../src/app/state.ts';
import type {Transport} from '../../src/fhir/transport.ts';
import {newPanel} from '../hosts/host-stage.ts';

// Two patients in one panel, in turn, while the record system answers in any order it likes.

const ROUNDS = 1000;

/** Words that stand in the record of one patient only. */
const mark = {anna: 'ANNA-ALONE', bob: 'BOB-ALONE'} as const;
type Who = keyof typeof mark;

const answers = (who: Who, path: string): object => {
  const [type = ''] = path.split(/[/?]/u);
  const subject = {reference: `Patient/${who}`};
  const words = mark[who];
  const of: Record<string, object> = {
    Patient: {name: [{family: words}]},
    Goal: {lifecycleStatus: 'active', description: {text: words}, subject},
    CarePlan: {status: 'active', intent: 'plan', title: `ISP ${words}`, subject},
    CareTeam: {status: 'active', subject, participant: [{member: {display: words}}]},
    Encounter: {
      status: 'finished',
      class: {code: 'EMER'},
      subject,
      period: {start: '2026-10-01'},
      serviceProvider: {display: words},
    },
  };
  const resource = of[type] && {resourceType: type, id: type === 'Patient' ? who : 'one', ...of[type]};
  if (type === 'Patient') return resource ?? {};
  return {resourceType: 'Bundle', type: 'searchset', entry: resource ? [{resource}] : []};
};

describe('another patient while answers are under way', () => {
  it(`never shows a word of the former one, in ${ROUNDS} orders of answers (T2, T4)`, async () => {
    let looked = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        fc.array(fc.tuple(fc.constantFrom<Who>('anna', 'bob'), fc.nat({max: 8})), {
          minLength: 2,
          maxLength: 4,
        }),
        async (scheduler, visits) => {
          const panel = newPanel();
          const check = (state: PanelState): void => {
            const who = state.context?.patientId as Who | undefined;
            if (!who) return;
            const other = mark[who === 'anna' ? 'bob' : 'anna'];
            looked += 1;
            assert.ok(!JSON.stringify(state).includes(other), `${other} on the screen of ${who}`);
          };
          const failures: unknown[] = [];
          panel.store.subscribe(() => {
            try {
              check(panel.store.get());
            } catch (error) {
              failures.push(error);
            }
          });
          const transport = (who: Who): Transport => ({
            request: ({path}) =>
              scheduler.schedule(
                Promise.resolve({status: 200, text: JSON.stringify(answers(who, path)), header: () => null}),
                `${who} ${path}`,
              ),
          });
          for (const [who, steps] of visits) {
            panel.open({
              transport: transport(who),
              patientId: who,
              encounterId: null,
              user: 'Practitioner/n',
              needPatientBanner: true,
              intent: null,
              scopes: null,
              readonly: false,
              iss: 'https://ehr.example/fhir',
            });
            check(panel.store.get());
            panel.actions.keepDraft('goal:new', {words: `${mark[who]} typed`});
            for (let step = 0; step < steps; step += 1) {
              await new Promise(setImmediate);
              if (scheduler.count() > 0) await scheduler.waitOne();
            }
          }
          await scheduler.waitIdle();
          check(panel.store.get());
          panel.close();
          if (failures.length > 0) throw failures[0];
        },
      ),
      {numRuns: ROUNDS, seed: 20_261_122},
    );
    assert.ok(looked > ROUNDS * 5, `looked ${looked} times`);
  });
});
