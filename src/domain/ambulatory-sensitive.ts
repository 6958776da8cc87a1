/** A coded diagnosis of a stay, as far as the rule needs it: ICD-10 or ICD-10-CA. */
export interface Diagnosis {
  readonly system: string | null;
  readonly code: string;
  /** True for the main diagnosis: use DD, or rank 1. */
  readonly main: boolean;
}

/** A diagnosis of a stay that is a Condition of its own, to be read by its id. */
export interface ReferredDiagnosis {
  readonly conditionId: string;
  readonly main: boolean;
}

/** Codes of a Condition. */
export type ConditionCodes = readonly Omit<Diagnosis, 'main'>[];

/** Groups of conditions that CIHI calls ambulatory care sensitive. */
export type SensitiveGroup =
  'epilepsy' | 'copd' | 'asthma' | 'diabetes' | 'heart-failure' | 'hypertension' | 'angina';

/** The group that marks a stay; for three of them stays with a cardiac procedure are not meant, which codes alone do not tell. */
export interface Sensitive {
  readonly group: SensitiveGroup;
  readonly code: string;
  readonly unlessCardiacProcedure: boolean;
}

/** Below this age (years) the conditions are ambulatory care sensitive. */
const AGE = 75;

/** Main diagnosis to group; codes without their point, each standing for all that begin with it. */
const GROUPS: readonly (readonly [SensitiveGroup, readonly string[]])[] = [
  ['epilepsy', ['G40', 'G41']],
  ['copd', ['J41', 'J42', 'J43', 'J44', 'J47']],
  ['asthma', ['J45']],
  [
    'diabetes',
    ['E10', 'E11', 'E13', 'E14'].flatMap((type) => ['0', '1', '63', '64', '9'].map((rest) => type + rest)),
  ],
  ['heart-failure', ['I50', 'J81']],
  ['hypertension', ['I100', 'I101', 'I11']],
  ['angina', ['I20', 'I2382', 'I240', 'I248', 'I249']],
];
/** Acute lower respiratory infections: of the COPD group when J44 stands beside them. */
const WITH_COPD = ['J100', 'J110', 'J12', 'J13', 'J14', 'J15', 'J16', 'J18', 'J20', 'J21', 'J22'];
const CARDIAC: readonly SensitiveGroup[] = ['heart-failure', 'hypertension', 'angina'];
const ICD10 =
  /^(?:https?:\/\/hl7\.org\/fhir\/sid\/icd-10(?:-ca)?|https:\/\/fhir\.infoway-inforoute\.ca\/CodeSystem\/icd-10-ca|urn:oid:2\.16\.840\.1\.113883\.6\.3|urn:oid:2\.16\.840\.1\.113883\.2\.20\.5\.2)$/i;

/**
 * Whether a stay is of a condition that care outside the hospital can often keep from needing one: by the coded main
 * diagnosis and the age at admission, never by words. A neutral fact about the condition, not about the person.
 */
export function ambulatorySensitive(diagnoses: readonly Diagnosis[], age: number | null): Sensitive | null {
  if (age === null || age >= AGE) return null;
  const coded = diagnoses.filter(({system}) => system !== null && ICD10.test(system));
  const has = (prefixes: readonly string[], code: string): boolean =>
    prefixes.some((prefix) => plain(code).startsWith(prefix));
  for (const {code} of coded.filter(({main}) => main)) {
    const named = GROUPS.find(([, prefixes]) => has(prefixes, code))?.[0];
    const beside = has(WITH_COPD, code) && coded.some((other) => !other.main && has(['J44'], other.code));
    const group = named ?? (beside ? 'copd' : null);
    if (group) return {group, code, unlessCardiacProcedure: CARDIAC.includes(group)};
  }
  return null;
}

/** Whole years between two FHIR dates; where the birth date is vague the oldest that it can mean; null when unknown. */
export function oldestAge(birthDate: string | null, on: string): number | null {
  const birth = /^(\d{4})(-\d\d)?(-\d\d)?/.exec(birthDate ?? '');
  if (!birth || on.length < 10) return null;
  const birthday = `${birth[2] ?? '-01'}${birth[3] ?? '-01'}`;
  return Number(on.slice(0, 4)) - Number(birth[1]) - (on.slice(4, 10) < birthday ? 1 : 0);
}

function plain(code: string): string {
  return code.replaceAll('.', '').toUpperCase();
}
