import type {CountingConfig} from '../counting-config.ts';
import type {Concept} from '../text.ts';
import {admitSystems, dischargeSystems} from '../visit-codes.ts';
import {lookUp} from './classify.ts';

/** What the rules read from a discharge disposition. */
export interface Discharge {
  /** R8, R11: to another health care facility. */
  readonly transfer: boolean;
  /** R8: home, or left. */
  readonly home: boolean;
  /** R12. */
  readonly lwbs: boolean;
}

/** What the rules read from an admit source. */
export interface Admission {
  /** R4: from the emergency department. */
  readonly emergency: boolean;
  /** R11: from another hospital. */
  readonly transfer: boolean;
}

const HOME = new Set(['home', 'alt-home', 'aadvice', 'exp']);
const NUBC = /nubc|2\.16\.840\.1\.113883\.6\.301\.5/i;

const LEFT_UNSEEN = [
  /left without being seen|left before (being )?seen|did not wait|\blwbs\b/,
  // "Same clause": no punctuation between leaving and not being seen.
  /\b(partie?|depart|quittee?)\b[^.,;:!?\n]*\b(sans etre (vu|examine)e?|sans avoir ete vue?|avant d'etre vue?|avant (la )?prise en charge)\b/,
];

/** R8, R11, R12: codes of the standard systems (R4 or STU3 address, or none), of the site's map, and for R12 words. */
export function readDischarge(concept: Concept, config: CountingConfig): Discharge {
  let transfer = false;
  let home = false;
  let lwbs = saysLeftUnseen(concept.text);
  for (const coding of concept.codings) {
    const system = coding.system || null;
    const code = coding.code ?? '';
    const mapped = lookUp(config.dispositionMap, coding);
    const standard = dischargeSystems.has(system);
    transfer ||= mapped === 'other-hcf' || (standard && code === 'other-hcf');
    home ||=
      mapped === 'home' ||
      (standard && HOME.has(code)) ||
      (system === 'http://snomed.info/sct' && code === '306689006') ||
      (system !== null && NUBC.test(system) && (code === '01' || code === '07'));
    lwbs ||=
      mapped === 'lwbs' ||
      code === 'LWBS' ||
      code === 'left-without-being-seen' ||
      saysLeftUnseen(coding.display);
  }
  return {transfer, home, lwbs};
}

/** R4, R11: codes of the standard systems, or of the site's map. */
export function readAdmission(concept: Concept, config: CountingConfig): Admission {
  const codes = concept.codings.map(
    (coding) =>
      lookUp(config.admitSourceMap, coding) ?? (admitSystems.has(coding.system || null) ? coding.code : null),
  );
  return {emergency: codes.includes('emd'), transfer: codes.includes('hosp-trans')};
}

function saysLeftUnseen(text: string | null): boolean {
  if (!text) return false;
  const plain = text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[\u2018\u2019]/g, "'")
    .toLowerCase()
    .replace(/\(e\)|[·.]e\b/g, 'e')
    .replace(/[^\S\n]+/g, ' ');
  return LEFT_UNSEEN.some((phrase) => phrase.test(plain));
}
