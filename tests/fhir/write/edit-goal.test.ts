import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import type {Goal} from 'fhir/r4';
import type {GoalChange, LinkedCondition} from '../../../src/domain/goal.ts';
import {annotation} from '../../../src/fhir/write/annotation.ts';
import {editGoal, isModifiedWhereTouched} from '../../../src/fhir/write/edit-goal.ts';
import {mapGoal} from '../../../src/fhir/map-goal.ts';
import {newGoal} from '../../../src/fhir/write/new-goal.ts';
import {parseRaw, printRaw, toPlain, type RawObject} from '../../../src/fhir/write/raw-json.ts';

const by = {today: '2026-11-22', now: '2026-11-22T15:00:00.000Z', user: 'Practitioner/n1'};

const FULL = `{"resourceType":"Goal","id":"g1","meta":{"versionId":"3","tag":[{"code":"x"}]},"text":{"status":"generated","div":"<div>old</div>"},
"contained":[{"resourceType":"Observation","id":"o","valueQuantity":{"value":1.10}}],
"extension":[{"url":"http://example.org/vendor","valueDecimal":0.500}],
"identifier":[{"system":"http://example.org","value":"7"}],
"lifecycleStatus":"active","_lifecycleStatus":{"extension":[{"url":"http://example.org/a","valueString":"b"}]},
"achievementStatus":{"extension":[{"url":"http://example.org/kept","valueBoolean":true}],"coding":[{"system":"http://hl7.org/fhir/goal-achievement","code":"in-progress"}],"text":"en cours"},
"description":{"coding":[{"system":"http://snomed.info/sct","code":"1"}],"text":"Marcher","_text":{"extension":[{"url":"http://hl7.org/fhir/StructureDefinition/language","valueCode":"fr"},{"url":"http://example.org/c","valueCode":"d"}]}},
"subject":{"reference":"Patient/p1"},"startDate":"2026-01-01",
"target":[{"measure":{"text":"Poids"},"detailQuantity":{"value":70.0,"unit":"kg"},"dueDate":"2026-12-01"},{"dueDuration":{"value":1.0,"unit":"mo"}}],
"statusDate":"2026-01-01","statusReason":"début","outcomeReference":[{"reference":"Observation/x"}],
"note":[{"text":"une autre note","time":"2020-01-01"},{"authorReference":{"reference":"Practitioner/z"},"text":"Augmenter la marche"}]}`;

const raw = (text = FULL): RawObject => {
  const parsed = parseRaw(text);
  assert.ok(parsed);
  return parsed;
};
const edited = (change: GoalChange, text = FULL): {raw: RawObject; json: Goal} => {
  const goal = raw(text);
  editGoal(goal, change, by);
  return {raw: goal, json: toPlain(goal) as Goal};
};

/** Names of the members that differ in their source from the full goal. */
function touched(goal: RawObject): string[] {
  const before = raw();
  const names = new Set([...before.keys(), ...goal.keys()]);
  return [...names].filter((name) => {
    const [a, b] = [before.get(name), goal.get(name)];
    return (a && printRaw(a)) !== (b && printRaw(b));
  });
}

const cases: {name: string; change: GoalChange; touches: string[]; check: (goal: Goal) => void}[] = [
  {
    name: 'words and their language; the coding and other extensions stay',
    change: {words: {text: 'Walk', lang: 'en'}},
    touches: ['description'],
    check({description}) {
      assert.equal(description.text, 'Walk');
      assert.equal(description.coding?.[0]?.code, '1');
      assert.deepEqual(
        description._text?.extension?.map(({url, valueCode}) => [url, valueCode]),
        [
          ['http://hl7.org/fhir/StructureDefinition/language', 'en'],
          ['http://example.org/c', 'd'],
        ],
      );
    },
  },
  {
    name: 'words of unknown language take the old language out',
    change: {words: {text: 'x', lang: null}},
    touches: ['description'],
    check: ({description}) => assert.equal(description._text?.extension?.length, 1),
  },
  {
    name: 'lifecycle, with its date and reason',
    change: {lifecycle: 'on-hold', statusReason: 'hospitalisée'},
    touches: ['lifecycleStatus', 'statusDate', 'statusReason'],
    check(goal) {
      assert.deepEqual(
        [goal.lifecycleStatus, goal.statusDate, goal.statusReason],
        ['on-hold', by.today, 'hospitalisée'],
      );
      assert.equal(goal._lifecycleStatus?.extension?.length, 1);
    },
  },
  {
    name: 'a reason can be taken out',
    change: {statusReason: null},
    touches: ['statusDate', 'statusReason'],
    check: (goal) => assert.equal('statusReason' in goal, false),
  },
  {
    name: 'achievement replaces the old coding and its text by the R4 system',
    change: {achievement: 'achieved'},
    touches: ['achievementStatus', 'statusDate'],
    check({achievementStatus}) {
      assert.deepEqual(achievementStatus?.coding, [
        {system: 'http://terminology.hl7.org/CodeSystem/goal-achievement', code: 'achieved'},
      ]);
      assert.equal(achievementStatus?.text, undefined);
      assert.equal(achievementStatus?.extension?.length, 1);
    },
  },
  {
    name: 'achievement can be taken out',
    change: {achievement: null},
    touches: ['achievementStatus', 'statusDate'],
    check: (goal) => assert.equal('achievementStatus' in goal, false),
  },
  {
    name: 'a due date goes to the target that has one; measure and decimals stay',
    change: {dueDate: '2027-01-15'},
    touches: ['target'],
    check({target}) {
      assert.equal(target?.[0]?.dueDate, '2027-01-15');
      assert.equal(target?.[0]?.measure?.text, 'Poids');
    },
  },
  {
    name: 'a due date can be taken out; the rest of the target stays',
    change: {dueDate: null},
    touches: ['target'],
    check({target}) {
      assert.equal(target?.length, 2);
      assert.equal('dueDate' in (target?.[0] ?? {}), false);
      assert.equal(target?.[0]?.detailQuantity?.unit, 'kg');
    },
  },
];

for (const {name, change, touches, check} of cases) {
  test(name, () => {
    const {raw: goal, json} = edited(change);
    check(json);
    assert.deepEqual(touched(goal).toSorted(), touches.toSorted());
    assert.match(printRaw(goal), /"value":1\.10/u);
    assert.match(printRaw(goal), /"valueDecimal":0\.500/u);
    assert.match(printRaw(goal), /"value":70\.0,/u);
  });
}

const MINIMAL =
  '{"resourceType":"Goal","id":"g","lifecycleStatus":"active","description":{"text":"x"},"subject":{"reference":"Patient/p1"}}';

test('a due date of a goal without target makes one, which satisfies gol-1 (conformance 65)', () => {
  assert.deepEqual(edited({dueDate: '2027-01-01'}, MINIMAL).json.target, [{dueDate: '2027-01-01'}]);
});

test('a due date is put beside a duration, never into the same target (one choice of due[x])', () => {
  const text = MINIMAL.replace('"subject"', '"target":[{"dueDuration":{"value":1.0}}],"subject"');
  assert.deepEqual(edited({dueDate: '2027-01-01'}, text).json.target, [
    {dueDuration: {value: 1}},
    {dueDate: '2027-01-01'},
  ]);
});

test('a target that held only the due date goes with it', () => {
  const text = MINIMAL.replace('"subject"', '"target":[{"dueDate":"2027-01-01"}],"subject"');
  assert.equal('target' in edited({dueDate: null}, text).json, false);
  assert.equal('target' in edited({dueDate: null}, MINIMAL).json, false);
});

test('clinical wording is written to the note that holds it, signed when it is new, and taken out alone', () => {
  const changed = edited({clinical: {text: 'Marche 30 min', lang: 'fr'}}).json;
  assert.deepEqual(
    changed.note?.map((note) => [note.text, note.authorReference?.reference ?? null]),
    [
      ['une autre note', null],
      ['Marche 30 min', 'Practitioner/z'],
    ],
  );
  const added = edited({clinical: {text: 'new', lang: null}}, MINIMAL).json;
  assert.deepEqual(added.note, [
    {authorReference: {reference: 'Practitioner/n1'}, time: by.now, text: 'new'},
  ]);
  assert.equal(edited({clinical: null}).json.note?.length, 1);
  assert.equal('note' in edited({clinical: null}, MINIMAL).json, false);
});

test('a note is signed only by an author that R4 allows', () => {
  assert.equal('authorReference' in annotation('x', {...by, user: 'PractitionerRole/1'}), false);
  assert.equal('authorReference' in annotation('x', {...by, user: null}), false);
});

test('a value that is set is no longer absent', () => {
  const text = MINIMAL.replace(
    '{"text":"x"}',
    '{"_text":{"extension":[{"url":"http://hl7.org/fhir/StructureDefinition/data-absent-reason","valueCode":"unknown"}]}}',
  );
  const {description} = edited({words: {text: 'y', lang: null}}, text).json;
  assert.deepEqual(description, {text: 'y'});
});

test('a modifier extension where the change would touch forbids it', () => {
  const text = MINIMAL.replace('"subject"', '"target":[{"modifierExtension":[{"url":"x"}]}],"subject"');
  assert.equal(isModifiedWhereTouched(raw(text), {dueDate: null}), true);
  assert.equal(isModifiedWhereTouched(raw(text), {statusReason: 'x'}), false);
  assert.equal(isModifiedWhereTouched(raw(), {dueDate: null}), false);
});

test('an edit that is reverted leaves the same value, and every other member as it was written', () => {
  const words = fc.record({text: fc.string({minLength: 1}), lang: fc.constantFrom('fr', 'en')});
  const change = fc.record(
    {
      words,
      lifecycle: fc.constantFrom('active', 'completed', 'on-hold'),
      dueDate: fc.constantFrom('2027-01-01', '2028-02-29'),
      statusReason: fc.string({minLength: 1}),
    },
    {requiredKeys: []},
  );
  const original: GoalChange = {
    words: {text: 'Marcher', lang: 'fr'},
    lifecycle: 'active',
    dueDate: '2026-12-01',
    statusReason: 'début',
  };
  fc.assert(
    fc.property(change, (wish) => {
      const goal = raw();
      editGoal(goal, wish as GoalChange, by);
      const back = Object.fromEntries(Object.entries(original).filter(([name]) => name in wish));
      editGoal(goal, back, {...by, today: '2026-01-01'});
      assert.equal(printRaw(goal), printRaw(raw()));
    }),
  );
});

test('a new goal is the person’s own, started today, with an identifier made beforehand', () => {
  const goal = toPlain(
    newGoal(
      'p1',
      {
        words: {text: 'Revoir mes petits-enfants', lang: 'fr'},
        dueDate: '2027-03-01',
        achievement: 'in-progress',
      },
      '0b0c0d0e-0000-4000-8000-000000000001',
      by,
    ),
  );
  assert.deepEqual(goal, {
    resourceType: 'Goal',
    identifier: [{system: 'urn:ietf:rfc:3986', value: 'urn:uuid:0b0c0d0e-0000-4000-8000-000000000001'}],
    lifecycleStatus: 'active',
    description: {
      text: 'Revoir mes petits-enfants',
      _text: {extension: [{url: 'http://hl7.org/fhir/StructureDefinition/language', valueCode: 'fr'}]},
    },
    subject: {reference: 'Patient/p1'},
    startDate: '2026-11-22',
    statusDate: '2026-11-22',
    expressedBy: {reference: 'Patient/p1'},
    achievementStatus: {
      coding: [{system: 'http://terminology.hl7.org/CodeSystem/goal-achievement', code: 'in-progress'}],
    },
    target: [{dueDate: '2027-03-01'}],
  } satisfies Goal);
});

test('a domain of life takes the place of another one, by code or by words, and categories of other kinds stay', () => {
  const housing = {
    coded: {system: 'urn:isp-panel:goal-domain', code: 'housing', display: 'Housing'},
    text: 'Logement',
  };
  const written = {
    coding: [{system: 'urn:isp-panel:goal-domain', code: 'housing', display: 'Housing'}],
    text: 'Logement',
  };
  const nursing = {
    coding: [{system: 'http://terminology.hl7.org/CodeSystem/goal-category', code: 'nursing'}],
  };
  const withCategories = (...category: object[]): string =>
    JSON.stringify({...JSON.parse(MINIMAL), category});
  assert.deepEqual(edited({domain: housing}, MINIMAL).json.category, [written]);
  const replaced = edited({domain: housing}, withCategories({text: 'Vie sociale'}, nursing)).json;
  assert.deepEqual(replaced.category, [nursing, written]);
  assert.deepEqual(mapGoal(replaced)?.domain, housing);
  assert.deepEqual(edited({domain: null}, withCategories(written, nursing)).json.category, [nursing]);
  assert.equal('category' in edited({domain: null}, withCategories(written)).json, false);
});

test('conditions are linked and unlinked by their ids; whatever else the goal addresses stays to the letter', () => {
  const others =
    '{"reference":"#o","display":"inside"},{"display":"COPD"},{"reference":"Observation/x","extension":[{"url":"http://example.org/d","valueDecimal":1.0}]},{"reference":"https://other.example/Condition/c1"}';
  const own = (id: string): string => `{"reference":"Condition/${id}","display":"${id}","type":"Condition"}`;
  const goalWith = (addresses: string): string =>
    MINIMAL.replace('"subject"', `"addresses":[${addresses}],"subject"`);
  const listed = (json: unknown): readonly LinkedCondition[] => mapGoal(json)?.conditions ?? [];
  const full = goalWith(`${own('c1')},${others},${own('c2')}`);
  const before = listed(toPlain(raw(full)));

  const added = edited({conditions: [...before, {conditionId: 'c9', name: 'Diabète'}]}, full);
  const link = '{"reference":"Condition/c9","display":"Diabète"}';
  assert.equal(printRaw(added.raw), goalWith(`${own('c1')},${others},${own('c2')},${link}`));
  assert.deepEqual(listed(added.json), [...before, {conditionId: 'c9', name: 'Diabète'}]);

  const fewer = edited({conditions: before.filter(({conditionId}) => conditionId !== 'c1')}, full);
  assert.equal(printRaw(fewer.raw), goalWith(`${others},${own('c2')}`));
  assert.equal(printRaw(edited({conditions: before}, full).raw), full);
});

test('a goal that is linked to no condition addresses nothing, and gets the member with the first', () => {
  const one = MINIMAL.replace('"subject"', '"addresses":[{"reference":"Condition/c1"}],"subject"');
  assert.equal('addresses' in edited({conditions: null}, one).json, false);
  assert.deepEqual(edited({conditions: [{conditionId: 'c1', name: null}]}, MINIMAL).json.addresses, [
    {reference: 'Condition/c1'},
  ]);
});

test('what stands in the way is a note of its own, and the clinical wording stays where it is', () => {
  const barriers = {text: 'Les escaliers', lang: 'fr'};
  const both = edited({barriers, clinical: {text: 'Marche 30 min', lang: 'fr'}});
  const read = mapGoal(both.json);
  assert.deepEqual(read?.barriers, barriers);
  assert.equal(read?.clinical?.text, 'Marche 30 min');
  assert.equal(both.json.note?.length, 3);
  assert.match(both.json.note?.at(-1)?.text ?? '', /^Obstacles\u00a0:\nLes escaliers$/);
  const next = edited({clinical: {text: 'Marche 40 min', lang: 'fr'}}, printRaw(both.raw)).json;
  assert.deepEqual([mapGoal(next)?.barriers, mapGoal(next)?.clinical?.text], [barriers, 'Marche 40 min']);
  const without = edited({barriers: null}, printRaw(both.raw)).json;
  assert.deepEqual([mapGoal(without)?.barriers, mapGoal(without)?.clinical?.text], [null, 'Marche 30 min']);
});
