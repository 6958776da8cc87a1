import {CONTACT, CONTACT_SYSTEM, type Contact, type ContactParty} from '../../domain/follow-up/contact.ts';
import {codingsOf} from '../contact-codes.ts';
import {nextNote} from '../contact-next.ts';
import {mapContact, type ContactContext} from '../map-contact.ts';
import {authorReference, type Authorship} from './annotation.ts';
import type {FieldRules} from './field-edit.ts';
import {setLanguage, setPrimitive} from './primitive.ts';
import {toRaw, type Plain, type RawObject} from './raw-json.ts';

/** What is written of a contact: all of it once, and later at most that it was a mistake. */
export type ContactChange = Partial<
  Pick<Contact, 'mode' | 'reached' | 'party' | 'day' | 'goalIds' | 'note' | 'next' | 'mistaken'>
>;

const NOT_DONE = 'http://terminology.hl7.org/CodeSystem/communication-not-done-reason';

/** How contacts are read and written (FHIR R4 Communication). `lang` is the language of who writes (BCP 47). */
export function contactRules(
  context: ContactContext,
  by: Authorship,
  lang: string,
): FieldRules<Contact, ContactChange> {
  return {
    what: 'Communication',
    fields: ['mode', 'reached', 'party', 'day', 'goalIds', 'note', 'next', 'mistaken'],
    read(json) {
      // What this person has just sent is a contact even where the server keeps no category.
      const managers = [...context.managers, ...(by.user === null ? [] : [by.user])];
      const found = mapContact(json, {...context, managers});
      return found === 'other' ? null : found;
    },
    apply: (raw, change) => editContact(raw, change, by, lang),
  };
}

function editContact(raw: RawObject, change: ContactChange, by: Authorship, lang: string): void {
  const {mode, reached, party, day, goalIds, note, next, mistaken} = change;
  if (mistaken) setPrimitive(raw, 'status', 'entered-in-error');
  if (reached !== undefined) setReached(raw, reached);
  if (mode) raw.set('medium', toRaw([{coding: codingsOf(mode)}]));
  // A contact of today has a time; of another day only the day is known.
  if (day !== undefined) setPrimitive(raw, 'sent', day === by.today ? by.now : day);
  if (party) raw.set('recipient', toRaw([recipientOf(party)]));
  if (goalIds && goalIds.length > 0) {
    raw.set('about', toRaw(goalIds.map((id) => ({reference: `Goal/${id}`}))));
  }
  if (note) {
    const payload = new Map() as RawObject;
    setPrimitive(payload, 'contentString', note.text);
    setLanguage(payload, 'contentString', note.lang);
    raw.set('payload', [payload]);
  }
  if (next) raw.set('note', toRaw([{time: by.now, text: nextNote(next, lang)}]));
}

/** An attempt that reached nobody did not take place, and FHIR can say why. */
function setReached(raw: RawObject, reached: boolean): void {
  setPrimitive(raw, 'status', reached ? 'completed' : 'not-done');
  if (reached) raw.delete('statusReason');
  else raw.set('statusReason', toRaw({coding: [{system: NOT_DONE, code: 'recipient-unavailable'}]}));
}

function recipientOf({reference, name}: ContactParty): Plain {
  return {...(reference !== null && {reference}), ...(name !== null && {display: name})};
}

/** A new contact before its content, which the rules put in; it hangs on the plan when there is one. */
export function blankContact(
  patientId: string,
  planId: string | null,
  by: Authorship,
): {readonly [name: string]: Plain} {
  const sender = authorReference(by.user);
  return {
    resourceType: 'Communication',
    ...(planId !== null && {basedOn: [{reference: `CarePlan/${planId}`}]}),
    status: 'completed',
    category: [{coding: [{system: CONTACT_SYSTEM, code: CONTACT}], text: 'Case management contact'}],
    subject: {reference: `Patient/${patientId}`},
    ...(sender && {sender}),
  };
}
