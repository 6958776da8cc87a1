import {
  CONTACT_SYSTEM,
  type Contact,
  type ContactMode,
  type ContactParty,
} from '../domain/follow-up/contact.ts';
import {localDateOf, zoneOf} from '../domain/time.ts';
import {conceptOf, conceptText, pointerOf} from './concept-text.ts';
import {modeOf} from './contact-codes.ts';
import {nextOf} from './contact-next.ts';
import {isObject, textOf} from './json.ts';
import {PERTAINS_TO_GOAL} from './map-action.ts';
import {readOnlyReason} from './read-only.ts';
import {plainReference, targetOf} from './references.ts';
import {contactEncounter as schema, type ContactEncounterWire} from './schema/contact-encounter.ts';
import {readLenient} from './schema/lenient.ts';

/** Code (in the project's own system) of the participant whom a contact was with. */
export const PARTY = 'party';

/** What tells the contact of an Encounter apart from one of another resource with the same id. */
export function encounterContactId(id: string): string {
  return `encounter:${id}`;
}

const shown = [
  'finished',
  'arrived',
  'triaged',
  'in-progress',
  'onleave',
  'cancelled',
  'entered-in-error',
  'unknown',
];

/**
 * Reads a contact of case management that is kept as an Encounter (FHIR R4): a cancelled one is an attempt that reached
 * nobody, a planned one is none yet (`other`). Null when it cannot be read.
 */
export function mapContactEncounter(
  resource: unknown,
  patientId: string,
  zone: string,
): Contact | 'other' | null {
  if (!isObject(resource)) return null;
  const wire = readLenient(schema, resource)?.value;
  if (!wire) return null;
  const status = textOf(wire.status) ?? 'unknown';
  if (!shown.includes(status)) return 'other';
  const written = textOf(wire.period?.start);
  const moment = written === null ? null : zoneOf(zone).read(written);
  const day = moment ? localDateOf(moment) : null;
  if (moment === null || day === null || !/^\d{4}-\d{2}-\d{2}$/u.test(day)) return null;
  const said = (wire.reasonCode ?? []).flatMap((one) => conceptText(conceptOf(one)) ?? []);
  const words = said.filter((text) => nextOf(text) === null);
  return {
    id: encounterContactId(wire.id),
    version: textOf(wire.meta?.versionId),
    place: 'encounter',
    mode: modeOf((wire.type ?? []).flatMap((one) => conceptOf(one) ?? [])) ?? modeOfClass(wire),
    reached: status !== 'cancelled',
    party: partyOf(wire, patientId),
    day,
    at: moment.at === null ? null : written,
    goalIds: goalsOf(wire),
    note: words.length === 0 ? null : {text: words.join('\n'), lang: null},
    next: said.map(nextOf).find((next) => next !== null) ?? null,
    by: makerOf(wire),
    mistaken: status === 'entered-in-error',
    readOnly: readOnlyReason(resource),
  };
}

/** A class says where, and of a virtual contact not how. */
function modeOfClass({class: coded}: ContactEncounterWire): ContactMode | null {
  const code = textOf(coded?.code);
  return code === 'HH' ? 'home' : code === 'AMB' ? 'in-person' : null;
}

type Participant = NonNullable<ContactEncounterWire['participant']>[number];

function isParty({type = []}: Participant): boolean {
  return type
    .flatMap((one) => conceptOf(one)?.codings ?? [])
    .some(({system, code}) => system === CONTACT_SYSTEM && code === PARTY);
}

/** Whom it was with: who is marked so, or a relative who took part; else the person themselves. */
function partyOf({participant = []}: ContactEncounterWire, patientId: string): ContactParty {
  const relative = (one: Participant): boolean => typeOf(one.individual?.reference) === 'RelatedPerson';
  const found = pointerOf((participant.find(isParty) ?? participant.find(relative))?.individual);
  if (!found) return {kind: 'patient', reference: `Patient/${patientId}`, name: null};
  const plain = plainReference(found.reference);
  const type = typeOf(found.reference);
  const kind =
    found.reference === null
      ? 'text'
      : type === 'RelatedPerson'
        ? 'relative'
        : type
          ? 'practitioner'
          : 'unknown';
  return {kind, reference: plain ?? found.reference, name: found.display};
}

/** Who made it: the first professional who took part and is not the one it was with. */
function makerOf({participant = []}: ContactEncounterWire): Contact['by'] {
  const maker = participant.find(
    (one) =>
      !isParty(one) && typeOf(one.individual?.reference) !== 'RelatedPerson' && pointerOf(one.individual),
  );
  const found = pointerOf(maker?.individual);
  return found && {reference: plainReference(found.reference) ?? found.reference, name: found.display};
}

function goalsOf({extension = []}: ContactEncounterWire): readonly string[] {
  return extension.flatMap(({url, valueReference}) => {
    const target = url === PERTAINS_TO_GOAL ? targetOf(valueReference?.reference) : null;
    return target?.kind === 'resource' && target.type === 'Goal' && target.base === null ? [target.id] : [];
  });
}

function typeOf(reference: string | undefined | null): string | null {
  const target = targetOf(reference);
  return target?.kind === 'resource' ? target.type : null;
}
