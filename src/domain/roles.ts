import type {Coded} from './text.ts';

const snomed = 'http://snomed.info/sct';

const sct = (code: string, display: string): Coded => ({system: snomed, code, display});

/** Which members a role is offered for. */
type RoleFor = 'practitioner' | 'relative' | 'organization';

interface Role {
  /** Null for a role that no code in use says well: its text is written alone. */
  readonly coded: Coded | null;
  /** Other codes that mean the same when read. */
  readonly alsoRead?: readonly string[];
  readonly kind: RoleFor;
}

/**
 * Roles on a care team, in the order they are offered. The names shown are in the catalogues under the same keys; the
 * display here is the English one of the code system, which is what a record expects beside a code.
 */
export const roles = {
  'nurse-case-manager': {coded: sct('445451001', 'Nurse case manager'), kind: 'practitioner'},
  'case-manager': {
    coded: sct('768832004', 'Case manager'),
    alsoRead: ['999480451000087102', '171M00000X'],
    kind: 'practitioner',
  },
  // Same code as a case manager: the text is what says that it is the hospital's.
  'hospital-case-manager': {coded: sct('768832004', 'Case manager'), kind: 'practitioner'},
  'family-physician': {coded: sct('446050000', 'Primary care provider'), kind: 'practitioner'},
  physician: {coded: sct('309343006', 'Physician'), kind: 'practitioner'},
  'nurse-practitioner': {coded: sct('224571005', 'Nurse practitioner'), kind: 'practitioner'},
  nurse: {coded: sct('224535009', 'Registered nurse'), kind: 'practitioner'},
  'social-worker': {coded: sct('106328005', 'Social worker'), kind: 'practitioner'},
  pharmacist: {coded: sct('46255001', 'Pharmacist'), kind: 'practitioner'},
  psychologist: {coded: sct('59944000', 'Psychologist'), kind: 'practitioner'},
  psychiatrist: {coded: sct('80584001', 'Psychiatrist'), kind: 'practitioner'},
  physiotherapist: {coded: sct('36682004', 'Physiotherapist'), kind: 'practitioner'},
  'occupational-therapist': {coded: sct('80546007', 'Occupational therapist'), kind: 'practitioner'},
  dietitian: {coded: sct('159033005', 'Dietitian'), kind: 'practitioner'},
  paramedic: {coded: sct('397897005', 'Paramedic'), kind: 'practitioner'},
  'care-coordinator': {coded: sct('768820003', 'Care coordinator'), kind: 'practitioner'},
  'patient-navigator': {coded: sct('768821004', 'Patient navigator'), kind: 'practitioner'},
  professional: {coded: sct('223366009', 'Healthcare professional'), kind: 'practitioner'},
  caregiver: {coded: sct('133932002', 'Caregiver'), alsoRead: ['407542009'], kind: 'relative'},
  'community-partner': {coded: null, kind: 'organization'},
  organization: {coded: sct('394730007', 'Healthcare related organization'), kind: 'organization'},
  patient: {coded: sct('116154003', 'Patient'), kind: 'relative'},
} as const satisfies Record<string, Role>;

/** A role of the project's list. */
export type RoleKey = keyof typeof roles;

/** Roles that can be given to a new member of this kind, in order. */
export function rolesFor(kind: RoleFor): readonly RoleKey[] {
  return (Object.keys(roles) as RoleKey[]).filter((key) => key !== 'patient' && roles[key].kind === kind);
}

/** The role of the list that a code stands for, or null. The code alone decides: these codes are SNOMED's or NUCC's. */
export function roleOf(coded: Coded | null): RoleKey | null {
  if (!coded?.code) return null;
  for (const key of Object.keys(roles) as RoleKey[]) {
    const role: Role = roles[key];
    if (role.coded?.code === coded.code || role.alsoRead?.includes(coded.code)) return key;
  }
  return null;
}
