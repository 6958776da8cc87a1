import type {PanelState} from '../../app/state.ts';
import type {TeamMember} from '../../domain/care-team.ts';
import {consentFor, mayShare, type ConsentRecord} from '../../domain/follow-up/consent.ts';
import type {ConsentMessages} from '../../i18n/consent-words.ts';
import type {Format} from '../../i18n/format.ts';

/** Whether a member stands outside of care: of them it must be known whether anything may be shared. */
export function isOutside({kind}: TeamMember): boolean {
  return kind === 'organization' || kind === 'relative';
}

/** The consent of the record that is about a member; null when none is known. */
export function recordedConsent(
  member: TeamMember,
  {later: {consents}}: Pick<PanelState, 'later'>,
): ConsentRecord | null {
  return consents?.status === 'ready' ? consentFor(consents.value, member) : null;
}

/**
 * What the consents of the record say of sharing with a member, in lines. Without one: that none is recorded, or that they
 * could not be read, where it must be known.
 *
 * @param noConsent words for a consent that is recorded nowhere.
 */
export function consentLines(
  member: TeamMember,
  state: Pick<PanelState, 'later' | 'today'>,
  t: ConsentMessages,
  noConsent: string,
  format: Format,
): readonly string[] {
  const {consents} = state.later;
  const record = recordedConsent(member, state);
  const lost = consents?.status === 'failed' && !['unsupported', 'not-found'].includes(consents.problem.kind);
  if (record === null) {
    const outside = isOutside(member);
    const known = !lost && consents?.status !== 'loading';
    const unsaid = outside && !member.about?.consent && known ? [noConsent] : [];
    return [...(outside && lost ? [t.notRead] : []), ...unsaid];
  }
  const {active, answer, until, words} = record;
  const more = words === null ? [] : [words];
  if (mayShare(record, state.today) === null || answer === null) return [t.unclear, ...more];
  if (!active) return [t.withdrawn, ...more];
  if (answer === 'yes' && !mayShare(record, state.today))
    return [t.ended(format.longDate(until ?? '')), ...more];
  const end = answer === 'no' || until === null ? '' : format.longDate(until);
  return [t.said(t.answer[answer], end), ...more];
}
