import assert from 'node:assert/strict';
import {describe, test} from 'node:test';
import fc from 'fast-check';
import {crisisTopics, planTopics, type PlanChange} from '../../../src/domain/plan-detail.ts';
import {mapCarePlan} from '../../../src/fhir/map-care-plan.ts';
import {mapCrisisPlan, mapPlanDetail} from '../../../src/fhir/map-plan-detail.ts';
import {crisisRules, editPlan} from '../../../src/fhir/write/edit-plan.ts';
import {missingFields} from '../../../src/fhir/write/field-edit.ts';
import {blankCrisisPlan, blankPlan} from '../../../src/fhir/write/new-plan.ts';
import {parseRaw, printRaw, toPlain, toRaw, type RawObject} from '../../../src/fhir/write/raw-json.ts';

const by = {today: '2026-11-22', now: '2026-11-22T15:00:00Z', user: 'Practitioner/n1'};
const zone = 'America/Toronto';
const fr = (text: string) => ({text, lang: 'fr-CA'});

const text = `{"resourceType":"CarePlan","id":"isp","status":"active","intent":"plan","subject":{"reference":"Patient/p1"},
"title":"Individualized services plan","period":{"start":"2026-04-22","extension":[{"url":"x","valueDecimal":1.10}]},
"note":[{"text":"Allergic to dogs","time":"2026-01-01"},{"id":"n2","authorString":"A. Roy","text":"Strengths: stubborn"},
{"text":"Strengths:\\nA sister next door"}],
"activity":[{"detail":{"description":"Call","status":"scheduled"}},
{"id":"r1","detail":{"code":{"text":"Review of the plan"},"status":"scheduled","scheduledPeriod":{"end":"2026-10-22"}}},
{"detail":{"code":{"text":"Review"},"status":"completed","scheduledPeriod":{"start":"2026-04-22","end":"2026-04-22"}}}]}`;

function edited(change: PlanChange, source = text, lang = 'en-CA'): RawObject {
  const raw = parseRaw(source);
  assert.ok(raw);
  editPlan(raw, change, by, lang);
  return raw;
}
const read = (raw: RawObject) => mapPlanDetail(toPlain(raw), zone);

describe('the plan as it is read', () => {
  test('the newest note on a topic counts, other notes are none of the plan’s topics', () => {
    const plan = mapPlanDetail(JSON.parse(text), zone);
    assert.deepEqual(plan?.strengths, {text: 'A sister next door', lang: null});
    assert.equal(plan?.needs, null);
  });

  test('the review that was done and the one that is planned', () => {
    const plan = mapPlanDetail(JSON.parse(text), zone);
    assert.equal(plan?.reviewed, '2026-04-22');
    assert.equal(plan?.nextReview, '2026-10-22');
  });

  test('both languages of every first line are read', () => {
    for (const topic of planTopics) {
      for (const lang of ['en-CA', 'fr-CA']) {
        const plan = read(edited({[topic]: {text: `Words\nof ${topic}`, lang}}));
        assert.deepEqual(plan?.[topic], {text: `Words\nof ${topic}`, lang}, `${topic} ${lang}`);
      }
    }
  });

  test('words of the person keep their language, and first paint finds them too', () => {
    const raw = edited({matters: fr('Rester chez moi')});
    assert.deepEqual(read(raw)?.matters, fr('Rester chez moi'));
    assert.equal(mapCarePlan(toPlain(raw))?.plan.whatMatters, 'Rester chez moi');
  });
});

describe('the plan as it is written', () => {
  test('only what was changed is another byte', () => {
    const before = printRaw(parseRaw(text) ?? new Map());
    const after = printRaw(edited({needs: {text: 'A ride', lang: 'en-CA'}}));
    const added = ',' + printRaw(toRaw({text: 'Needs:\nA ride'})).slice(0, -1);
    assert.ok(after.includes('"valueDecimal":1.10'));
    const at = after.indexOf(added);
    assert.ok(at > 0);
    const end = after.indexOf('],"activity"');
    assert.equal(after.slice(0, at) + after.slice(end), before);
  });

  test('the newest note on a topic is written anew, with who says it; an older author does not sign it', () => {
    const json = toPlain(edited({strengths: {text: 'Stubborn, and proud of it', lang: 'en-CA'}})) as {
      note: Record<string, unknown>[];
    };
    assert.equal(json.note.length, 3);
    assert.equal(json.note[1]?.['text'], 'Strengths: stubborn');
    assert.equal(json.note[2]?.['text'], 'Strengths:\nStubborn, and proud of it');
    assert.deepEqual(json.note[2]?.['authorReference'], {reference: 'Practitioner/n1'});
  });

  test('taking a topic out takes every note on it out, and no other', () => {
    const json = toPlain(edited({strengths: null})) as {note: {text: string}[]};
    assert.deepEqual(
      json.note.map((note) => note.text),
      ['Allergic to dogs'],
    );
    const [only] = [toPlain(edited({strengths: null}, text.replace('"Allergic to dogs"', '"Strengths: x"')))];
    assert.ok(!('note' in (only as object)));
  });

  test('a review is added beside what was done before, and the planned one gets its new day', () => {
    const plan = read(edited({reviewed: '2026-11-22', nextReview: '2027-05-22'}));
    assert.equal(plan?.reviewed, '2026-11-22');
    assert.equal(plan?.nextReview, '2027-05-22');
    const json = toPlain(edited({nextReview: '2027-05-22'})) as {
      activity: {detail: {scheduledPeriod?: object}}[];
    };
    assert.equal(json.activity.length, 3);
    assert.deepEqual(json.activity[1]?.detail.scheduledPeriod, {end: '2027-05-22'});
  });

  test('no next review: the planned one is cancelled, never removed', () => {
    const raw = edited({nextReview: null});
    assert.equal(read(raw)?.nextReview, null);
    assert.match(printRaw(raw), /"id":"r1".*"status":"cancelled"/u);
  });

  test('another coordinator takes the place of the former one with all that stood of them; null names nobody', () => {
    const former = {
      reference: 'Practitioner/a',
      type: 'Practitioner',
      identifier: {value: '1'},
      display: 'A',
    };
    const source = printRaw(toRaw({...JSON.parse(text), author: former}) as RawObject);
    for (const [author, expected] of [
      [
        {reference: 'Practitioner/b', display: 'B'},
        {reference: 'Practitioner/b', display: 'B'},
      ],
      [{reference: null, display: 'B'}, {display: 'B'}],
      [{reference: 'Practitioner/b', display: null}, {reference: 'Practitioner/b'}],
      [{reference: null, display: null}, undefined],
      [null, undefined],
    ] as const) {
      const raw = edited({author}, source);
      assert.deepEqual((toPlain(raw) as {author?: object}).author, expected);
      raw.delete('author');
      const before = parseRaw(source);
      before?.delete('author');
      assert.equal(printRaw(raw), printRaw(before ?? new Map()));
    }
  });

  test('somebody who came back by the whole address, or by another name, is the one that was sent; nobody else is', () => {
    const sent = {reference: 'Practitioner/b', display: 'B'};
    for (const [reference, isKept] of [
      ['Practitioner/b', true],
      ['https://ehr.example/fhir/Practitioner/b', true],
      ['Practitioner/bb', false],
      ['https://ehr.example/fhir/XPractitioner/b', false],
      [null, false],
    ] as const) {
      const came = {author: {reference, display: 'Dr B'}};
      assert.deepEqual(
        missingFields(came, {author: sent}, ['author']),
        isKept ? [] : ['author'],
        `${reference}`,
      );
      const whole = {author: {reference: 'https://ehr.example/fhir/Practitioner/b', display: 'B'}};
      assert.equal(missingFields(came, whole, ['author']).length === 0, isKept);
    }
  });

  test('a plan without a period gets no empty one', () => {
    const bare = '{"resourceType":"CarePlan","id":"x","status":"draft","subject":{"reference":"Patient/p1"}}';
    assert.equal(printRaw(edited({end: null}, bare)), bare);
  });

  test('who agreed, how and when comes back as it was given, in both languages', () => {
    const agreements = [
      {name: 'Marguerite Exemple', way: 'verbal', date: '2026-11-22'},
      {name: 'Dr. Anne-Marie Roy - Côté', way: 'signed', date: '2026-11-23'},
      {name: 'Paul', way: null, date: null},
    ] as const;
    for (const lang of ['en-CA', 'fr-CA']) {
      const plan = read(edited({agreements}, text, lang));
      assert.deepEqual(plan?.agreements, [
        agreements[0],
        {...agreements[1], name: 'Dr. Anne-Marie Roy, Côté'},
        agreements[2],
      ]);
    }
    assert.deepEqual(read(edited({agreements: []}))?.agreements, []);
  });

  test('any words come back to the letter, but for blanks around them', () => {
    fc.assert(
      fc.property(
        fc.string({unit: 'binary', minLength: 1}),
        fc.constantFrom(...planTopics),
        (words, topic) => {
          fc.pre(words.trim() !== '' && words.isWellFormed());
          assert.equal(read(edited({[topic]: {text: words, lang: 'fr-CA'}}))?.[topic]?.text, words.trim());
        },
      ),
    );
  });
});

describe('new plans', () => {
  test('a new plan is a draft, found again as the services plan in both languages', () => {
    for (const lang of ['en-CA', 'fr-CA']) {
      const blank = blankPlan('p1', {today: '2026-11-22', lang, goalIds: ['g1'], teamIds: ['t1']});
      const record = mapCarePlan({...blank, id: 'new'});
      assert.equal(record?.kind, 'named');
      assert.equal(record.plan.status, 'draft');
      assert.deepEqual(record.plan.goalIds, ['g1']);
    }
  });

  test('a crisis plan is never taken for the services plan, and says what it was given', () => {
    for (const lang of ['en-CA', 'fr-CA']) {
      const raw = toRaw({
        ...blankCrisisPlan('p1', {today: '2026-11-22', lang, planId: 'isp'}),
        id: 'c',
      }) as RawObject;
      const change = Object.fromEntries(crisisTopics.map((topic) => [topic, {text: `${topic} words`, lang}]));
      crisisRules(by).apply(raw, change);
      assert.equal(mapCarePlan(toPlain(raw))?.kind, 'other');
      const crisis = mapCrisisPlan(toPlain(raw));
      for (const topic of crisisTopics) assert.deepEqual(crisis?.[topic], {text: `${topic} words`, lang});
    }
  });

  test('words of another system’s crisis plan are shown as they stand', () => {
    const crisis = mapCrisisPlan({
      resourceType: 'CarePlan',
      id: 'c',
      status: 'active',
      description: 'Oxygen at 2 L',
      note: [{text: 'Ask for Annie'}, {text: 'Warning signs: blue lips'}],
    });
    assert.deepEqual(crisis?.other, {text: 'Oxygen at 2 L\nAsk for Annie', lang: null});
    assert.equal(crisis.signs?.text, 'blue lips');
  });
});

test('a first line with nothing below it says nothing, and takes no earlier words away', () => {
  const detail = mapPlanDetail(
    {
      resourceType: 'CarePlan',
      id: 'isp',
      status: 'active',
      note: [{text: 'Forces :\nTient bon'}, {text: 'Forces :\n'}, {text: 'Besoins :'}],
    },
    'America/Toronto',
  );
  assert.deepEqual([detail?.strengths?.text, detail?.needs], ['Tient bon', null]);
});
