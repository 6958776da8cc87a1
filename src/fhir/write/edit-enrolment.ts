import {
  isOver,
  type Enrolment,
  type EnrolmentChange,
  type EnrolmentState,
} from '../../domain/follow-up/enrolment.ts';
import {mapEnrolment, NOTE, reasonNote, statusOf} from '../map-enrolment.ts';
import type {Recognition} from '../recognition.ts';
import {annotation, type Authorship} from './annotation.ts';
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

/** How an enrolment is read and changed (FHIR R4 EpisodeOfCare). `change` is the whole of what the person wants. */
export function enrolmentRules(
  change: EnrolmentChange,
  zone: string,
  recognition: Recognition,
  by: Authorship,
): FieldRules<Enrolment, EnrolmentChange> {
  return {
    what: 'EpisodeOfCare',
    fields: ['state', 'date', 'reason'],
    read(json) {
      const found = mapEnrolment(json, zone, recognition);
      return found === 'other' ? null : found;
    },
    // A day and a reason explain one state: beside that of somebody else they are not put unasked.
    clashes: (field, moved) => field !== 'state' && moved.includes('state'),
    apply(raw, wanted) {
      const now = mapEnrolment(toPlain(raw), zone, recognition);
      const known = now === null || now === 'other' ? null : now;
      const state = wanted.state ?? known?.state;
      const date = wanted.date ?? (wanted.state ? change.date : known?.date) ?? by.today;
      // The note of the reason names the day: with another day it is written anew.
      const reason = wanted.reason ?? (wanted.state || wanted.date ? change.reason : null) ?? null;
      if (state) editEnrolment(raw, state, date, reason, by);
    },
  };
}

/** Puts a state into an EpisodeOfCare, with the days of the one before, and touches nothing else. */
function editEnrolment(
  raw: RawObject,
  state: EnrolmentState,
  date: string,
  reason: string | null,
  by: Authorship,
): void {
  const status = statusOf(state);
  const before = stringAt(raw, 'status');
  const history = ensureList(raw, 'statusHistory');
  const open = objectsAt(raw, 'statusHistory').findLast((step) => {
    const period = objectAt(step, 'period');
    return stringAt(step, 'status') === before && !(period && stringAt(period, 'end'));
  });
  if (before !== status || !open) {
    if (open) setPrimitive(ensureObject(open, 'period'), 'end', date);
    history.push(toRaw({status, period: {start: date}}));
  } else setPrimitive(ensureObject(open, 'period'), 'start', date);
  setPrimitive(raw, 'status', status);
  const period = objectAt(raw, 'period');
  const start = period && stringAt(period, 'start');
  // The programme begins with the enrolment, which is the index date (R17): not with the invitation.
  if (state === 'enrolled' && !start) setPrimitive(ensureObject(raw, 'period'), 'start', date);
  if (isOver(state) && start) setPrimitive(ensureObject(raw, 'period'), 'end', date);
  if (!reason) return;
  const note = annotation(reasonNote(date, state, reason), by);
  ensureList(raw, 'extension').push(toRaw({url: NOTE, valueAnnotation: note}));
}

/** A new enrolment before its state, which the rules put in. `text` names the programme in the language of who writes. */
export function blankEpisode(
  patientId: string,
  {
    manager,
    teamIds,
    text,
  }: {readonly manager: string | null; readonly teamIds: readonly string[]; readonly text: string},
): {readonly [name: string]: Plain} {
  return {
    resourceType: 'EpisodeOfCare',
    status: 'planned',
    type: [
      {coding: [{system: 'http://snomed.info/sct', code: '386230005', display: 'Case management'}], text},
    ],
    patient: {reference: `Patient/${patientId}`},
    ...(manager !== null && /^Practitioner(?:Role)?\//u.test(manager) && {careManager: {reference: manager}}),
    ...(teamIds.length > 0 && {team: teamIds.map((id) => ({reference: `CareTeam/${id}`}))}),
  };
}
