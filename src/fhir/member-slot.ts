import type {CaseManagerSlot} from '../domain/care-team.ts';
import {roleOf} from '../domain/roles.ts';
import type {Concept} from '../domain/text.ts';
import type {Recognition} from './recognition.ts';

const caseManagers = ['nurse-case-manager', 'case-manager', 'hospital-case-manager'];
const hospital = /h[oô]pita|hospital|centres? hospitaliers?/i;

/**
 * The place of a case manager that a role fills: by its code, or by a text that the site or everybody uses.
 * The hospital's one when the text says so, or when they act for an organization that the site names.
 */
export function slotOf(
  {codings, text}: Concept,
  organizations: readonly (string | null)[],
  {caseManagerRoles, hospitals}: Recognition,
): CaseManagerSlot | null {
  const words = [text, ...codings.map(({display}) => display)].map(plain);
  const isManager =
    codings.some((coding) => caseManagers.includes(roleOf(coding) ?? '')) ||
    caseManagerRoles.some((role) => words.some((word) => word.includes(plain(role))));
  if (!isManager) return null;
  const places = organizations.map(plain);
  const isHospital =
    words.some((word) => hospital.test(word)) || hospitals.some((place) => places.includes(plain(place)));
  return isHospital ? 'hospital-case-manager' : 'case-manager';
}

function plain(text: string | null): string {
  return (text ?? '').trim().replace(/\s+/gu, ' ').toLowerCase();
}
