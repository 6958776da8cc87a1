import type {Goal, GoalAchievement, GoalLifecycle, LinkedCondition} from '../domain/goal.ts';
import {DOMAIN_SYSTEM} from '../domain/goal-domains.ts';
import type {Words} from '../domain/text.ts';
import {conceptOf, conceptText, pointerOf} from './concept-text.ts';
import {dateOf} from './fhir-date.ts';
import {isObject, textOf} from './json.ts';
import {topicOf} from './plan-topics.ts';
import {readOnlyReason} from './read-only.ts';
import {targetOf} from './references.ts';
import {goal as schema, type GoalWire} from './schema/goal.ts';
import {readLenient} from './schema/lenient.ts';
import {wordsAt} from './words.ts';

const lifecycles: readonly GoalLifecycle[] = [
  'proposed',
  'planned',
  'accepted',
  'active',
  'on-hold',
  'completed',
  'cancelled',
  'entered-in-error',
  'rejected',
];

const achievements: readonly GoalAchievement[] = [
  'in-progress',
  'improving',
  'worsening',
  'no-change',
  'achieved',
  'sustaining',
  'not-achieved',
  'no-progress',
  'not-attainable',
];

/** Addresses of the achievement codes: that of R4 and the older one that systems still send; some send none. */
const achievementSystems: readonly (string | null)[] = [
  'http://terminology.hl7.org/CodeSystem/goal-achievement',
  'http://hl7.org/fhir/goal-achievement',
  null,
];

/** Reads one Goal; null when it has no id or is none at all. Its place in the plan is not known here. */
export function mapGoal(resource: unknown): Goal | null {
  if (!isObject(resource)) return null;
  const read = readLenient(schema, resource);
  if (read === null) return null;
  const wire = read.value;
  // Some systems still send the `status` of STU3 alone: it is shown as it is, and not interpreted.
  const conditions = conditionsOf(wire);
  const code = textOf(wire.lifecycleStatus) ?? textOf(wire['status']) ?? '';
  return {
    id: wire.id,
    version: textOf(wire.meta?.versionId),
    words: wordsOf(wire),
    clinical: clinicalOf(wire),
    lifecycle: lifecycles.find((known) => known === textOf(wire.lifecycleStatus)) ?? 'unrecognized',
    lifecycleCode: code,
    achievement: achievementOf(wire),
    domain: categoryOf(wire),
    barriers: barriersOf(wire),
    dueDate: dueDateOf(wire),
    startDate: dateOf(wire.startDate),
    statusDate: dateOf(wire.statusDate),
    statusReason: textOf(wire.statusReason),
    expressedBy: pointerOf(wire.expressedBy),
    ...(conditions.length > 0 && {conditions}),
    rank: null,
    readOnly: readOnlyReason(resource),
  };
}

function wordsOf({description}: GoalWire): Words {
  return wordsAt(description, 'text') ?? {text: conceptText(conceptOf(description)) ?? '', lang: null};
}

/** The last note that says something, and not of what stands in the way: it is the one that an edit changes. */
function clinicalOf({note}: GoalWire): Words | null {
  const said = (note ?? []).map((one) => wordsAt(one, 'text'));
  return said.findLast((words) => words !== null && !namesBarriers(words.text)) ?? null;
}

/** The newest note whose first line says that it is about what stands in the way. */
function barriersOf({note}: GoalWire): Words | null {
  const said = (note ?? []).map((one) => wordsAt(one, 'text'));
  const found = said.findLast((words) => words !== null && namesBarriers(words.text));
  const text = found && topicOf(found.text)?.words;
  return found && text ? {text, lang: found.lang} : null;
}

/** Whether a note of a goal is about what stands in the way, by its first line. */
export function namesBarriers(note: string): boolean {
  return topicOf(note)?.topic === 'barriers';
}

function achievementOf({achievementStatus}: GoalWire): GoalAchievement | null {
  const codes = (conceptOf(achievementStatus)?.codings ?? [])
    .filter(({system}) => achievementSystems.includes(system))
    .map(({code}) => code);
  return achievements.find((known) => codes.includes(known)) ?? null;
}

/** The category that is a domain of life by the project's code; else the first that says something. */
function categoryOf({category}: GoalWire): Goal['domain'] {
  const all = (category ?? []).flatMap((one) => {
    const concept = conceptOf(one);
    const text = conceptText(concept);
    return concept && text !== null ? [{coded: concept.codings[0] ?? null, text}] : [];
  });
  return all.find(({coded}) => coded?.system === DOMAIN_SYSTEM) ?? all[0] ?? null;
}

/** Of what the goal addresses, the conditions: what points to another type is none, a name alone may be one. */
function conditionsOf({addresses}: GoalWire): readonly LinkedCondition[] {
  return (addresses ?? []).flatMap((one) => {
    const [reference, name] = [textOf(one.reference), textOf(one.display)];
    const conditionId = conditionIdOf(reference);
    const isCondition = reference === null || /(?:^|\/)Condition\//u.test(reference);
    return conditionId !== null || (isCondition && name !== null) ? [{conditionId, name}] : [];
  });
}

/** The id of the condition of this record that a reference names; null for any other, one with a base too. */
export function conditionIdOf(reference: string | null): string | null {
  const target = targetOf(reference);
  if (target?.kind !== 'resource' || target.type !== 'Condition' || target.base !== null) return null;
  return target.id;
}

function dueDateOf({target}: GoalWire): string | null {
  for (const {dueDate} of target ?? []) {
    const date = dateOf(dueDate);
    if (date !== null) return date;
  }
  return null;
}
