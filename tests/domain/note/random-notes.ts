import fc from 'fast-check';
import type {IspNote, NoteAction, NoteGoal} from '../../../src/domain/note/isp-note.ts';
import {noteText} from '../../../src/domain/note/note-check.ts';
import {
  achievements,
  actionStatuses,
  categories,
  lifecycles,
  memberKinds,
  planStatuses,
} from '../../../src/domain/note/note-words.ts';

/** Texts that a person may type, and those that look like the note's own lines. */
const hostile = [
  'G1 [active / actif] not a goal',
  'A1.1 [to do / à faire] nor an action',
  'Status / État: active',
  'GOALS / OBJECTIFS',
  '   | more',
  '| x',
  '[fr] Rester chez moi',
  '[-] a dash',
  'ISP v1 · id x · y · en · check 00000000',
  '« Je veux » : l’été, à Québec; "oui"',
  '<script>alert(1)</script>',
  'deux\nlignes\n\net une vide',
  '=cmd|"/c"!A1',
  'T1 Somebody',
  'a: b: c',
  '\ud83d\ude00 e\u0301 \u00e9',
  'line\r\nend\u2028and\tmore',
];
const text = fc
  .oneof(fc.constantFrom(...hostile), fc.string({unit: 'binary', maxLength: 40}), fc.lorem({maxCount: 6}))
  .map((raw) => noteText(raw) ?? 'x');
const maybe = fc.option(text, {nil: null});
const day = fc.option(fc.constantFrom('2026-11-22', '2027-01', '2028'), {nil: null});
const lang = fc.constantFrom('en', 'fr', 'fr-CA', null);
const keys = <K extends string>(table: Readonly<Record<K, unknown>>): fc.Arbitrary<K> =>
  fc.constantFrom(...(Object.keys(table) as K[]));
const degree = fc.option(fc.integer({min: 0, max: 10}), {nil: null});
const action: fc.Arbitrary<NoteAction> = fc.record({
  what: text,
  status: keys(actionStatuses),
  who: maybe,
  due: day,
  done: day,
  category: fc.option(keys(categories), {nil: null}),
  reason: maybe,
});
const goal: fc.Arbitrary<NoteGoal> = fc.record({
  number: fc.integer({min: 1, max: 40}),
  words: fc.record({text, lang}),
  lifecycle: keys(lifecycles),
  achievement: fc.option(keys(achievements), {nil: null}),
  clinical: maybe,
  domain: maybe,
  target: maybe,
  start: day,
  changed: day,
  due: day,
  reason: maybe,
  barriers: maybe,
  importance: degree,
  confidence: degree,
  actions: fc.array(action, {maxLength: 3}),
});
/** Any plan as a note may hold it, hostile texts included. */
export const note: fc.Arbitrary<IspNote> = fc.record({
  id: fc.uuid(),
  written: fc.constantFrom('2026-11-22T14:03:00-05:00', '2026-11-22T19:03:00Z'),
  lang: fc.constantFrom('en', 'fr'),
  author: maybe,
  status: keys(planStatuses),
  start: day,
  end: day,
  reviewed: day,
  nextReview: day,
  agreed: maybe,
  other: maybe,
  whatMatters: fc.option(fc.record({text, lang}), {nil: null}),
  strengths: maybe,
  needs: maybe,
  barriers: maybe,
  housing: maybe,
  income: maybe,
  transport: maybe,
  food: maybe,
  work: maybe,
  consent: maybe,
  visibleTo: maybe,
  meeting: maybe,
  reason: maybe,
  contacts: maybe,
  goals: fc.uniqueArray(goal, {maxLength: 5, selector: ({number}) => number}),
  otherActions: fc.array(action, {maxLength: 3}),
  team: fc.array(
    fc.record({
      name: text,
      kind: fc.option(keys(memberKinds), {nil: null}),
      role: maybe,
      code: maybe,
      organization: maybe,
      phone: maybe,
      since: day,
      until: day,
      reason: maybe,
    }),
    {maxLength: 6},
  ),
  crisis: fc.option(
    fc.record({signs: text, self: maybe, department: maybe, call: maybe, afterHours: maybe}),
    {nil: null},
  ),
});
