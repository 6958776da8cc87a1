import type {Contact, NewContact} from '../../domain/follow-up/contact.ts';
import {blankContact, contactRules} from '../../fhir/write/edit-contact.ts';
import {contactContext, writtenContacts} from '../later/contacts.ts';
import type {Session} from '../session.ts';
import type {PanelState} from '../state.ts';
import {addRecord} from './add-record.ts';
import {saveRecord} from './save-record.ts';

/** Records one contact; `lang` is the language of who writes. Save key `contact:new`. */
export function addContact(session: Session, contact: NewContact, lang: string): Promise<void> {
  const {plan} = session.state();
  const planId = plan.status === 'ready' ? (plan.value.plan?.id ?? null) : null;
  return addRecord<Contact, NewContact>(session, {
    key: 'contact:new',
    act: 'createCommunication',
    change: contact,
    blank: (by, desk) => blankContact(desk.person.patientId, planId, by),
    rules: (by, desk) => contactRules(contactContext(session, desk), by, lang),
    present: ({later}) => (later.contacts?.status === 'ready' ? later.contacts.value : []),
    looksLikeOurs: (record, by) =>
      record.day === contact.day &&
      record.mode === contact.mode &&
      record.reached === contact.reached &&
      (record.by?.reference ?? null) === by.user &&
      (record.note?.text ?? '').trim() === (contact.note?.text ?? '').trim(),
    apply: (state, value) => putContact(session, state, value),
  });
}

/** Marks a contact as entered in error; nothing is deleted. Save key `contact:<id>`. */
export function withdrawContact(session: Session, id: string, lang: string): Promise<void> {
  const {contacts} = session.state().later;
  const base = contacts?.status === 'ready' ? contacts.value.find((one) => one.id === id) : undefined;
  if (!base) return Promise.resolve();
  return saveRecord<Contact, {mistaken: true}>(session, {
    key: `contact:${id}`,
    act: 'updateCommunication',
    base,
    change: {mistaken: true},
    rules: (by, desk) => contactRules(contactContext(session, desk), by, lang),
    apply: (state, value) => putContact(session, state, value),
  });
}

function putContact(session: Session, state: PanelState, contact: Contact): PanelState {
  writtenContacts(session).add(contact.id, contact);
  const {contacts} = state.later;
  if (contacts?.status !== 'ready') return state;
  const others = contacts.value.filter(({id}) => id !== contact.id);
  const value = contact.mistaken ? others : [...others, contact];
  return {...state, later: {...state.later, contacts: {...contacts, value}}};
}
