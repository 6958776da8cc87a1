import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {Transport} from '../../src/fhir/transport.ts';
import {mapCarePlan} from '../../src/fhir/map-care-plan.ts';
import {mapGoal} from '../../src/fhir/map-goal.ts';
import {mapPatient} from '../../src/fhir/map-patient.ts';
import {readNote} from '../../src/domain/note/read-note.ts';
import {mailHref, telHref} from '../../src/elements/shared/contact-link.ts';
import {newPanel, valueOf} from '../hosts/host-stage.ts';

// Answers that no record system means well: keys of every object, depth, size, and texts that make matching take for ever.

const statement = {
  resourceType: 'CapabilityStatement',
  fhirVersion: '4.0.1',
  rest: [{mode: 'server', resource: []}],
};

/** A panel on a record that answers every search of a type with one text. */
async function openOn(answer: (type: string) => string): Promise<ReturnType<typeof newPanel>> {
  const transport: Transport = {
    request({path}) {
      const [type = ''] = path.split(/[/?]/u);
      const text =
        type === 'metadata'
          ? JSON.stringify(statement)
          : type === 'Patient'
            ? '{"resourceType":"Patient","id":"anna","name":[{"family":"Essai"}]}'
            : answer(type);
      return Promise.resolve({status: 200, text, header: () => null});
    },
  };
  const panel = newPanel();
  panel.open({
    transport,
    patientId: 'anna',
    encounterId: null,
    user: null,
    needPatientBanner: true,
    intent: null,
    scopes: null,
    readonly: false,
    iss: 'https://ehr.example/fhir',
  });
  await panel.actions.refresh();
  return panel;
}

const empty = '{"resourceType":"Bundle","type":"searchset"}';
const bundleOf = (resource: object): string =>
  JSON.stringify({resourceType: 'Bundle', type: 'searchset', entry: [{resource}]});
const goalText = (more: string): string =>
  `{"resourceType":"Bundle","type":"searchset","entry":[{"resource":{"resourceType":"Goal","id":"g","lifecycleStatus":"active","description":{"text":"Walk"},"subject":{"reference":"Patient/anna"}${more}}}]}`;

describe('keys that every object has', () => {
  it('change no object, and are no value of the record (T16)', async () => {
    const before = [Object.prototype, Array.prototype, Function.prototype].map((one) =>
      Object.getOwnPropertyNames(one).join(),
    );
    const poison =
      ',"__proto__":{"polluted":1,"note":[{"text":"POLLUTED"}],"toString":"x"},"constructor":{"prototype":{"polluted":1}},"note":[{"__proto__":{"text":"POLLUTED"}}],"hasOwnProperty":"x","valueOf":{}';
    const panel = await openOn((type) => (type === 'Goal' ? goalText(poison) : empty));
    const [goal] = valueOf(panel.store.get().goals);
    assert.equal(goal?.words.text, 'Walk');
    assert.doesNotMatch(JSON.stringify(panel.store.get()), /POLLUTED/u);
    assert.equal(({} as {polluted?: unknown}).polluted, undefined);
    assert.deepEqual(
      [Object.prototype, Array.prototype, Function.prototype].map((one) =>
        Object.getOwnPropertyNames(one).join(),
      ),
      before,
    );
    panel.close();
  });
});

describe('an answer without measure', () => {
  const deep = '['.repeat(200_000) + ']'.repeat(200_000);
  const cases: readonly [name: string, answer: string, goals: number | null][] = [
    ['of 200,000 levels in a field', goalText(`,"extension":${deep}`), null],
    ['that is 200,000 levels of nothing', deep, null],
    ['of 12 MB of text in one field', goalText(`,"note":[{"text":"${'a '.repeat(6_000_000)}"}]`), 1],
    [
      'of 50,000 entries that are none',
      `{"resourceType":"Bundle","type":"searchset","entry":[${Array.from({length: 50_000}, () => 'null').join()}]}`,
      0,
    ],
    ['that is cut off', goalText('').slice(0, -20), null],
    ['that is no JSON', '<html>Sign in</html>', null],
    ['that is empty', '', null],
  ];
  for (const [name, answer, goals] of cases) {
    it(`${name}, harms its own section at most, and the others stand (T24)`, async () => {
      const panel = await openOn((type) => (type === 'Goal' ? answer : empty));
      const state = panel.store.get();
      assert.equal(valueOf(state.patient).family, 'Essai');
      assert.equal(state.use.status, 'ready');
      assert.equal(state.team.status, 'ready');
      if (goals === null)
        assert.notEqual(state.goals.status === 'ready' && state.goals.gaps.length === 0, true);
      else assert.equal(valueOf(state.goals).length, goals);
      panel.close();
    });
  }
});

describe('a text that would make a matcher go back and forth', () => {
  const long = 100_000;
  const texts: readonly string[] = [
    'a'.repeat(long),
    ' '.repeat(long),
    '-'.repeat(long),
    '1'.repeat(long),
    '\n'.repeat(long),
    'a '.repeat(long / 2),
    'a@'.repeat(long / 2),
    `${'a.'.repeat(long / 2)}@`,
    `a@${'a-'.repeat(long / 2)}!`,
    '1-'.repeat(long / 2),
    'G1 ['.repeat(long / 4),
    '· '.repeat(long / 2),
    'T1:'.repeat(long / 3),
    '\u0301'.repeat(long),
    'é'.repeat(long),
  ];
  const readers: Readonly<Record<string, (text: string) => unknown>> = {
    telephone: telHref,
    mail: mailHref,
    note: (text) => readNote(`${text}\n${text}`),
    patient: (text) =>
      mapPatient({
        resourceType: 'Patient',
        id: 'p',
        name: [{text, family: text, given: [text]}],
        birthDate: text,
        telecom: [{system: 'phone', value: text}],
      }),
    goal: (text) =>
      mapGoal({
        resourceType: 'Goal',
        id: 'g',
        lifecycleStatus: text,
        description: {text},
        note: [{text}],
        startDate: text,
        target: [{dueDate: text}],
        subject: {reference: text},
      }),
    plan: (text) =>
      mapCarePlan({
        resourceType: 'CarePlan',
        id: 'c',
        status: 'active',
        intent: 'plan',
        title: text,
        description: text,
        note: [{text, time: text}],
        period: {start: text, end: text},
        category: [{text}],
      }),
    team: (text) =>
      openOn((type) =>
        type === 'CareTeam'
          ? bundleOf({
              resourceType: 'CareTeam',
              id: 't',
              status: 'active',
              name: text,
              subject: {reference: 'Patient/anna'},
              participant: [
                {role: [{text}], member: {reference: text, display: text}, period: {start: text}},
              ],
            })
          : empty,
      ),
    visit: (text) =>
      openOn((type) =>
        type === 'Encounter'
          ? bundleOf({
              resourceType: 'Encounter',
              id: 'e',
              status: 'finished',
              class: {code: text, display: text},
              type: [{text}],
              subject: {reference: 'Patient/anna'},
              period: {start: '2026-10-01', end: text},
              reasonCode: [{text}],
              serviceProvider: {display: text},
            })
          : empty,
      ),
  };
  for (const [name, read] of Object.entries(readers)) {
    // The limit tells a hang from an answer; it measures nothing.
    it(`does not hold up the reader of a ${name} (T27)`, {timeout: 120_000}, async () => {
      for (const text of texts) await read(text);
    });
  }
});
