import {CONTACT_SYSTEM, type ContactMode} from '../domain/follow-up/contact.ts';
import type {Concept} from '../domain/text.ts';

const V3_MODE = 'http://terminology.hl7.org/CodeSystem/v3-ParticipationMode';

/** `Communication.medium` of each way, by v3-ParticipationMode. */
const media: Readonly<Record<ContactMode, string>> = {
  phone: 'PHONE',
  'in-person': 'FACE',
  home: 'FACE',
  video: 'VIDEOCONF',
  message: 'EMAILWRIT',
  letter: 'MAILWRIT',
};

const read: Readonly<Record<string, ContactMode>> = {
  PHONE: 'phone',
  FACE: 'in-person',
  VIDEOCONF: 'video',
  EMAILWRIT: 'message',
  ONLINEWRIT: 'message',
  SMSWRIT: 'message',
  WRITTEN: 'letter',
  MAILWRIT: 'letter',
  FAXWRIT: 'letter',
};

/** The codings of a way: the standard one, and the project's own, which also knows a visit at home. */
export function codingsOf(mode: ContactMode): readonly {readonly system: string; readonly code: string}[] {
  return [
    {system: V3_MODE, code: media[mode]},
    {system: CONTACT_SYSTEM, code: mode},
  ];
}

/** The way that concepts name: the project's own code, else the standard one (with its older address); else null. */
export function modeOf(concepts: readonly Concept[]): ContactMode | null {
  const codings = concepts.flatMap((concept) => concept.codings);
  const own = codings.find(({system, code}) => system === CONTACT_SYSTEM && isMode(code));
  if (own) return own.code as ContactMode;
  const standard = codings.find(
    ({system, code}) =>
      /v3-?\/?ParticipationMode$/u.test(system ?? '') && code !== null && Object.hasOwn(read, code),
  );
  return standard ? (read[standard.code as string] ?? null) : null;
}

function isMode(code: string | null): boolean {
  return code !== null && Object.hasOwn(media, code);
}
