import {consentFor} from '../domain/follow-up/consent.ts';
import type {TeamMember} from '../domain/care-team.ts';
import type {PanelState} from './state.ts';

/**
 * Where what the person says about sharing with a member goes: into a consent of the record where one can be written,
 * else into what the team says of the member; null where neither can be written.
 */
export function consentPlace(
  {abilities, halted, later}: Pick<PanelState, 'abilities' | 'halted' | 'later'>,
  member: TeamMember,
): 'record' | 'team' | null {
  if (halted) return null;
  const known = later.consents?.status === 'ready' ? later.consents.value : null;
  const base = known && consentFor(known, member);
  // Without knowing which consents there are, a second one could contradict the first.
  const canRecord =
    known !== null &&
    (base && base.readOnly === null ? abilities.updateConsent : abilities.createConsent).allowed;
  if (canRecord) return 'record';
  return abilities.updateCareTeam.allowed && member.readOnly === null ? 'team' : null;
}
