import {CONTACT, CONTACT_SYSTEM, type Contact, type ContactMode} from '../../domain/follow-up/contact.ts';
import {nextNote} from '../contact-next.ts';
import {PERTAINS_TO_GOAL} from '../map-action.ts';
import {mapContactEncounter, PARTY} from '../map-contact-encounter.ts';
import {authorReference, type Authorship} from './annotation.ts';
import type {ContactChange} from './edit-contact.ts';
import type {FieldRules} from './field-edit.ts';
import {setPrimitive} from './primitive.ts';
import {ensureList, toRaw, type Plain, type RawObject} from './raw-json.ts';

const V3_ACT = 'http://terminology.hl7.org/CodeSystem/v3-ActCode';
const V3_PARTICIPATION = 'http://terminology.hl7.org/CodeSystem/v3-ParticipationType';

/** `Encounter.class` of each way, by v3-ActCode: what is neither face to face nor at home is virtual. */
const classes: Readonly<Record<ContactMode, readonly [code: string, display: string]>> = {
  phone: ['VR', 'virtual'],
  'in-person': ['AMB', 'ambulatory'],
  home: ['HH', 'home health'],
  video: ['VR', 'virtual'],
  message: ['VR', 'virtual'],
  letter: ['VR', 'virtual'],
};

/** A contact as it is written to an Encounter; `id` is the id of that. */
export type EncounterContact = Contact;

/**
 * How contacts are read and written where the record takes no Communication (FHIR R4 Encounter). `lang` is the language
 * of who writes (BCP 47), `zone` the time zone of the site.
 */
export function encounterContactRules(
  patientId: string,
  zone: string,
  by: Authorship,
  lang: string,
): FieldRules<EncounterContact, ContactChange> {
  return {
    what: 'Encounter',
    fields: ['mode', 'reached', 'party', 'day', 'goalIds', 'note', 'next', 'mistaken'],
    read(json) {
      const found = mapContactEncounter(json, patientId, zone);
      return found === null || found === 'other' ? null : {...found, id: found.id.replace('encounter:', '')};
    },
    apply: (raw, change) => editEncounter(raw, change, by, lang),
  };
}

/** What of a contact an Encounter can hold: only people can take part, and words have no language. */
export function asEncounter<C extends ContactChange>(change: C): C {
  const {party, note} = change;
  const isPerson = /^(?:Practitioner|PractitionerRole|RelatedPerson)\//u.test(party?.reference ?? '');
  const isNamed = party && party.kind !== 'patient' && !isPerson;
  return {
    ...change,
    ...(isNamed && {party: {kind: 'text', reference: null, name: party.name ?? party.reference}}),
    ...(note && {note: {text: note.text, lang: null}}),
  };
}

function editEncounter(raw: RawObject, change: ContactChange, by: Authorship, lang: string): void {
  const {mode, reached, party, day, goalIds, note, next, mistaken} = change;
  if (mistaken) setPrimitive(raw, 'status', 'entered-in-error');
  // Whoever was not reached was not met: FHIR calls that cancelled, and no rule counts it.
  if (reached !== undefined) setPrimitive(raw, 'status', reached ? 'finished' : 'cancelled');
  if (mode) {
    const [code, display] = classes[mode];
    raw.set('class', toRaw({system: V3_ACT, code, display}));
    ensureList(raw, 'type').push(toRaw({coding: [{system: CONTACT_SYSTEM, code: mode}]}));
  }
  if (day !== undefined) {
    const at = day === by.today ? by.now : day;
    raw.set('period', toRaw({start: at, end: at}));
  }
  if (party && party.kind !== 'patient') {
    const {reference, name} = party;
    ensureList(raw, 'participant').push(
      toRaw({
        type: [{coding: [{system: CONTACT_SYSTEM, code: PARTY}]}],
        individual: {...(reference !== null && {reference}), ...(name !== null && {display: name})},
      }),
    );
  }
  for (const id of goalIds ?? []) {
    ensureList(raw, 'extension').push(
      toRaw({url: PERTAINS_TO_GOAL, valueReference: {reference: `Goal/${id}`}}),
    );
  }
  if (note) ensureList(raw, 'reasonCode').push(toRaw({text: note.text}));
  if (next) ensureList(raw, 'reasonCode').push(toRaw({text: nextNote(next, lang)}));
}

/** A new contact before its content, which the rules put in. */
export function blankContactEncounter(patientId: string, by: Authorship): {readonly [name: string]: Plain} {
  const maker = authorReference(by.user);
  const performs = [{coding: [{system: V3_PARTICIPATION, code: 'PPRF', display: 'primary performer'}]}];
  return {
    resourceType: 'Encounter',
    status: 'finished',
    type: [{coding: [{system: CONTACT_SYSTEM, code: CONTACT}], text: 'Case management contact'}],
    subject: {reference: `Patient/${patientId}`},
    // R4 lets professionals and relatives take part, and nobody else.
    ...(maker?.reference.startsWith('Practitioner/') && {participant: [{type: performs, individual: maker}]}),
  };
}
