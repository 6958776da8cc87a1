import type {IspNote, NoteAction, NoteGoal, NoteMember} from '../../domain/note/isp-note.ts';
import {noteTopics} from '../../domain/note/isp-note.ts';
import {noteText} from '../../domain/note/note-check.ts';
import {crisisTopics} from '../../domain/plan-detail.ts';
import {printAgreements} from '../agreement-lines.ts';
import {isObject, items, textOf, type JsonObject} from '../json.ts';
import {mapActivities} from '../map-action.ts';
import {mapCareTeam} from '../map-care-team.ts';
import {mapCarePlan} from '../map-care-plan.ts';
import {mapGoal} from '../map-goal.ts';
import {mapCrisisPlan, mapPlanDetail} from '../map-plan-detail.ts';
import {ReferenceIndex, targetOf} from '../references.ts';
import {goalId} from './note-resources.ts';
import {named, noteAction, roleCode} from './note-values.ts';

/** Where the record is: its time zone and whose it is. */
export interface NotePlace {
  readonly patientId: string;
  /** IANA. */
  readonly zone: string;
  /** Local day of the site, YYYY-MM-DD. */
  readonly today: () => string;
}

/** A note in which nothing is said yet. */
export function blankNote(id: string): IspNote {
  return {
    id,
    written: '',
    lang: 'en',
    author: null,
    status: 'unknown',
    start: null,
    end: null,
    reviewed: null,
    nextReview: null,
    agreed: null,
    whatMatters: null,
    other: null,
    ...nothingSaid,
    goals: [],
    otherActions: [],
    team: [],
    crisis: null,
  };
}

const nothingSaid = Object.fromEntries(noteTopics.map((topic) => [topic, null])) as {
  readonly [topic in (typeof noteTopics)[number]]: null;
};

/** The note with a goal as a resource says it; null when that is none. A number that is not in it adds the goal. */
export function withGoal(note: IspNote, number: number, json: JsonObject): IspNote | null {
  const goal = mapGoal({...json, id: goalId(number)});
  if (goal === null) return null;
  const before = note.goals.find((one) => one.number === number);
  const next: NoteGoal = {
    target: null,
    importance: null,
    confidence: null,
    actions: [],
    ...before,
    number,
    words: {text: noteText(goal.words.text) ?? '', lang: goal.words.lang},
    lifecycle: goal.lifecycle === 'unrecognized' ? (before?.lifecycle ?? 'active') : goal.lifecycle,
    achievement: goal.achievement,
    clinical: noteText(goal.clinical?.text ?? null),
    domain: noteText(goal.domain?.text ?? null),
    barriers: noteText(goal.barriers?.text ?? null),
    start: goal.startDate,
    changed: goal.statusDate,
    due: goal.dueDate,
    reason: noteText(goal.statusReason),
  };
  const goals = before ? note.goals.map((one) => (one === before ? next : one)) : [...note.goals, next];
  return {...note, goals, lang: languageOf(note, goal.words.lang)};
}

/** The first number that no goal of the note has ever had. */
export function freeNumber({goals}: IspNote): number {
  return Math.max(0, ...goals.map(({number}) => number)) + 1;
}

/** The note with a plan as a resource says it, its goals in the order of the plan; null when that is none. */
export function withPlan(note: IspNote, json: JsonObject, {zone}: NotePlace): IspNote | null {
  const plan = mapPlanDetail({...json, id: 'plan'}, zone);
  if (plan === null) return null;
  const topics = noteTopics.map((topic) => [topic, noteText(plan[topic]?.text ?? null)]);
  const actions = mapActivities({...json, id: 'plan'}, zone, null).filter(({isReview}) => !isReview);
  const order = items(json['goal']).flatMap((one) => {
    const target = isObject(one) ? targetOf(textOf(one['reference'])) : null;
    return target?.kind === 'resource' ? [target.id] : [];
  });
  const rank = ({number}: NoteGoal): number => {
    const at = order.indexOf(goalId(number));
    return at < 0 ? order.length : at;
  };
  const own = (id: string | null): NoteAction[] =>
    actions.filter(({goalIds}) => (goalIds.find((one) => isHere(note, one)) ?? null) === id).map(noteAction);
  const isFrench = /^(?:plan de services|psi\b)/iu.test(plan.title ?? '');
  return {
    ...note,
    ...(Object.fromEntries(topics) as typeof nothingSaid),
    lang: note.status === 'unknown' && note.goals.length === 0 ? (isFrench ? 'fr' : 'en') : note.lang,
    status: plan.status === 'unrecognized' ? note.status : plan.status,
    start: plan.start,
    end: plan.end,
    reviewed: plan.reviewed,
    nextReview: plan.nextReview,
    agreed: noteText(printAgreements(plan.agreements, note.lang)),
    whatMatters: plan.matters && {text: noteText(plan.matters.text) ?? '', lang: plan.matters.lang},
    goals: note.goals
      .map((goal) => ({...goal, actions: own(goalId(goal.number))}))
      .toSorted((a, b) => rank(a) - rank(b)),
    otherActions: own(null),
  };
}

function isHere({goals}: IspNote, id: string): boolean {
  return goals.some(({number}) => goalId(number) === id);
}

/** True for a plan of what to do if things go wrong, which is a part of the services plan. */
export function isCrisisPlan(json: JsonObject): boolean {
  return items(json['partOf']).length > 0 || mapCarePlan({...json, id: 'plan'})?.kind === 'other';
}

/** The note with a crisis plan as a resource says it; null when that is none. */
export function withCrisis(note: IspNote, json: JsonObject): IspNote | null {
  const plan = mapCrisisPlan({...json, id: 'plan'});
  if (plan === null) return null;
  if (plan.status === 'entered-in-error') return {...note, crisis: null};
  const said = crisisTopics.map((topic) => [topic, noteText(plan[topic]?.text ?? null)]);
  return {...note, crisis: Object.fromEntries(said) as NonNullable<IspNote['crisis']>};
}

/** The note with a team as a resource says it; null when that is none. */
export function withTeam(note: IspNote, json: JsonObject, place: NotePlace): IspNote | null {
  const context = {
    patientId: place.patientId,
    today: place.today(),
    zone: place.zone,
    index: new ReferenceIndex(),
    positions: new Map(),
    base: null,
  };
  const team = mapCareTeam({...json, id: 'team'}, context);
  if (team === null) return null;
  const members = team.members.map((member): NoteMember => {
    const {kind, role, organization, contacts, since, until, endReason} = member;
    return {
      name: noteText(named(member.name, member.reference)) ?? '',
      kind: kind === 'practitioner' || kind === 'relative' || kind === 'organization' ? kind : null,
      role: noteText(role?.text ?? role?.coded?.display ?? null),
      code: roleCode(role?.coded ?? null),
      organization: noteText(organization),
      phone: noteText(contacts.find((one) => one.kind === 'phone' || one.kind === 'sms')?.value ?? null),
      since,
      until,
      reason: noteText(endReason),
    };
  });
  return {...note, team: members};
}

/** A note that nobody wrote in yet speaks the language of the first words that are put into it. */
function languageOf(note: IspNote, lang: string | null): IspNote['lang'] {
  if (note.goals.length > 0 || note.status !== 'unknown' || lang === null) return note.lang;
  return lang.toLowerCase().startsWith('fr') ? 'fr' : 'en';
}
