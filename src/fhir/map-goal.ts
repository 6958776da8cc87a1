import type {Goal, GoalAchievement, GoalLifecycle} from '../domain/goal.ts';
import type {Words} from '../domain/text.ts';
import {conceptOf, conceptText, pointerOf} from './concept-text.ts';
import {dateOf} from './fhir-date.ts';
import {isObject, textOf} from './json.ts';
import {readOnlyReason} from './read-only.ts';
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
  const code = textOf(wire.lifecycleStatus) ?? textOf(wire['status']) ?? '';
  return {
    id: wire.id,
    version: textOf(wire.meta?.versionId),
    words: wordsOf(wire),
    clinical: clinicalOf(wire),
    lifecycle: lifecycles.find((known) => known === textOf(wire.lifecycleStatus)) ?? 'unrecognized',
    lifecycleCode: code,
    achievement: achievementOf(wire),
    domain: domainOf(wire),
    dueDate: dueDateOf(wire),
    startDate: dateOf(wire.startDate),
    statusDate: dateOf(wire.statusDate),
    statusReason: textOf(wire.statusReason),
    expressedBy: pointerOf(wire.expressedBy),
    rank: null,
    readOnly: readOnlyReason(resource),
  };
}

function wordsOf({description}: GoalWire): Words {
  return wordsAt(description, 'text') ?? {text: conceptText(conceptOf(description)) ?? '', lang: null};
}

/** The last note that says something, which is the one that an edit changes. */
function clinicalOf({note}: GoalWire): Words | null {
  return (note ?? []).map((one) => wordsAt(one, 'text')).findLast((words) => words !== null) ?? null;
}

function achievementOf({achievementStatus}: GoalWire): GoalAchievement | null {
  const codes = (conceptOf(achievementStatus)?.codings ?? [])
    .filter(({system}) => achievementSystems.includes(system))
    .map(({code}) => code);
  return achievements.find((known) => codes.includes(known)) ?? null;
}

function domainOf({category}: GoalWire): Goal['domain'] {
  for (const one of category ?? []) {
    const concept = conceptOf(one);
    const text = conceptText(concept);
    if (concept && text !== null) return {coded: concept.codings[0] ?? null, text};
  }
  return null;
}

function dueDateOf({target}: GoalWire): string | null {
  for (const {dueDate} of target ?? []) {
    const date = dateOf(dueDate);
    if (date !== null) return date;
  }
  return null;
}
