import {consentFor, type ConsentChange, type ConsentRecord} from '../../domain/follow-up/consent.ts';
import {blankConsent, consentRules} from '../../fhir/write/edit-consent.ts';
import {consentPlace} from '../consent-place.ts';
import type {Session} from '../session.ts';
import type {PanelState} from '../state.ts';
import {addRecord} from './add-record.ts';
import {saveRecord} from './save-record.ts';

/**
 * Records what the person said about sharing with a member: in the consent of the record that names them, else in a new
 * one. Save key `consent:<key of the member>`.
 */
export function recordConsent(session: Session, memberKey: string, change: ConsentChange): Promise<void> {
  const state = session.state();
  const member =
    state.team.status === 'ready' ? state.team.value.members.find(({key}) => key === memberKey) : undefined;
  if (!member || consentPlace(state, member) !== 'record') return Promise.resolve();
  const key = `consent:${memberKey}`;
  const base = consentFor(consentsIn(state), member);
  if (base && base.readOnly === null && state.abilities.updateConsent.allowed) {
    return saveRecord<ConsentRecord, ConsentChange>(session, {
      key,
      act: 'updateConsent',
      base,
      change,
      rules: (by, {zone}) => consentRules(zone, by),
      apply: putConsent,
    });
  }
  return addRecord<ConsentRecord, ConsentChange>(session, {
    key,
    act: 'createConsent',
    change,
    blank: (by, {person}) => blankConsent(person.patientId, member, by),
    rules: (by, {zone}) => consentRules(zone, by),
    present: consentsIn,
    looksLikeOurs: (record, {today}) =>
      record.date === today && record.answer === change.answer && consentFor([record], member) !== null,
    apply: putConsent,
  });
}

function consentsIn({later}: PanelState): readonly ConsentRecord[] {
  return later.consents?.status === 'ready' ? later.consents.value : [];
}

function putConsent(state: PanelState, consent: ConsentRecord): PanelState {
  const {consents} = state.later;
  if (consents?.status !== 'ready') return state;
  const others = consents.value.filter(({id}) => id !== consent.id);
  return {...state, later: {...state.later, consents: {...consents, value: [...others, consent]}}};
}
