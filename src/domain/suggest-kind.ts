import type {EncounterRecord} from './encounter-record.ts';
import type {EventKind} from './use-proof.ts';

const CODES = new Map<string, EventKind>([
  ['http://snomed.info/sct|4525004', 'ed-visit'],
  ['http://snomed.info/sct|50849002', 'ed-visit'],
  ['http://snomed.info/sct|32485007', 'stay'],
  ['http://snomed.info/sct|183452005', 'stay'],
  ['http://snomed.info/sct|185317003', 'ambulatory'],
]);
const CPT = 'http://www.ama-assn.org/go/cpt';

const WORDS: readonly (readonly [RegExp, EventKind])[] = [
  [/\burgence|\bemergency|\bed\b|\ber\b/i, 'ed-visit'],
  [/\bhospitali[sz]|\binpatient|\badmission|\bhospitalis/i, 'stay'],
  [/\bclinic|\bclinique|\btelephone|\bt\u00e9l\u00e9phone|\boffice visit|\bvirtual|\bvirtuel/i, 'ambulatory'],
];

/**
 * What an unclassified record looks like, from its type codes, its structure and its words (R2): a suggestion for the
 * person who reads the list, which counts only where the site says so. Null when nothing speaks for a kind.
 */
export function suggestKind(record: EncounterRecord): EventKind | null {
  return byType(record) ?? byStructure(record) ?? byWords(record);
}

function byType({types}: EncounterRecord): EventKind | null {
  for (const {codings} of types) {
    for (const {system, code} of codings) {
      const known = CODES.get(`${system}|${code}`);
      if (known) return known;
      const cpt = system === CPT && code ? Number(code) : 0;
      if (cpt >= 99281 && cpt <= 99285) return 'ed-visit';
      if (cpt >= 99221 && cpt <= 99239) return 'stay';
      if (cpt >= 99202 && cpt <= 99215) return 'ambulatory';
    }
  }
  return null;
}

/** An admit source or a discharge, and dates at least one night apart, make a hospital stay. */
function byStructure(record: EncounterRecord): EventKind | null {
  const {start, end} = record;
  if (!record.admitSource && !record.dischargeDisposition) return null;
  return start && end && end.slice(0, 10) > start.slice(0, 10) ? 'stay' : null;
}

function byWords({class: coded, types}: EncounterRecord): EventKind | null {
  const words = [
    coded?.display,
    ...types.flatMap(({text, codings}) => [text, ...codings.map(({display}) => display)]),
  ].join('\n');
  return WORDS.find(([word]) => word.test(words))?.[1] ?? null;
}
