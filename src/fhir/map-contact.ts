import {CONTACT, CONTACT_SYSTEM, type Contact, type ContactParty} from '../domain/follow-up/contact.ts';
import type {Words} from '../domain/text.ts';
import {localDateOf, zoneOf} from '../domain/time.ts';
import {conceptOf, pointerOf} from './concept-text.ts';
import {modeOf} from './contact-codes.ts';
import {nextOf} from './contact-next.ts';
import {isObject, textOf} from './json.ts';
import {readOnlyReason} from './read-only.ts';
import {plainReference, targetOf} from './references.ts';
import {communication as schema, type CommunicationWire} from './schema/communication.ts';
import {readLenient} from './schema/lenient.ts';
import {wordsAt} from './words.ts';

/** Whose communications are contacts of case management. */
export interface ContactContext {
  readonly patientId: string;
  /** Time zone of the site (IANA). */
  readonly zone: string;
  /** The person's plans and goals: what is about them is a contact. */
  readonly planIds: readonly string[];
  readonly goalIds: readonly string[];
  /** References of the case managers: what they sent is a contact. */
  readonly managers: readonly string[];
}

/** One Communication looked at as a contact: `other` when it is none of case management, null when it cannot be read. */
export type ContactRead = Contact | 'other' | null;

const shown = ['completed', 'not-done', 'stopped', 'in-progress', 'entered-in-error'];

/**
 * Reads a contact (FHIR R4 Communication): what the panel has recorded, and what others have about the plan or one of its
 * goals, or by one of the case managers. `not-done` is an attempt that reached nobody. Messages of others are none.
 */
export function mapContact(
  resource: unknown,
  context: ContactContext,
  base: string | null = null,
): ContactRead {
  if (!isObject(resource)) return null;
  const wire = readLenient(schema, resource)?.value;
  if (!wire) return null;
  const status = textOf(wire.status) ?? 'completed';
  if (!shown.includes(status) || !isContact(wire, context, base)) return 'other';
  const written = textOf(wire.sent) ?? textOf(wire.received);
  const moment = written === null ? null : zoneOf(context.zone).read(written);
  const day = moment ? localDateOf(moment) : null;
  if (moment === null || day === null || !/^\d{4}-\d{2}-\d{2}$/u.test(day)) return null;
  const sender = pointerOf(wire.sender);
  const notes = (wire.note ?? []).flatMap(({text}) => textOf(text) ?? []);
  return {
    id: wire.id,
    version: textOf(wire.meta?.versionId),
    mode: modeOf((wire.medium ?? []).flatMap((one) => conceptOf(one) ?? [])),
    reached: status !== 'not-done' && status !== 'stopped',
    party: partyOf(wire, context.patientId),
    day,
    at: moment.at === null ? null : written,
    goalIds: idsOf('Goal', [...(wire.about ?? []), ...(wire.reasonReference ?? [])], base),
    note: noteOf(wire),
    next: notes.map(nextOf).find((next) => next !== null) ?? null,
    by: sender && {reference: plainReference(sender.reference) ?? sender.reference, name: sender.display},
    mistaken: status === 'entered-in-error',
    readOnly: readOnlyReason(resource),
  };
}

function isContact(wire: CommunicationWire, context: ContactContext, base: string | null): boolean {
  const own = (wire.category ?? [])
    .flatMap((one) => conceptOf(one)?.codings ?? [])
    .some(({system, code}) => system === CONTACT_SYSTEM && code === CONTACT);
  if (own) return true;
  const pointed = [...(wire.basedOn ?? []), ...(wire.about ?? []), ...(wire.reasonReference ?? [])];
  if (idsOf('CarePlan', pointed, base).some((id) => context.planIds.includes(id))) return true;
  if (idsOf('Goal', pointed, base).some((id) => context.goalIds.includes(id))) return true;
  const sender = plainReference(wire.sender?.reference);
  return sender !== null && context.managers.includes(sender);
}

const kinds: Readonly<Record<string, ContactParty['kind']>> = {
  Patient: 'patient',
  Practitioner: 'practitioner',
  PractitionerRole: 'practitioner',
  RelatedPerson: 'relative',
  Organization: 'organization',
  HealthcareService: 'organization',
  CareTeam: 'team',
};

/** The first recipient; without one it was the person themselves, whose record it is. */
function partyOf(wire: CommunicationWire, patientId: string): ContactParty {
  const pointer = (wire.recipient ?? []).flatMap((one) => pointerOf(one) ?? [])[0];
  if (!pointer) return {kind: 'patient', reference: `Patient/${patientId}`, name: null};
  const plain = plainReference(pointer.reference);
  const kind = pointer.reference === null ? 'text' : (kinds[plain?.split('/')[0] ?? ''] ?? 'unknown');
  // The person's name stands above everything else, and servers differ in whether they repeat it.
  return {kind, reference: plain ?? pointer.reference, name: kind === 'patient' ? null : pointer.display};
}

/** What was said: every text of the message, in its order. */
function noteOf({payload = []}: CommunicationWire): Words | null {
  const texts = payload.flatMap((one) => wordsAt(one, 'contentString') ?? []);
  const [first] = texts;
  return first ? {text: texts.map(({text}) => text).join('\n'), lang: first.lang} : null;
}

/** Ids of the references to one type in this record system, each once. */
function idsOf(
  type: string,
  references: readonly {readonly reference?: string | undefined}[],
  base: string | null,
): readonly string[] {
  const ids = references.flatMap(({reference}) => {
    const target = targetOf(reference);
    if (target?.kind !== 'resource' || target.type !== type) return [];
    return target.base === null || target.base === base ? [target.id] : [];
  });
  return [...new Set(ids)];
}
