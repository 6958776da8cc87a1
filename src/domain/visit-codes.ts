import type {Concept} from './text.ts';

// What HL7's codes say of how somebody came and left (FHIR R4, Encounter.hospitalization), for words in either language.

/** Code systems of the discharge disposition: R4, STU3, or none named. */
export const dischargeSystems: ReadonlySet<string | null> = new Set([
  null,
  'http://terminology.hl7.org/CodeSystem/discharge-disposition',
  'http://hl7.org/fhir/discharge-disposition',
]);

/** Code systems of the admit source: R4, STU3, or none named. */
export const admitSystems: ReadonlySet<string | null> = new Set([
  null,
  'http://terminology.hl7.org/CodeSystem/admit-source',
  'http://hl7.org/fhir/admit-source',
]);

const dischargeCodes = [
  'home',
  'alt-home',
  'other-hcf',
  'hosp',
  'long',
  'aadvice',
  'exp',
  'psy',
  'rehab',
  'snf',
  'oth',
] as const;

const admitCodes = [
  'hosp-trans',
  'emd',
  'outp',
  'born',
  'gp',
  'mp',
  'nursing',
  'psych',
  'rehab',
  'other',
] as const;

export type DischargeCode = (typeof dischargeCodes)[number];

export type AdmitCode = (typeof admitCodes)[number];

/** Where somebody went, by the standard code; null where the record has words of its own, which say more, or another code. */
export function dischargeCodeOf(concept: Concept): DischargeCode | null {
  return codeIn(concept, dischargeSystems, dischargeCodes);
}

/** Where somebody came from, by the standard code; null where the record has words of its own, or another code. */
export function admitCodeOf(concept: Concept): AdmitCode | null {
  return codeIn(concept, admitSystems, admitCodes);
}

function codeIn<T extends string>(
  {text, codings}: Concept,
  systems: ReadonlySet<string | null>,
  codes: readonly T[],
): T | null {
  for (const {system, code, display} of codings) {
    if (!systems.has(system || null) || (text !== null && text !== display)) continue;
    const known = codes.find((one) => one === code);
    if (known) return known;
  }
  return null;
}
