import type {Contact, NewContact} from '../../domain/follow-up/contact.ts';
import {encounterContactId} from '../../fhir/map-contact-encounter.ts';
import {blankContact, contactRules, type ContactChange} from '../../fhir/write/edit-contact.ts';
import {
  asEncounter,
  blankContactEncounter,
  encounterContactRules,
} from '../../fhir/write/edit-contact-encounter.ts';
import {newContactPlace} from '../contact-places.ts';
import {contactContext, writtenContacts} from '../later/contacts.ts';
import type {Session} from '../session.ts';
import type {PanelState} from '../state.ts';
import {addRecord} from './add-record.ts';
import {addToLog, withdrawFromLog} from './contact-log.ts';
import {saveRecord} from './save-record.ts';

const NEW = 'contact:new';

/**
 * Records one contact where the record takes it: as a Communication, else as an Encounter, else in the plan. `lang` is the
 * language of who writes. Save key `contact:new`.
 */
export function addContact(session: Session, contact: NewContact, lang: string): Promise<void> {
  const state = session.state();
  const {kind} = newContactPlace(state);
  if (kind === 'plan') return addToLog(session, NEW, contact, lang, putContact);
  const planId = state.plan.status === 'ready' ? (state.plan.value.plan?.id ?? null) : null;
  const isEncounter = kind === 'encounter';
  const change = isEncounter ? asEncounter(contact) : contact;
  return addRecord<Contact, ContactChange>(session, {
    key: NEW,
    act: isEncounter ? 'createEncounter' : 'createCommunication',
    change,
    blank: (by, {person}) =>
      isEncounter ? blankContactEncounter(person.patientId, by) : blankContact(person.patientId, planId, by),
    rules: (by, desk) =>
      isEncounter
        ? encounterContactRules(desk.person.patientId, desk.zone, by, lang)
        : contactRules(contactContext(session, desk), by, lang),
    present: (now) => contactsOf(now).flatMap((one) => (isIn(one, isEncounter) ? {id: resourceId(one)} : [])),
    looksLikeOurs: (record, by) =>
      record.day === contact.day &&
      record.mode === contact.mode &&
      record.reached === contact.reached &&
      (record.by?.reference ?? null) === by.user &&
      (record.note?.text ?? '').trim() === (contact.note?.text ?? '').trim(),
    apply: (now, value) => putContact(session, now, shown(value)),
  });
}

/** Marks a contact as entered in error; nothing is deleted. Save key `contact:<id>`. */
export function withdrawContact(session: Session, id: string, lang: string): Promise<void> {
  const base = contactsOf(session.state()).find((one) => one.id === id);
  if (!base) return Promise.resolve();
  const key = `contact:${id}`;
  if (base.place === 'plan') return withdrawFromLog(session, key, base, lang, putContact);
  const isEncounter = base.place === 'encounter';
  return saveRecord<Contact, {mistaken: true}>(session, {
    key,
    act: isEncounter ? 'updateEncounter' : 'updateCommunication',
    base: {...base, id: resourceId(base)},
    change: {mistaken: true},
    rules: (by, desk) =>
      isEncounter
        ? encounterContactRules(desk.person.patientId, desk.zone, by, lang)
        : contactRules(contactContext(session, desk), by, lang),
    apply: (state, value) => putContact(session, state, shown(value)),
  });
}

function contactsOf({later}: PanelState): readonly Contact[] {
  return later.contacts?.status === 'ready' ? later.contacts.value : [];
}

function isIn({place}: Contact, isEncounter: boolean): boolean {
  return isEncounter ? place === 'encounter' : place === undefined;
}

/** The id of the resource that holds a contact. */
function resourceId({id, place}: Contact): string {
  return place === 'encounter' ? id.replace('encounter:', '') : id;
}

/** A contact under the id by which it is shown. */
function shown(contact: Contact): Contact {
  return contact.place === 'encounter' ? {...contact, id: encounterContactId(contact.id)} : contact;
}

function putContact(session: Session, state: PanelState, contact: Contact): PanelState {
  writtenContacts(session).add(contact.id, contact);
  const {contacts} = state.later;
  if (contacts?.status !== 'ready') return state;
  const others = contacts.value.filter(({id}) => id !== contact.id);
  const value = contact.mistaken ? others : [...others, contact];
  return {...state, later: {...state.later, contacts: {...contacts, value}}};
}
