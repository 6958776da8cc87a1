import type {Patient} from '../domain/patient.ts';

/** What the identity line says, in parts that the element only has to set. */
export interface IdentityView {
  /** In capitals, or null when the record has no family name. */
  readonly family: string | null;
  /** Given name, or the whole name when the record gives no parts. */
  readonly given: string | null;
  readonly birthDate: string | null;
  /** Whole years on `today`, or at death; null when the dates are too vague to tell. */
  readonly age: number | null;
  readonly deceased: boolean;
  readonly deceasedAt: string | null;
  /** Never more than the last four characters. */
  readonly identifier: {readonly label: string | null; readonly last: string} | null;
}

/** Whole years between two FHIR dates; null when a date is too vague to tell, or the order is wrong. */
export function yearsBetween(from: string, to: string): number | null {
  const [birth, day] = [from.slice(0, 10), to.slice(0, 10)];
  if (!/^\d{4}/.test(birth) || !/^\d{4}/.test(day)) return null;
  const years = Number(day.slice(0, 4)) - Number(birth.slice(0, 4));
  const [birthMonth, dayMonth] = [birth.slice(5), day.slice(5)];
  const length = Math.min(birthMonth.length, dayMonth.length);
  const [a, b] = [birthMonth.slice(0, length), dayMonth.slice(0, length)];
  const vague = a === b && length < 5;
  if (vague) return null;
  const age = b < a ? years - 1 : years;
  return age >= 0 ? age : null;
}

/** Makes the identity line of a patient. `today` is a local day; capitals follow `language`. */
export function identityView(patient: Patient, today: string, language: string): IdentityView {
  const end = patient.deceased ? patient.deceasedAt : today;
  const value = patient.identifier?.value.trim() ?? '';
  return {
    family: patient.family?.trim().toLocaleUpperCase(language) || null,
    given: patient.given?.trim() || (patient.family?.trim() ? null : patient.nameText?.trim() || null),
    birthDate: patient.birthDate,
    age: patient.birthDate && end ? yearsBetween(patient.birthDate, end) : null,
    deceased: patient.deceased,
    deceasedAt: patient.deceasedAt?.slice(0, 10) ?? null,
    identifier: value ? {label: patient.identifier?.label ?? null, last: value.slice(-4)} : null,
  };
}
