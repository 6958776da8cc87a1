import {isCaseManagement} from '../domain/find-index.ts';
import type {Enrolment, EnrolmentState} from '../domain/follow-up/enrolment.ts';
import {localDateOf, zoneOf} from '../domain/time.ts';
import {conceptOf} from './concept-text.ts';
import {isObject, textOf} from './json.ts';
import {readOnlyReason} from './read-only.ts';
import {defaultRecognition, type Recognition} from './recognition.ts';
import {episodeOfCare as schema} from './schema/episode-of-care.ts';
import {readLenient} from './schema/lenient.ts';

/** The note of a record that has no element for one (FHIR extensions pack, an Annotation). */
export const NOTE = 'http://hl7.org/fhir/StructureDefinition/note';

/** States of an EpisodeOfCare (FHIR R4 episode-of-care-status) as the programme names them. */
const states: Readonly<Record<string, EnrolmentState>> = {
  planned: 'invited',
  waitlist: 'waiting',
  active: 'enrolled',
  onhold: 'paused',
  finished: 'closed',
  cancelled: 'declined',
};

/** The code of a state. */
export function statusOf(state: EnrolmentState): string {
  return Object.keys(states).find((code) => states[code] === state) ?? 'planned';
}

/** One EpisodeOfCare looked at as an enrolment: `other` when it is none of case management, null when it cannot be read. */
export type EnrolmentRead = Enrolment | 'other' | null;

/** Reads an enrolment; days are of the zone of the site. R4 has no element for the reason: it is a note of the resource. */
export function mapEnrolment(
  resource: unknown,
  zone: string,
  {episodeTypes}: Recognition = defaultRecognition,
): EnrolmentRead {
  if (!isObject(resource)) return null;
  const wire = readLenient(schema, resource)?.value;
  if (!wire) return null;
  const types = (wire.type ?? []).flatMap((type) => conceptOf(type) ?? []);
  const status = textOf(wire.status) ?? '';
  if (!isCaseManagement(types, episodeTypes) || status === 'entered-in-error') return 'other';
  const state = states[status];
  if (!state) return null;
  const day = (written: string | undefined): string | null => {
    const moment = zoneOf(zone).read(written ?? '');
    return moment === null ? null : localDateOf(moment);
  };
  const steps = (wire.statusHistory ?? []).flatMap((one) => {
    const known = states[textOf(one.status) ?? ''];
    return known ? [{state: known, from: day(one.period?.start), to: day(one.period?.end)}] : [];
  });
  const [start, end] = [day(wire.period?.start), day(wire.period?.end)];
  const step = steps.findLast((one) => one.state === state && one.to === null);
  const usual = state === 'enrolled' ? start : state === 'closed' || state === 'declined' ? end : null;
  const date = step?.from ?? usual ?? steps.at(-1)?.to ?? null;
  const notes = (wire.extension ?? []).flatMap(({url, valueAnnotation}) =>
    url === NOTE ? (textOf(valueAnnotation?.text) ?? []) : [],
  );
  return {
    id: wire.id,
    version: textOf(wire.meta?.versionId),
    state,
    date,
    reason: reasonOf(notes, date, state),
    start,
    end,
    steps,
    readOnly: readOnlyReason(resource),
  };
}

/** The note of a reason: "date, status: reason", by which it is found again. */
export function reasonNote(date: string, state: EnrolmentState, reason: string): string {
  return `${opening(date, state)}${reason.trim()}`;
}

/** The newest reason that was given for a state of that day. */
function reasonOf(notes: readonly string[], date: string | null, state: EnrolmentState): string | null {
  const start = opening(date ?? '', state);
  return (
    notes
      .findLast((note) => note.startsWith(start))
      ?.slice(start.length)
      .trim() || null
  );
}

function opening(date: string, state: EnrolmentState): string {
  return `${date}, ${statusOf(state)}: `;
}
