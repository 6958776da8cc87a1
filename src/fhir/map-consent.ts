import type {ConsentRecord} from '../domain/follow-up/consent.ts';
import {localDateOf, zoneOf} from '../domain/time.ts';
import {conceptOf, pointerOf} from './concept-text.ts';
import {isObject, textOf} from './json.ts';
import {readOnlyReason} from './read-only.ts';
import {plainReference} from './references.ts';
import {consent as schema} from './schema/consent.ts';
import {readLenient} from './schema/lenient.ts';

/** One Consent looked at: `other` when it is not about sharing or was a mistake, null when it cannot be read. */
export type ConsentRead = ConsentRecord | 'other' | null;

const shown = ['draft', 'proposed', 'active', 'rejected', 'inactive'];

/** Reads a consent to share (FHIR R4 Consent, scope patient-privacy or none). Days are of the zone of the site. */
export function mapConsent(resource: unknown, zone: string): ConsentRead {
  if (!isObject(resource)) return null;
  const wire = readLenient(schema, resource)?.value;
  if (!wire) return null;
  const status = textOf(wire.status) ?? '';
  const scopes = (conceptOf(wire.scope)?.codings ?? []).map(({code}) => code);
  const isPrivacy = scopes.length === 0 || scopes.includes('patient-privacy');
  if (!isPrivacy || !shown.includes(status)) return 'other';
  const day = (written: string | undefined): string | null => {
    const moment = zoneOf(zone).read(written ?? '');
    return moment === null ? null : localDateOf(moment);
  };
  const {type, period, actor = []} = wire.provision ?? {};
  const answer = status === 'rejected' || type === 'deny' ? 'no' : type === 'permit' ? 'yes' : null;
  return {
    id: wire.id,
    version: textOf(wire.meta?.versionId),
    active: status === 'active' || status === 'rejected',
    answer,
    parties: actor.flatMap((one) => {
      const pointer = pointerOf(one.reference);
      return pointer ? [{reference: plainReference(pointer.reference), name: pointer.display}] : [];
    }),
    date: day(wire.dateTime),
    until: day(period?.end),
    words: textOf(wire.policyRule?.text),
    readOnly: readOnlyReason(resource),
  };
}
