import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import type {Action} from '../../../src/domain/action.ts';
import {missingFromPlan, type PlanContent} from '../../../src/domain/minimum-plan.ts';

type Step = NonNullable<PlanContent['actions']>[number];

const words = (text: string) => ({text, lang: null});
const nurse = {kind: 'practitioner', reference: 'Practitioner/n1', name: 'Annie Roy'} as const;
const step = (more: Partial<Step> = {}): Step => ({
  key: 'a1',
  what: words('Call on Monday'),
  who: nurse,
  due: '2026-12-05',
  state: 'requested',
  isReview: false,
  ...more,
});
const whole: PlanContent = {
  plan: {matters: words('Walk to the market'), nextReview: '2027-05-22'},
  goals: [{lifecycle: 'active', words: words('Walk again')}],
  actions: [step()],
};
const fields = (content: Partial<PlanContent>): readonly string[] =>
  missingFromPlan({...whole, ...content}).map(({field}) => field);

const cases: readonly [string, Partial<PlanContent>, readonly string[]][] = [
  ['all four', {}, []],
  ['nothing at all', {plan: null, goals: [], actions: []}, ['matters', 'goal', 'action', 'nextReview']],
  [
    'what could not be read is not there',
    {plan: null, goals: null, actions: null},
    ['matters', 'goal', 'action', 'nextReview'],
  ],
  ['the action has no person', {actions: [step({who: null})]}, ['actionWho']],
  [
    'a person without a name or a reference is none',
    {actions: [step({who: {...nurse, reference: null, name: ' '}})]},
    ['actionWho'],
  ],
  [
    'somebody given by name alone',
    {actions: [step({who: {kind: 'text', reference: null, name: 'My sister'}})]},
    [],
  ],
  ['the action has no date', {actions: [step({due: null})]}, ['actionDue']],
  ['a month is no date', {actions: [step({due: '2026-12'})]}, ['actionDue']],
  ['neither person nor date', {actions: [step({who: null, due: null})]}, ['actionWho', 'actionDue']],
  ['one whole action among others', {actions: [step({who: null}), step({key: 'a2'})]}, []],
  [
    'person and date on two different actions',
    {actions: [step({who: null}), step({key: 'a2', due: null})]},
    ['actionWho'],
  ],
  [
    'the action that lacks the least is named',
    {actions: [step({who: null, due: null}), step({key: 'a2', due: null})]},
    ['actionDue'],
  ],
  [
    'whichever of the two it lacks',
    {actions: [step({who: null, due: null}), step({key: 'a2', who: null})]},
    ['actionWho'],
  ],
  ['a review of the plan is no action', {actions: [step({isReview: true})]}, ['action']],
  ['an action that was given up', {actions: [step({state: 'cancelled'})]}, ['action']],
  ['an action that is done', {actions: [step({state: 'completed'})]}, []],
  ['an action without words', {actions: [step({what: words(' ')})]}, ['action']],
  ['only a closed goal', {goals: [{lifecycle: 'completed', words: words('Walk')}]}, ['goal']],
  ['a goal without words', {goals: [{lifecycle: 'active', words: words('')}]}, ['goal']],
  ['blank words', {plan: {matters: words('  '), nextReview: '2027-05-22'}}, ['matters']],
  ['no review date', {plan: {matters: words('x'), nextReview: null}}, ['nextReview']],
  [
    'the review is planned as an action of its own',
    {plan: {matters: words('x'), nextReview: null}, actions: [step(), step({key: 'r', isReview: true})]},
    [],
  ],
  [
    'a review that is over plans none',
    {
      plan: {matters: words('x'), nextReview: null},
      actions: [step(), step({key: 'r', isReview: true, state: 'completed'})],
    },
    ['nextReview'],
  ],
  [
    'a planned review without a day',
    {
      plan: {matters: words('x'), nextReview: null},
      actions: [step(), step({key: 'r', isReview: true, due: null})],
    },
    ['nextReview'],
  ],
  ['a year is no review date', {plan: {matters: words('x'), nextReview: '2027'}}, ['nextReview']],
];

for (const [name, content, wanted] of cases) {
  test(`minimum plan: ${name}`, () => assert.deepEqual(fields(content), wanted));
}

test('what is missing of an action names that action', () => {
  const [missing] = missingFromPlan({...whole, actions: [step({key: 'task:7', who: null})]});
  assert.deepEqual(missing, {field: 'actionWho', actionKey: 'task:7'});
});

test('more actions never make a complete plan incomplete', () => {
  const action = fc.record<Step>({
    key: fc.string(),
    what: fc.record({text: fc.string(), lang: fc.constant(null)}),
    who: fc.constantFrom(null, nurse),
    due: fc.constantFrom(null, '2026', '2026-12-05'),
    state: fc.constantFrom<Action['state'][]>('requested', 'completed', 'cancelled', 'unrecognized'),
    isReview: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(action), fc.nat(), (others, at) => {
      const actions = [...others.slice(0, at % (others.length + 1)), step(), ...others];
      assert.deepEqual(fields({actions}), []);
    }),
  );
});
