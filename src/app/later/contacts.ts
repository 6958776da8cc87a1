import {err} from '../../domain/result.ts';
import type {Contact} from '../../domain/follow-up/contact.ts';
import type {ContactContext} from '../../fhir/map-contact.ts';
import {readContacts} from '../../fhir/read-contacts.ts';
import {answerOf} from '../commands/answer-of.ts';
import {putLater} from '../commands/put-later.ts';
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

/** Reads the contacts of case management (Communication). */
export async function loadContacts(session: Session): Promise<void> {
  const lately = writtenContacts(session);
  const mark = lately.mark();
  const desk = await session.chart.desk();
  if (!desk) return putLater(session, 'contacts', err({kind: 'offline'}), 'Communication');
  const context = contactContext(session, desk);
  const answer = desk.has('Communication')
    ? await answerOf(readContacts(desk.client, context, session.signal))
    : err({kind: 'unsupported', what: 'Communication', why: 'server'} as const);
  if (!answer.ok) return putLater(session, 'contacts', answer, 'Communication');
  const since = lately.since(mark);
  const read = answer.value.value.filter(({id}) => !since.has(id));
  const value = [...read, ...[...since.values()].filter(({mistaken}) => !mistaken)];
  putLater(session, 'contacts', {ok: true, value: {...answer.value, value}}, 'Communication');
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
