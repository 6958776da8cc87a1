import type {TeamMember} from '../../domain/care-team.ts';
import type {ConsentChange, ConsentRecord} from '../../domain/follow-up/consent.ts';
import {mapConsent} from '../map-consent.ts';
import {authorReference, type Authorship} from './annotation.ts';
import type {FieldRules} from './field-edit.ts';
import {setPrimitive} from './primitive.ts';
import {dropIfEmpty, ensureObject, toRaw, type Plain, type RawObject} from './raw-json.ts';

/** How a consent to share is read and changed (FHIR R4 Consent). Days are of the zone. */
export function consentRules(zone: string, by: Authorship): FieldRules<ConsentRecord, ConsentChange> {
  return {
    what: 'Consent',
    fields: ['answer', 'until', 'words'],
    read(json) {
      const found = mapConsent(json, zone);
      return found === 'other' ? null : found;
    },
    apply(raw, {answer, until, words}) {
      // What is said now is in force, whatever stood before.
      setPrimitive(raw, 'status', 'active');
      setPrimitive(raw, 'dateTime', by.today);
      const provision = ensureObject(raw, 'provision');
      if (answer) {
        setPrimitive(provision, 'type', answer === 'yes' ? 'permit' : 'deny');
        setRule(raw, answer === 'yes' ? 'OPTIN' : 'OPTOUT');
      }
      if (until !== undefined) {
        setPrimitive(ensureObject(provision, 'period'), 'end', until);
        dropIfEmpty(provision, 'period');
      }
      if (words !== undefined) setPrimitive(ensureObject(raw, 'policyRule'), 'text', words);
    },
  };
}

/** R4 wants a policy or its rule (ppc-1). */
function setRule(raw: RawObject, code: 'OPTIN' | 'OPTOUT'): void {
  const system = 'http://terminology.hl7.org/CodeSystem/v3-ActCode';
  ensureObject(raw, 'policyRule').set('coding', toRaw([{system, code}]));
}

/** A new consent to share with a member, before its content, which the rules put in. */
export function blankConsent(
  patientId: string,
  {reference, name}: Pick<TeamMember, 'reference' | 'name'>,
  by: Authorship,
): {readonly [name: string]: Plain} {
  const v3 = 'http://terminology.hl7.org/CodeSystem/v3-ActCode';
  const party = 'http://terminology.hl7.org/CodeSystem/v3-ParticipationType';
  const address = reference !== null && !reference.startsWith('#') ? reference : null;
  const performer = authorReference(by.user);
  return {
    resourceType: 'Consent',
    status: 'active',
    scope: {
      coding: [{system: 'http://terminology.hl7.org/CodeSystem/consentscope', code: 'patient-privacy'}],
    },
    category: [{coding: [{system: v3, code: 'IDSCL', display: 'information disclosure'}]}],
    patient: {reference: `Patient/${patientId}`},
    dateTime: by.today,
    ...(performer && {performer: [performer]}),
    provision: {
      actor: [
        {
          role: {coding: [{system: party, code: 'IRCP', display: 'information recipient'}]},
          reference: {...(address !== null && {reference: address}), ...(name !== null && {display: name})},
        },
      ],
    },
  };
}
