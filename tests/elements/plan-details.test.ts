import {assert} from '@open-wc/testing';
import {html} from 'lit';
import type {PanelState} from '../../src/app/state.ts';
import type {Action} from '../../src/domain/action.ts';
import type {PlanVersion} from '../../src/domain/plan-changes.ts';
import type {PlanDetail} from '../../src/domain/plan-detail.ts';
import {definePlan} from '../../src/elements/plan/define-plan.ts';
import {defineSections} from '../../src/elements/panel/define-sections.ts';
import {defineElement} from '../../src/elements/shared/lazy-element.ts';
import {fakePanel, type FakePanel} from '../helpers/fake-panel.ts';
import {hasNoAxeFaults} from './harness/every-look.ts';
import {Harness} from './harness/harness.ts';
import {smallTargets} from './harness/faults.ts';
import {until} from './harness/page.ts';
import {press, settled, showElement, widen, widths, type Look} from './harness/stage.ts';
import {action, emptyPlan, fullPlan, withPlan} from './plan/plan-details-states.ts';
import {readOnly} from './plan/plan-states.ts';

defineSections();
defineElement('isp-plan-top', definePlan());

interface Shown {
  readonly top: Harness;
  readonly more: Harness;
  readonly whole: Harness;
  readonly panel: FakePanel;
}

async function show(state: PanelState, look: Look = {}, panel: FakePanel = fakePanel(state)): Promise<Shown> {
  const element = await showElement(
    html`<div><isp-plan-top></isp-plan-top><isp-plan-details></isp-plan-details></div>`,
    look,
    panel,
  );
  const [top, more] = ['isp-plan-top', 'isp-plan-details'].map((tag) =>
    element.querySelector<HTMLElement>(tag)!,
  );
  await until('the words are there', () => !/Reading/.test(top!.shadowRoot?.textContent ?? 'Reading'));
  await settled();
  await settled();
  return {top: new Harness(top!), more: new Harness(more!), whole: new Harness(element), panel};
}

/** A record that confirms, or answers with another save state, and does not change anything else. */
function answering(state: PanelState, status: 'saved' | 'failed' = 'saved'): FakePanel {
  const panel: FakePanel = fakePanel(state, {
    wish: (key, name, ...args) => {
      (panel.asked as unknown[]).push([name, ...args]);
      panel.store.update((before) => ({
        ...before,
        drafts: status === 'saved' ? {} : before.drafts,
        saves: {
          ...before.saves,
          [key]:
            status === 'saved'
              ? {status: 'saved', at: '2026-11-22T14:03:00Z', notes: []}
              : {status: 'failed', problem: {kind: 'offline'}},
        },
      }));
      return Promise.resolve();
    },
  });
  return panel;
}

const wishes = (panel: FakePanel): readonly (readonly unknown[])[] =>
  panel.asked.filter(
    ([name, ...more]) =>
      !['keepDraft', 'discard', 'readProblemList'].includes(String(name)) && more[1] !== 'readProblemList',
  );

describe('isp-plan-top and isp-plan-details', () => {
  before(() => widen(420));

  const states = {
    full: withPlan({plan: fullPlan}),
    empty: withPlan({plan: emptyPlan()}),
    draft: withPlan({plan: emptyPlan({status: 'draft'})}),
    none: withPlan({}),
    start: withPlan({}, {drafts: {'plan:start': {matters: 'Rester chez moi'}}}),
    forms: withPlan(
      {plan: fullPlan},
      {
        drafts: {
          'plan:person': {needs: 'Un médecin'},
          'plan:agreement': {other: 'Rose'},
          'plan:review': {reviewed: '2026-11-20'},
        },
      },
    ),
    rivals: withPlan({plan: fullPlan, rivals: [emptyPlan({id: 'other', matters: fullPlan.housing})]}),
    coordinator: withPlan({plan: fullPlan}, {drafts: {'plan:coordinator': {member: 'team#md'}}}),
    forbidden: withPlan('forbidden'),
    offline: withPlan('offline'),
  };
  for (const [name, state] of Object.entries(states)) {
    hasNoAxeFaults(name, async (look) => (await show(state, look)).whole.element);
  }

  it('has no target too small to tap, at any width', async () => {
    for (const width of widths) {
      await widen(width);
      const {whole} = await show(states.forms);
      assert.deepEqual(smallTargets(whole.element), [], String(width));
    }
    await widen(420);
  });

  it('says the state, the review and the next one, and warns in words once it is stale', async () => {
    const {top} = await show(states.full);
    assert.include(top.text, 'Active plan since April 22, 2026');
    assert.include(top.text, 'Reviewed September 30, 2026, 53 days ago, next review March 29, 2027.');
    assert.notInclude(top.text, 'check before using');
    const stale = await show(withPlan({plan: emptyPlan({reviewed: '2026-04-22'})}));
    assert.include(stale.top.text, 'Last reviewed 214 days ago – check before using');
    const french = await show(withPlan({plan: emptyPlan({reviewed: '2026-04-22'})}), {language: 'fr-CA'});
    assert.include(french.top.text, 'Dernière révision il y a 214\u00a0jours\u00a0– à vérifier avant usage');
    assert.deepEqual(stale.top.parts('dialog, [role="dialog"]'), []);
  });

  it('counts a review that only an action says', async () => {
    const state = withPlan({plan: emptyPlan({reviewed: '2026-01-01'})});
    const plan = state.plan.status === 'ready' ? state.plan.value.plan : null;
    const known = {
      ...state,
      plan: {...state.plan, value: {plan: {...plan!, reviewed: '2026-11-20'}, otherActivePlans: 0}},
    };
    const {top} = await show(known as PanelState);
    assert.include(top.text, 'Reviewed November 20, 2026, 2 days ago');
  });

  it('says what the plan says, in its own language, and names what it does not say', async () => {
    const {more, top} = await show(states.full);
    assert.include(more.text, 'Je connais bien mes pompes.');
    assert.include(more.text, 'Not recorded: needs');
    assert.include(more.text, 'Marguerite Exemple: signed, April 22, 2026');
    assert.include(more.text, 'Line Fictive: how is not recorded');
    const words = top.parts('dd').find((dd) => dd.textContent?.includes('Rester chez moi'));
    assert.equal(words?.getAttribute('lang'), 'fr-CA');
  });

  it('opens one form at a time in a part, with the focus in it, and gives the focus back', async () => {
    const {more, panel} = await show(states.full);
    await more.click('Edit: Strengths, needs, barriers');
    await until('the form stands', () => more.hasField('Strengths'));
    assert.include(more.focus, 'Strengths');
    await more.click('Edit: Situation');
    assert.isFalse(more.hasField('Strengths'));
    await more.click('Cancel');
    assert.equal(more.focus, 'Edit: Situation');
    assert.deepEqual(wishes(panel), []);
  });

  it('writes only the topics that were changed, keeps their language, and removes what was emptied', async () => {
    const {more, panel} = await show(states.full, {}, answering(states.full));
    await more.click('Edit: Strengths, needs, barriers');
    await until('the form stands', () => more.hasField('Strengths'));
    await more.fill('Needs', ' A doctor ');
    await more.fill('Barriers', '');
    await more.click('Save');
    assert.deepEqual(wishes(panel), [
      ['changePlan', 'plan:person', {needs: {text: 'A doctor', lang: 'en-CA'}, barriers: null}, 'en-CA'],
    ]);
    assert.equal(more.focus, 'Edit: Strengths, needs, barriers');
    assert.include(more.text, 'Saved');
  });

  it('offers what the problem list holds for the needs, reads it only then, and takes nothing by itself', async () => {
    const {more, panel} = await show(states.full);
    const reads = () => panel.asked.filter((one) => one.includes('readProblemList')).length;
    assert.equal(reads(), 0);
    await more.click('Edit: Strengths, needs, barriers');
    await until('the form stands', () => more.hasField('Needs'));
    assert.equal(reads(), 1);
    const read = (list: PanelState['later']['problemList']) =>
      panel.store.update((state) => ({...state, later: {...state.later, ...(list && {problemList: list})}}));
    read({status: 'failed', problem: {kind: 'timeout'}});
    await settled();
    assert.include(more.text, 'The problem list could not be read.');
    read({
      status: 'ready',
      value: ['Asthma', 'Depression'].map((name) => ({id: name, name})),
      gaps: [],
      asOf: '',
    });
    await settled();
    assert.equal(more.field('Needs').value, '');
    await more.click('Asthma');
    assert.equal(more.field('Needs').value, 'Asthma ');
    assert.isFalse(more.hasButton('Asthma'));
    assert.isTrue(more.hasButton('Depression'));
    assert.equal(reads(), 1);
  });

  it('keeps what was typed, and the form open, when the record does not confirm', async () => {
    const {more} = await show(states.full, {}, answering(states.full, 'failed'));
    await more.click('Edit: Situation');
    await until('the form stands', () => more.hasField('Housing'));
    await more.fill('Work', 'Jardine un peu');
    await more.click('Save');
    assert.equal(more.field('Work').value, 'Jardine un peu');
    assert.include(more.alerts.join(' '), 'Not saved.');
    assert.isTrue(more.hasButton('Save again'));
  });

  it('takes the beginning of a sentence only by hand, and puts the cursor behind it', async () => {
    const {top, panel} = await show(withPlan({}));
    await top.click('Start the plan');
    await until('the form stands', () => top.hasField('What matters'));
    assert.equal(top.field('What matters').value, '');
    await top.click('A good day for me is');
    assert.equal(top.field('What matters').value, 'A good day for me is ');
    assert.equal((top.field('What matters') as HTMLTextAreaElement).selectionStart, 21);
    assert.deepEqual(wishes(panel), []);
  });

  it('starts a plan in one place, with the day of the next review offered', async () => {
    const {top, panel} = await show(withPlan({}), {}, answering(withPlan({})));
    await top.click('Start the plan');
    await until('the form stands', () => top.hasField('What matters'));
    assert.equal(top.field('Date of the next review').value, '2027-05-21');
    await top.fill('What matters', 'Rester chez moi');
    await top.choose('Language of these words', 'French');
    await top.click('Save as draft');
    assert.deepEqual(wishes(panel), [
      [
        'createPlan',
        'plan:start',
        {matters: {text: 'Rester chez moi', lang: 'fr-CA'}, nextReview: '2027-05-21'},
        'en-CA',
      ],
    ]);
  });

  it('offers the words of the plan before, and takes them only by hand', async () => {
    const {top} = await show(withPlan({plan: emptyPlan({status: 'completed', matters: fullPlan.matters})}));
    await top.click('Start a new plan');
    await until('the form stands', () => top.hasField('What matters'));
    assert.equal(top.field('What matters').value, '');
    await top.click('Use these words');
    assert.equal(top.field('What matters').value, fullPlan.matters?.text);
    assert.equal(top.field('Language of these words').value, 'fr-CA');
  });

  it('names what a draft still lacks, leads there, and is not activated before', async () => {
    const {top, panel} = await show(
      withPlan({plan: emptyPlan({status: 'draft'})}, {actions: [{...actionWithout('who')}]}),
    );
    assert.include(top.text, 'who does the action');
    assert.include(top.text, 'the date of the next review');
    assert.isTrue(top.isOff('Activate the plan'));
    assert.include(top.whyOf('Activate the plan'), 'who does the action');
    await top.click('Activate the plan');
    assert.deepEqual(wishes(panel), []);
    await top.click('what matters to the person');
    await until('the form stands', () => top.hasField('What matters'));
    assert.include(top.focus, 'What matters');
  });

  it('activates with who agreed and how', async () => {
    const state = withPlan({plan: {...fullPlan, status: 'draft', agreements: []}});
    const {top, panel} = await show(state, {}, answering(state));
    await top.click('Activate the plan');
    await until('the form stands', () => top.hasField('Marguerite Exemple'));
    await top.choose('Marguerite Exemple', 'said yes');
    await top.click('Activate the plan');
    assert.deepEqual(wishes(panel), [
      [
        'activatePlan',
        'plan:activate',
        {agreements: [{name: 'Marguerite Exemple', way: 'verbal', date: '2026-11-22'}]},
        'en-CA',
      ],
    ]);
  });

  it('records a review with the day of the next one, and no day to come', async () => {
    const {top, panel} = await show(states.full, {}, answering(states.full));
    await top.click('Record a review');
    await until('the form stands', () => top.hasField('Reviewed on'));
    await top.fill('Reviewed on', '2026-11-23');
    await top.click('Save');
    assert.include(top.saidOf('Reviewed on'), 'This day has not come yet.');
    await top.fill('Reviewed on', '2026-11-20');
    await top.click('Save');
    assert.deepEqual(wishes(panel), [
      ['changePlan', 'plan:review', {reviewed: '2026-11-20', nextReview: '2027-05-19'}, 'en-CA'],
    ]);
    assert.equal(top.focus, 'Record a review');
  });

  it('asks whether planned reviews are done with it, and marks as done only what is ticked', async () => {
    const review = {...action, isReview: true, what: {text: 'Révision du plan', lang: 'fr-CA'}};
    const actions: readonly Action[] = [
      {...review, key: 'task:now', place: {kind: 'task', id: 'now'}, due: '2026-11-30'},
      {...review, key: 'task:next', place: {kind: 'task', id: 'next'}, due: '2027-12-01'},
      {...review, key: 'task:old', place: {kind: 'task', id: 'old'}, due: '2026-03-01', state: 'completed'},
    ];
    const state = withPlan({plan: fullPlan}, {actions});
    const {top, panel} = await show(state, {}, answering(state));
    await top.click('Record a review');
    await until('the form stands', () => top.hasField('Reviewed on'));
    const ticks = (): readonly boolean[] =>
      top.parts<HTMLInputElement>('[type="checkbox"]').map(({checked}) => checked);
    assert.deepEqual(ticks(), [true, false], 'the one before the next review is done by this one');
    top.parts<HTMLInputElement>('[type="checkbox"]')[1]?.click();
    await settled();
    await top.click('Save');
    assert.deepEqual(wishes(panel), [
      ['changePlan', 'plan:review', {reviewed: '2026-11-22', nextReview: '2027-05-21'}, 'en-CA'],
      ['changeAction', 'task:now', {state: 'completed'}, 'en-CA'],
      ['changeAction', 'task:next', {state: 'completed'}, 'en-CA'],
    ]);
    const none = await show(state, {}, answering(state));
    await none.top.click('Record a review');
    await until('the form stands', () => none.top.hasField('Reviewed on'));
    none.top.parts<HTMLInputElement>('[type="checkbox"]')[0]?.click();
    await settled();
    await none.top.click('Save');
    assert.lengthOf(wishes(none.panel), 1, 'nothing is done that was not ticked');
  });

  it('marks no planned review as done when the review itself was not saved', async () => {
    const actions: readonly Action[] = [{...action, isReview: true, due: '2026-11-30'}];
    const state = withPlan({plan: fullPlan}, {actions});
    const {top, panel} = await show(state, {}, answering(state, 'failed'));
    await top.click('Record a review');
    await until('the form stands', () => top.hasField('Reviewed on'));
    await top.click('Save');
    assert.deepEqual(
      wishes(panel).map(([name]) => name),
      ['changePlan'],
    );
  });

  it('changes the beginning of the plan beside the day of the next review, and only what was typed', async () => {
    const state = withPlan({plan: {...fullPlan, start: '2026-04-22T09:30:00-04:00'}});
    const {top, panel} = await show(state, {}, answering(state));
    await top.click('Dates');
    await until('the form stands', () => top.hasField('Beginning of the plan'));
    assert.equal(top.field('Beginning of the plan').value, '2026-04-22');
    await top.click('Save');
    await top.click('Dates');
    await until('the form stands', () => top.hasField('Beginning of the plan'));
    await top.fill('Beginning of the plan', '');
    await top.click('Save');
    assert.include(top.saidOf('Beginning of the plan'), 'Enter the day.');
    await top.fill('Beginning of the plan', '2026-05-04');
    await top.click('Save');
    assert.deepEqual(wishes(panel), [
      ['changePlan', 'plan:next', {nextReview: '2027-03-29'}, 'en-CA'],
      ['changePlan', 'plan:next', {nextReview: '2027-03-29', start: '2026-05-04'}, 'en-CA'],
    ]);
  });

  it('takes a new state of the plan back within ten seconds, with its end and reason', async () => {
    const {top, panel} = await show(states.full, {}, answering(states.full));
    await top.click('Change state');
    await top.click('Put on hold');
    await until('the form stands', () => top.hasField('Why is the plan put on hold?'));
    await top.click('In hospital');
    await top.click('Put on hold');
    assert.equal(top.focus, 'Undo');
    assert.include(top.text, 'The plan is on hold.');
    await top.click('Undo');
    assert.deepEqual(wishes(panel).at(-1), [
      'changePlan',
      'plan:state',
      {status: 'active', end: null, reason: null},
      'en-CA',
    ]);
    await until('the focus is on the state', () => top.focus.startsWith('Active plan'));
  });

  it('closes in two steps, with a reason', async () => {
    const {top, panel} = await show(states.full, {}, answering(states.full));
    await top.click('Change state');
    await top.click('Close');
    await until('the form stands', () => top.hasField('Why is the plan closed?'));
    await top.click('Close');
    assert.deepEqual(wishes(panel), []);
    assert.include(top.text, 'Say why.');
    await top.click('Goals reached');
    await top.click('Close');
    assert.deepEqual(wishes(panel), [
      [
        'changePlan',
        'plan:state',
        {status: 'completed', end: '2026-11-22', reason: {text: 'Goals reached', lang: 'en-CA'}},
        'en-CA',
      ],
    ]);
  });

  it('names who coordinates the plan: whom it names itself, else the case manager of the team', async () => {
    assert.include((await show(states.full)).top.text, 'Coordinated by Julie Fictive');
    const named = {...fullPlan, author: {reference: 'Practitioner/md', display: 'By its display'}};
    assert.include((await show(withPlan({plan: named}))).top.text, 'Coordinated by Dr. Paul Inventé');
    const unknown = {...fullPlan, author: {reference: 'Practitioner/else', display: 'By its display'}};
    const {top} = await show(withPlan({plan: unknown}), {language: 'fr-CA'});
    assert.include(top.text, 'Coordination\u00a0: By its display');
  });

  it('makes somebody else the coordinator: who no longer is, is said before; one save, taken back by another', async () => {
    const named = withPlan({plan: {...fullPlan, author: {reference: 'Practitioner/md', display: 'Paul'}}});
    const {top, panel} = await show(named, {}, answering(named));
    await top.click('Change coordinator');
    await until('the form stands', () => top.hasField('Who coordinates the plan from now on?'));
    assert.include(top.text, 'Dr. Paul Inventé coordinates the plan now.');
    await top.click('Make coordinator');
    assert.include(top.text, 'Choose somebody.');
    assert.deepEqual(wishes(panel), []);
    await top.choose(
      'Who coordinates the plan from now on?',
      'Julie Fictive, Nurse case manager, GMF de l’Exemple',
    );
    assert.include(
      top.text,
      'From now on Julie Fictive coordinates the plan. Dr. Paul Inventé no longer does. Dr. Paul Inventé stays on the team (Family physician or primary care provider): nobody’s role there changes.',
    );
    await top.click('Make coordinator');
    const author = {reference: 'Practitioner/cm', display: 'Julie Fictive'};
    assert.deepEqual(wishes(panel), [['changePlan', 'plan:coordinator', {author}, 'en-CA']]);
    assert.include(top.text, 'Julie Fictive coordinates the plan now.');
    assert.equal(top.focus, 'Undo');
    await press('Enter');
    assert.deepEqual(wishes(panel)[1], [
      'changePlan',
      'plan:coordinator',
      {author: {reference: 'Practitioner/md', display: 'Paul'}},
      'en-CA',
    ]);
  });

  it('says in French who is taken as coordinator, and that nobody can be named in a note or of an empty team', async () => {
    const {top} = await show(states.full, {language: 'fr-CA'});
    await top.click('Changer la coordination');
    await until('the form stands', () => top.text.includes('Le plan ne nomme personne'));
    assert.include(
      top.text,
      'Julie Fictive, gestionnaire de cas de l’équipe, en assure donc la coordination.',
    );
    const noted = {
      ...states.full,
      abilities: {...states.full.abilities, updateCarePlan: {allowed: true, via: 'note'}},
      team: {status: 'ready', gaps: [], asOf: '', value: {members: [], teamIds: []}},
    } as const;
    const second = await show(noted, {}, answering(noted));
    await second.top.click('Change coordinator');
    await until('the form stands', () => second.top.hasButton('Make coordinator'));
    assert.include(second.top.text, 'The plan is kept as a note here, which does not name a coordinator');
    assert.include(second.top.text, 'Nobody else on the team can be named.');
    await second.top.click('Make coordinator');
    assert.deepEqual(wishes(second.panel), []);
  });

  it('compares the goals of several plans in their own words', async () => {
    const other = emptyPlan({id: 'other', goalIds: ['g3', 'gone']});
    const {top} = await show(withPlan({plan: {...fullPlan, goalIds: ['g1']}, rivals: [other]}));
    const rows = top.parts('isp-plan-rivals')[0]?.shadowRoot?.querySelectorAll('tr') ?? [];
    const row = [...rows].at(-1)?.textContent?.replace(/\s+/g, ' ') ?? '';
    assert.match(row, /Goals Know whom to call.* Keep my apartment ?No words recorded for this goal/);
  });

  it('warns of another active plan and lays both side by side, without choosing', async () => {
    const {top, panel} = await show(states.rivals);
    assert.include(top.text, 'Several active plans');
    await top.unfold('Compare');
    assert.include(top.text, 'Logement au troisième étage, sans ascenseur.');
    assert.deepEqual(wishes(panel), []);
  });

  it('says why nothing can be changed, and offers nothing then', async () => {
    const {top, more} = await show({...states.full, abilities: readOnly().abilities});
    assert.deepEqual([...top.buttons, ...more.buttons], ['What has changed since the last review?']);
    assert.include(more.text, 'The plan can be read but not changed here.');
    const none = await show({...withPlan({}), abilities: readOnly().abilities});
    assert.include(none.top.text, 'No plan can be started here.');
  });

  it('never loses the words of a form whose plan is not there any more', async () => {
    const {top, panel} = await show(withPlan({}, {drafts: {'plan:person': {needs: 'Un médecin'}}}));
    assert.include(top.text, 'Un médecin');
    await top.click('Discard');
    assert.deepEqual(panel.store.get().drafts, {});
  });

  it('shows the conflict of a group, and settles it by the choices', async () => {
    const conflict = {
      what: 'fields',
      resource: 'CarePlan',
      fields: [{name: 'strengths', base: fullPlan.strengths, mine: fullPlan.needs, theirs: fullPlan.housing}],
      theirsAt: null,
      theirsBy: null,
    } as const;
    const state = {...states.full, saves: {'plan:person': {status: 'conflict', conflict}}} as PanelState;
    const {more, panel} = await show(state, {}, answering(state));
    assert.include(more.text, 'Somebody else changed the plan meanwhile');
    await more.take('In the record now');
    await more.click('Save my choice');
    assert.deepEqual(wishes(panel), [['settle', 'plan:person', {strengths: 'theirs'}]]);
  });

  it('tells what changed since the review, with the day and the author, once somebody asks', async () => {
    const words = (text: string) => ({text, lang: null});
    const version = (day: string, detail: PlanDetail, authors: PlanVersion['authors'] = {}): PlanVersion => ({
      at: `${day}T15:00:00Z`,
      day,
      detail,
      authors,
    });
    const before = version('2026-09-30', {
      ...fullPlan,
      version: '0',
      housing: null,
      consent: words('No'),
      author: {reference: 'Practitioner/md', display: null},
    });
    const now = version('2026-11-01', fullPlan, {
      housing: {reference: 'Practitioner/x', display: 'Line Fictive'},
    });
    const {more, panel} = await show(states.full);
    await more.click('What has changed since the last review?');
    assert.deepEqual(wishes(panel), [['wish', 'plan:history', 'readPlanHistory']]);
    const read = (value: readonly PlanVersion[]) =>
      panel.store.update((state) => ({
        ...state,
        later: {...state.later, planHistory: {status: 'ready', value, gaps: [], asOf: ''}},
      }));
    read([before, now]);
    await settled();
    await settled();
    assert.include(more.headings, 'Changes since September 30, 2026');
    assert.include(more.text, 'Before: nothing');
    assert.include(more.text, 'November 1, 2026, Line Fictive');
    assert.include(more.text, 'Before: No');
    assert.match(more.text, /Coordinator Taken out Before: Dr. Paul Inventé/u);
    read([now]);
    await settled();
    assert.include(more.text, 'The record’s versions do not reach back to the review');
    // A version that was not read makes what was read old.
    read([before]);
    await settled();
    assert.isTrue(more.hasButton('What has changed since the last review?'));
  });

  it('works by keyboard alone', async () => {
    const {more, panel} = await show(states.full, {}, answering(states.full));
    more.button('Write: Last meeting').focus();
    await press('Enter');
    await until('the form stands', () => more.hasField('Last meeting'));
    await settled();
    const field = more.field('Last meeting');
    field.value = 'Present: Line';
    field.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true}));
    await settled();
    field.dispatchEvent(
      new KeyboardEvent('keydown', {key: 'Enter', ctrlKey: true, bubbles: true, composed: true}),
    );
    await settled();
    assert.equal(wishes(panel).length, 1);
    assert.equal(more.focus, 'Write: Last meeting');
  });
});

function actionWithout(field: 'who' | 'due') {
  const {later} = withPlan({});
  const [first] = later.actions?.status === 'ready' ? later.actions.value : [];
  return {...first!, [field]: null};
}
