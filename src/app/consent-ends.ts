import type {TeamMember} from '../domain/care-team.ts';
import {consentFor, type ConsentRecord} from '../domain/follow-up/consent.ts';
import {endOfConsent} from '../domain/follow-up/consent-end.ts';
import {parseDay} from '../domain/time.ts';

/**
 * The last day of what was agreed with each member of the team: by the consent of the record that names them, else by
 * what the team says of them. A refusal has no end, and what was withdrawn has ended already.
 */
export function consentEnds(
  members: readonly TeamMember[],
  consents: readonly ConsentRecord[],
): readonly {readonly who: string; readonly until: string}[] {
  const ends = members
    .filter(({ended, name}) => !ended && name !== null)
    .flatMap((member) => {
      const record = consentFor(consents, member);
      const isYes = record?.active === true && record.answer === 'yes';
      const until = record ? (isYes ? record.until : null) : endOfConsent(member.about?.consent ?? '');
      return until !== null && parseDay(until) !== null ? [{who: member.name ?? '', until}] : [];
    });
  return ends.filter(
    ({who, until}, at) => ends.findIndex((one) => one.who === who && one.until === until) === at,
  );
}
