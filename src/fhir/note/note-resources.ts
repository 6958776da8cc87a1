import {fingerprint} from '../../domain/fingerprint.ts';
import type {Goal} from '../../domain/goal.ts';
import {asDomain, domainOf} from '../../domain/goal-domains.ts';
import type {IspNote, NoteAction, NoteGoal, NoteMember} from '../../domain/note/isp-note.ts';
import {noteTopics} from '../../domain/note/isp-note.ts';
import {crisisTopics, type PlanChange} from '../../domain/plan-detail.ts';
import {ACTION_SYSTEM, actionDisplays} from '../action-codes.ts';
import {readAgreements} from '../agreement-lines.ts';
import {endNote} from '../end-note.ts';
import type {Authorship} from '../write/annotation.ts';
import {editGoal} from '../write/edit-goal.ts';
import {crisisRules, editPlan} from '../write/edit-plan.ts';
import {newCareTeam} from '../write/new-care-team.ts';
import {blankCrisisPlan, blankPlan} from '../write/new-plan.ts';
import {ensureList, ensureObject, toRaw, type Plain, type RawObject} from '../write/raw-json.ts';
import {activityStatus, roleCoding, unnamed} from './note-values.ts';

/** Resource types whose content a note holds. */
export const noteTypes = ['Goal', 'CarePlan', 'CareTeam'] as const;

export type NoteType = (typeof noteTypes)[number];

/** Ids of what stands in a note once. */
export const PLAN_ID = 'note-plan';
export const CRISIS_ID = 'note-crisis';
export const TEAM_ID = 'note-team';

/** Id of a goal by its number. */
export function goalId(number: number): string {
  return `note-g${number}`;
}

/** A part of a note as a resource. */
export interface NoteResource {
  readonly type: NoteType;
  readonly id: string;
  readonly version: string;
  readonly raw: RawObject;
}

/** True once somebody has made a plan; before that a note may hold goals and a team alone. */
export function hasPlan(note: IspNote): boolean {
  return note.status !== 'unknown';
}

/**
 * What a note says, as the resources that the rest of the panel knows. The version of each is a print of what the note
 * says of it, so that If-Match guards each of them alone whatever else is written in the note.
 */
export function noteResources(note: IspNote, patientId: string): readonly NoteResource[] {
  const by: Authorship = {today: note.written.slice(0, 10), now: note.written, user: null};
  const {goals, otherActions, team, crisis, written: _written, author: _author, ...about} = note;
  const all = goals.map(({actions, number}) => [number, actions]);
  const found: NoteResource[] = goals.map((goal) => {
    const {actions: _actions, ...own} = goal;
    return resource('Goal', goalId(goal.number), own, goalOf(goal, patientId, by), note);
  });
  if (hasPlan(note)) {
    const plan = planOf(note, patientId, by);
    found.push(resource('CarePlan', PLAN_ID, [about, all, otherActions], plan, note));
  }
  if (crisis) found.push(resource('CarePlan', CRISIS_ID, crisis, crisisOf(note, patientId, by), note));
  if (team.length > 0) found.push(resource('CareTeam', TEAM_ID, team, teamOf(note, patientId, by), note));
  return found;
}

function resource(
  type: NoteType,
  id: string,
  content: unknown,
  body: RawObject,
  note: IspNote,
): NoteResource {
  // A letter first: a version that looked like a number would be taken for the next but one of another.
  const version = `n${fingerprint(JSON.stringify(content)).toString(16).padStart(8, '0')}`;
  const raw = toRaw({
    resourceType: type,
    id,
    meta: {versionId: version, lastUpdated: note.written},
  }) as RawObject;
  for (const [name, value] of body) if (!raw.has(name)) raw.set(name, value);
  return {type, id, version, raw};
}

function goalOf(goal: NoteGoal, patientId: string, by: Authorship): RawObject {
  const person = {reference: `Patient/${patientId}`};
  const raw = toRaw({
    lifecycleStatus: goal.lifecycle,
    description: {text: ''},
    subject: person,
    expressedBy: person,
    ...(goal.start !== null && {startDate: goal.start}),
  }) as RawObject;
  const {words, clinical, achievement, reason, due, barriers} = goal;
  editGoal(
    raw,
    {
      words,
      ...(clinical !== null && {clinical: {text: clinical, lang: null}}),
      ...(achievement !== null && {achievement}),
      ...(reason !== null && {statusReason: reason}),
      ...(due !== null && {dueDate: due}),
      ...(goal.domain !== null && {domain: domainNamed(goal.domain)}),
      ...(barriers !== null && {barriers: {text: barriers, lang: null}}),
    },
    by,
  );
  raw.delete('statusDate');
  if (goal.changed !== null) raw.set('statusDate', toRaw(goal.changed));
  return raw;
}

/** A domain of life with its code, when its words are those of one. */
function domainNamed(text: string): NonNullable<Goal['domain']> {
  const name = domainOf({coded: null, text});
  return name ? asDomain(name, text) : {coded: null, text};
}

function planOf(note: IspNote, patientId: string, by: Authorship): RawObject {
  const {lang, goals, team} = note;
  const goalIds = goals.map(({number}) => goalId(number));
  const teamIds = team.length > 0 ? [TEAM_ID] : [];
  const raw = toRaw(blankPlan(patientId, {today: by.today, lang, goalIds, teamIds})) as RawObject;
  raw.delete('period');
  const words = (text: string | null) => (text === null ? {} : {text, lang: null});
  const topics = noteTopics.flatMap((topic) => (note[topic] === null ? [] : [[topic, words(note[topic])]]));
  const change: PlanChange = {
    ...(Object.fromEntries(topics) as PlanChange),
    ...(note.whatMatters && {matters: note.whatMatters}),
    status: note.status,
    ...(note.start !== null && {start: note.start}),
    ...(note.end !== null && {end: note.end}),
    ...(note.reviewed !== null && {reviewed: note.reviewed}),
    ...(note.nextReview !== null && {nextReview: note.nextReview}),
    ...(note.agreed !== null && {agreements: readAgreements(note.agreed)}),
  };
  editPlan(raw, change, by, lang);
  for (const {actions, number} of goals) {
    for (const action of actions) ensureList(raw, 'activity').push(activity(action, goalId(number)));
  }
  for (const action of note.otherActions) ensureList(raw, 'activity').push(activity(action, null));
  return raw;
}

function activity(action: NoteAction, goal: string | null): RawObject {
  const {what, status, who, due, done, category, reason} = action;
  const {name, reference} = unnamed(who ?? '');
  return toRaw({
    ...(done !== null && {progress: [{time: done, text: 'Done'}]}),
    detail: {
      kind: 'Task',
      ...(category !== null && {
        code: {coding: [{system: ACTION_SYSTEM, code: category, display: actionDisplays[category]}]},
      }),
      ...(goal !== null && {goal: [{reference: `Goal/${goal}`}]}),
      status: activityStatus(status),
      ...(reason !== null && {statusReason: {text: reason}}),
      ...(due !== null && {scheduledPeriod: {end: due}}),
      ...(who !== null && {
        performer: [{...(reference !== null && {reference}), ...(name !== null && {display: name})}],
      }),
      description: what,
    },
  }) as RawObject;
}

function crisisOf(note: IspNote, patientId: string, by: Authorship): RawObject {
  const options = {today: by.today, lang: note.lang, planId: PLAN_ID};
  const raw = toRaw(blankCrisisPlan(patientId, options)) as RawObject;
  raw.delete('period');
  const said = crisisTopics.flatMap((topic) => {
    const text = note.crisis?.[topic] ?? null;
    return text === null ? [] : [[topic, {text, lang: null}]];
  });
  crisisRules(by).apply(raw, Object.fromEntries(said));
  return raw;
}

function teamOf(note: IspNote, patientId: string, by: Authorship): RawObject {
  const raw = newCareTeam(patientId, note.id, by.today);
  raw.delete('identifier');
  raw.delete('period');
  for (const [at, member] of note.team.entries()) {
    const {participant, contained, end} = memberOf(member, patientId, `m${at + 1}`);
    if (contained) ensureList(raw, 'contained').push(toRaw(contained));
    ensureList(raw, 'participant').push(toRaw(participant));
    if (end) ensureList(raw, 'note').push(toRaw({text: end}));
  }
  ensureObject(raw, 'subject');
  return raw;
}

function memberOf(member: NoteMember, patientId: string, inside: string) {
  const {name, reference} = unnamed(member.name);
  const {kind, role, organization, phone, since, until, reason} = member;
  const code = roleCoding(member.code);
  const needs = reference === null && (phone !== null || kind !== null);
  const contained = needs ? containedOf(member, name, patientId, inside) : null;
  const participant: Plain = {
    ...((role !== null || code) && {
      role: [{...(code && {coding: [code]}), ...(role !== null && {text: role})}],
    }),
    member: {
      ...(contained ? {reference: `#${inside}`} : reference === null ? {} : {reference}),
      ...(name !== null && {display: name}),
    },
    ...(organization !== null && {onBehalfOf: {display: organization}}),
    ...((since !== null || until !== null) && {
      period: {...(since !== null && {start: since}), ...(until !== null && {end: until})},
    }),
  };
  const end = until !== null && reason !== null ? endNote(name, {date: until, reason}) : null;
  return {participant, contained, end};
}

function containedOf(
  {kind, role, phone}: NoteMember,
  name: string | null,
  patientId: string,
  id: string,
): {readonly [name: string]: Plain} {
  const telecom = phone === null ? {} : {telecom: [{system: 'phone', value: phone}]};
  if (kind === 'organization') return {resourceType: 'Organization', id, name: name ?? '', ...telecom};
  const names = name === null ? {} : {name: [{text: name}]};
  if (kind === 'relative') {
    return {
      resourceType: 'RelatedPerson',
      id,
      patient: {reference: `Patient/${patientId}`},
      ...(role !== null && {relationship: [{text: role}]}),
      ...names,
      ...telecom,
    };
  }
  return {resourceType: 'Practitioner', id, ...names, ...telecom};
}
