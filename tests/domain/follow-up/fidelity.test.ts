import assert from 'node:assert/strict';
import {test} from 'node:test';
import {fidelity, fidelitySteps, type FidelityFacts} from '../../../src/domain/follow-up/fidelity.ts';
import type {Measure} from '../../../src/domain/measures/measure.ts';
import type {PlanDetail} from '../../../src/domain/plan-detail.ts';
import {member} from '../../elements/plan/plan-states.ts';

const snomed = (code: string) => ({
  coded: {system: 'http://snomed.info/sct', code, display: null},
  text: null,
});
const agreements = [
  {name: 'Lise  Exemple', way: 'verbal', date: '2026-05-22'},
  {name: 'Dr. Paul', way: 'signed', date: null},
] as const;
const whole: FidelityFacts = {
  plan: {agreements, needs: {text: 'Transport', lang: null}} as unknown as PlanDetail,
  team: [
    member('h', 'Ann', {slot: 'hospital-case-manager'}),
    member('d', 'Dr. Paul', {role: snomed('446050000')}),
    member('o', 'Popote', {kind: 'organization'}),
  ],
  measures: [],
  personNames: ['Lise Exemple'],
  reviewed: '2026-08-22',
};
const without = (key: string) => whole.team?.filter((one) => one.key !== `team#${key}`) ?? null;

const cases: readonly (readonly [
  name: string,
  facts: Partial<FidelityFacts>,
  done: number,
  missing: readonly string[],
  unknown: readonly string[],
])[] = [
  ['everything', {}, 6, [], []],
  ['all but a community partner', {team: without('o')}, 5, ['community-partner'], []],
  [
    'a partner by the words of the role',
    {
      team: [
        ...(without('o') ?? []),
        member('x', 'X', {role: {coded: null, text: 'Partenaire communautaire'}}),
      ],
    },
    6,
    [],
    [],
  ],
  [
    'a hospital case manager who has left',
    {team: [...(without('h') ?? []), member('h', 'Ann', {slot: 'hospital-case-manager', ended: true})]},
    5,
    ['hospital-manager'],
    [],
  ],
  ['a physician who is not on the team', {team: without('d')}, 5, ['agreed-physician'], []],
  [
    'assessed by a score alone',
    {plan: {agreements, needs: null} as unknown as PlanDetail, measures: [{} as Measure]},
    6,
    [],
    [],
  ],
  ...['309343006', '224571005'].map(
    (code) =>
      [
        `a physician or a nurse practitioner agrees as a family physician does (${code})`,
        {team: [...(without('d') ?? []), member('d', 'Dr. Paul', {role: snomed(code)})]},
        6,
        [],
        [],
      ] as const,
  ),
  [
    'another physician agreed than the one of the team',
    {team: [...(without('d') ?? []), member('d', 'Dr. Roy', {role: snomed('446050000')})]},
    5,
    ['agreed-physician'],
    [],
  ],
  [
    'a nurse is no physician',
    {team: [...(without('d') ?? []), member('d', 'Dr. Paul', {role: snomed('224535009')})]},
    5,
    ['agreed-physician'],
    [],
  ],
  [
    'the person by the name that the team gives them',
    {personNames: [], team: [...(whole.team ?? []), member('p', 'LISE EXEMPLE', {kind: 'patient'})]},
    6,
    [],
    [],
  ],
  [
    'no name of the person, and somebody else of that name on the team',
    {personNames: [], team: [...(whole.team ?? []), member('p', 'Lise Exemple')]},
    5,
    ['agreed-person'],
    [],
  ],
  [
    'needs in no words, and no score',
    {plan: {agreements, needs: null} as unknown as PlanDetail},
    5,
    ['assessed'],
    [],
  ],
  [
    'the scores could not be read, and there are no needs in words',
    {plan: {agreements, needs: null} as unknown as PlanDetail, measures: null},
    5,
    [],
    ['assessed'],
  ],
  ['never reviewed', {reviewed: null}, 5, ['reviewed'], []],
  [
    'no plan',
    {plan: 'none', reviewed: null},
    2,
    ['assessed', 'agreed-person', 'agreed-physician', 'reviewed'],
    [],
  ],
  [
    'the team could not be read',
    {team: null},
    3,
    [],
    ['agreed-physician', 'hospital-manager', 'community-partner'],
  ],
  ['nothing could be read', {plan: null, team: null, measures: null, reviewed: null}, 0, [], fidelitySteps],
];
for (const [name, facts, done, missing, unknown] of cases) {
  test(`the steps of the programme: ${name}`, () => {
    const found = fidelity({...whole, ...facts});
    assert.equal(found.done.length, done);
    assert.deepEqual([found.missing, found.unknown], [missing, unknown]);
  });
}
