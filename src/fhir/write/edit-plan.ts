import {
  crisisTopics,
  planTopics,
  type CrisisChange,
  type CrisisPlan,
  type PlanChange,
  type PlanDetail,
} from '../../domain/plan-detail.ts';
import type {Pointer} from '../../domain/text.ts';
import {toldTopics} from '../../domain/plan-changes.ts';
import {printAgreements} from '../agreement-lines.ts';
import {ACTION_SYSTEM, actionDisplays, REVIEW} from '../action-codes.ts';
import {mapCrisisPlan, mapPlanDetail, OPEN_ACTIVITY} from '../map-plan-detail.ts';
import {conceptOf} from '../concept-text.ts';
import {namesReview} from '../plan-review.ts';
import type {Authorship} from './annotation.ts';
import type {FieldRules} from './field-edit.ts';
import {setPrimitive} from './primitive.ts';
import {
  ensureList,
  ensureObject,
  objectAt,
  objectsAt,
  stringAt,
  toPlain,
  toRaw,
  type Plain,
  type RawObject,
} from './raw-json.ts';
import {setTopic} from './topic-note.ts';

/** Every field of a plan that a change may hold. */
export const planFields = [
  'status',
  'start',
  'end',
  'reviewed',
  'nextReview',
  'agreements',
  'author',
  ...toldTopics,
] as const satisfies readonly (keyof PlanChange)[];

/** How the services plan is read and changed. `lang` is the language of the screen, for what has none of its own. */
export function planRules(by: Authorship, zone: string, lang: string): FieldRules<PlanDetail, PlanChange> {
  return {
    what: 'CarePlan',
    fields: planFields,
    read: (json) => mapPlanDetail(json, zone),
    apply: (raw, change) => editPlan(raw, change, by, lang),
    // A reason explains one state: it cannot be put beside a state that somebody else has set.
    clashes: (field, moved, mine) =>
      field === 'reason' && moved.includes('status') && !mine.includes('status'),
  };
}

/** How the crisis plan is read and changed. */
export function crisisRules(by: Authorship): FieldRules<CrisisPlan, CrisisChange> {
  return {
    what: 'CarePlan',
    fields: crisisTopics,
    read: mapCrisisPlan,
    apply(raw, change) {
      for (const topic of crisisTopics) {
        const words = change[topic];
        if (words !== undefined) setTopic(raw, topic, words, by);
      }
    },
  };
}

/** Puts a change into a CarePlan, in place, and touches nothing else. */
export function editPlan(plan: RawObject, change: PlanChange, by: Authorship, lang: string): void {
  if (change.status) setPrimitive(plan, 'status', change.status);
  if (change.start) setPrimitive(ensureObject(plan, 'period'), 'start', change.start);
  if (change.end !== undefined) setEnd(plan, change.end);
  if (change.reviewed) ensureList(plan, 'activity').push(toRaw(review('completed', change.reviewed, lang)));
  if (change.nextReview !== undefined) setNextReview(plan, change.nextReview, lang);
  if (change.agreements) {
    const text = printAgreements(change.agreements, lang);
    setTopic(plan, 'agreements', text === '' ? null : {text, lang}, by);
  }
  if (change.author !== undefined) setAuthor(plan, change.author);
  for (const topic of planTopics) {
    const words = change[topic];
    if (words !== undefined) setTopic(plan, topic, words, by);
  }
}

/** Another person altogether: what stood of the former one (type, identifier) goes with them. */
function setAuthor(plan: RawObject, author: Pointer | null): void {
  const {reference, display} = author ?? {reference: null, display: null};
  if (reference === null && display === null) plan.delete('author');
  else
    plan.set('author', toRaw({...(reference !== null && {reference}), ...(display !== null && {display})}));
}

function setEnd(plan: RawObject, end: string | null): void {
  if (end === null && !objectAt(plan, 'period')) return;
  const period = ensureObject(plan, 'period');
  setPrimitive(period, 'end', end);
  if (period.size === 0) plan.delete('period');
}

/** The planned review gets another day; where none is planned, one is. Null cancels it, which FHIR can say. */
function setNextReview(plan: RawObject, day: string | null, lang: string): void {
  const planned = objectsAt(plan, 'activity').flatMap((activity) => {
    const detail = objectAt(activity, 'detail');
    return detail && isPlannedReview(detail) ? [detail] : [];
  });
  if (day === null) {
    for (const detail of planned) setPrimitive(detail, 'status', 'cancelled');
    return;
  }
  const [first, ...others] = planned;
  // Only one review is the next: a second one would bring back the day that was just put off.
  for (const detail of others) setPrimitive(detail, 'status', 'cancelled');
  if (!first) {
    ensureList(plan, 'activity').push(toRaw(review('scheduled', day, lang)));
    return;
  }
  // scheduled[x] is a choice: another form of it would stand beside the period.
  first.delete('scheduledString');
  first.delete('scheduledTiming');
  first.set('scheduledPeriod', toRaw({end: day}));
}

function isPlannedReview(detail: RawObject): boolean {
  if (!OPEN_ACTIVITY.includes(stringAt(detail, 'status') ?? '')) return false;
  const code = objectAt(detail, 'code');
  return code !== null && namesReview(conceptOf(toPlain(code) as Parameters<typeof conceptOf>[0]));
}

function review(
  status: 'completed' | 'scheduled',
  day: string,
  lang: string,
): {readonly [name: string]: Plain} {
  const text = lang.startsWith('fr') ? 'Révision du plan' : 'Review of the plan';
  return {
    detail: {
      kind: 'Task',
      code: {coding: [{system: ACTION_SYSTEM, code: REVIEW, display: actionDisplays.review}], text},
      status,
      scheduledPeriod: status === 'completed' ? {start: day, end: day} : {end: day},
    },
  };
}
