import type {Gap} from '../../domain/completeness.ts';
import type {Contact} from '../../domain/follow-up/contact.ts';
import type {Problem} from '../../domain/problem.ts';
import {err, ok, type Result} from '../../domain/result.ts';
import {classify, isCaseManagement} from '../../domain/rules/classify.ts';
import type {LogContext} from '../../fhir/contact-lines.ts';
import type {ContactContext} from '../../fhir/map-contact.ts';
import {readContactEncounters, unreadEncounters} from '../../fhir/read-contact-encounters.ts';
import {readContacts} from '../../fhir/read-contacts.ts';
import {logLines} from '../../fhir/write/contact-log-edit.ts';
import {answerOf} from '../commands/answer-of.ts';
import {putLater} from '../commands/put-later.ts';
import {newContactPlace} from '../contact-places.ts';
import {gapReasonOf} from '../gap-reason.ts';
import type {RecordDesk} from '../record-desk.ts';
import type {Session} from '../session.ts';
import {WrittenSince} from '../written-since.ts';

/** Contacts written in each session, by id: a reading that began before a write does not undo it on the screen. */
const written = new WeakMap<Session, WrittenSince<Contact>>();

/** What was written of the contacts of this session. */
export function writtenContacts(session: Session): WrittenSince<Contact> {
  const known = written.get(session) ?? new WrittenSince<Contact>();
  written.set(session, known);
  return known;
}

/** Reads the contacts of case management, wherever the record keeps them: Communication, Encounter, the plan. */
export async function loadContacts(session: Session): Promise<void> {
  const lately = writtenContacts(session);
  const mark = lately.mark();
  const desk = await session.chart.desk();
  if (!desk) return putLater(session, 'contacts', err({kind: 'offline'}), 'Communication');
  const ids = contactEncounterIds(session);
  const [messages, encounters, inPlan] = await Promise.all([
    desk.has('Communication')
      ? answerOf(readContacts(desk.client, contactContext(session, desk), session.signal))
      : notKept,
    ids.length > 0 ? readContactEncounters(desk.client, ids, desk.zone, session.signal) : none,
    contactsInPlan(session, desk),
  ]);
  const others = [...encounters.contacts, ...inPlan];
  const isKept =
    messages.ok || others.length > 0 || newContactPlace(session.state()).kind !== 'communication';
  if (!isKept) return putLater(session, 'contacts', messages, 'Communication');
  const since = lately.since(mark);
  const read = [...(messages.ok ? messages.value.value : []), ...others].filter(({id}) => !since.has(id));
  const value = [...read, ...[...since.values()].filter(({mistaken}) => !mistaken)];
  // Older months of the history may still show a contact that is kept as an Encounter.
  const isReading = ids.length > 0 && !isHistoryWhole(session);
  const gaps: readonly Gap[] = [
    ...(messages.ok ? messages.value.gaps : gapsOf(messages.error)),
    ...encounters.gaps,
    ...(isReading ? [{reason: 'loading', what: 'Encounter'} as const] : []),
  ];
  const asOf = messages.ok ? messages.value.asOf : new Date(session.now()).toISOString();
  putLater(session, 'contacts', ok({value, gaps, asOf}), 'Communication');
}

/** Once the whole history was read: contacts that only its older months show. */
export async function completeContacts(session: Session): Promise<void> {
  const {contacts} = session.state().later;
  const shown = contacts?.status === 'ready' ? contacts.value : [];
  const isReading = contacts?.status === 'ready' && contacts.gaps.some(({reason}) => reason === 'loading');
  const unread = unreadEncounters(contactEncounterIds(session), shown);
  if (isReading || unread.length > 0) await loadContacts(session);
}

const notKept: Result<never, Problem> = err({kind: 'unsupported', what: 'Communication', why: 'server'});
const none = {contacts: [], gaps: []} as const;

/** A record system without messages lacks nothing: the contacts stand elsewhere. */
function gapsOf(problem: Problem): readonly Gap[] {
  if (problem.kind === 'unsupported' || problem.kind === 'not-found') return [];
  return [{reason: gapReasonOf(problem), what: 'Communication'}];
}

/** Encounters that the history shows to be contacts, those that reached nobody too. */
function contactEncounterIds(session: Session): readonly string[] {
  const {use} = session.state();
  if (use.status !== 'ready') return [];
  return use.value.records
    .filter((one) => isCaseManagement(one, classify(one, session.counting).kind, session.counting))
    .filter(({status}) => status !== 'planned' && status !== 'entered-in-error')
    .map(({id}) => id);
}

function isHistoryWhole(session: Session): boolean {
  const {use} = session.state();
  return use.status === 'failed' || (use.status === 'ready' && use.value.historyComplete);
}

async function contactsInPlan(session: Session, desk: RecordDesk): Promise<readonly Contact[]> {
  const plan = await desk.planRead();
  const lines = plan?.source ? logLines(plan.source.json, logContext(session, desk)) : [];
  return lines.flatMap(({contact}) => (contact.mistaken ? [] : [contact]));
}

/** Whose log stands in the plan, by what is on the screen now. */
export function logContext(session: Session, {person, zone}: RecordDesk): LogContext {
  const {goals} = session.state();
  const known = goals.status === 'ready' ? goals.value : [];
  return {
    patientId: person.patientId,
    zone,
    goals: known.map(({id, words}) => ({id, words: words.text})),
  };
}

/** What makes a message of the record a contact of case management, by what is on the screen now. */
export function contactContext(session: Session, {person, zone}: RecordDesk): ContactContext {
  const {plan, goals, team} = session.state();
  const planId = plan.status === 'ready' ? plan.value.plan?.id : null;
  return {
    patientId: person.patientId,
    zone,
    planIds: planId ? [planId] : [],
    goalIds: goals.status === 'ready' ? goals.value.map(({id}) => id) : [],
    managers:
      team.status === 'ready'
        ? team.value.members.flatMap(({slot, reference}) => (slot && reference ? [reference] : []))
        : [],
  };
}
