import type {TeamMember} from '../domain/care-team.ts';
import {
  contactModes,
  type ContactMode,
  type ContactParty,
  type NewContact,
} from '../domain/follow-up/contact.ts';
import type {Draft} from './state.ts';

/** Somebody a contact may be with, by the value of the form. */
export interface PartyChoice {
  readonly value: string;
  readonly party: ContactParty;
}

/** Value of the choice "somebody else", whose name is typed. */
export const OTHER_PARTY = 'other';

/** Rhythms of contact that the form offers, in days. */
export const rhythms = [2, 7, 14, 30, 60, 90] as const;

/** What the form of a contact says so far. */
export interface TypedContact {
  readonly mode: ContactMode;
  readonly reached: boolean | null;
  /** Null when "somebody else" has no name yet. */
  readonly party: ContactParty | null;
  readonly day: string;
  readonly nextDay: string;
  /** Days between contacts from now on; null when the rhythm stays as it is. */
  readonly every: number | null;
  readonly goalId: string;
}

/** Those whom a contact may be with: the person first, then the members of the team, each once. */
export function partyChoices(patientId: string, members: readonly TeamMember[]): readonly PartyChoice[] {
  const person: PartyChoice = {
    value: '',
    party: {kind: 'patient', reference: `Patient/${patientId}`, name: null},
  };
  const seen = new Set<string>();
  const others = members.flatMap(({kind, name, reference, ended}): readonly PartyChoice[] => {
    const value = reference ?? name ?? '';
    if (ended || kind === 'patient' || name === null || seen.has(value)) return [];
    seen.add(value);
    const allowed = recipient(reference);
    return [{value, party: {kind: allowed === null ? 'text' : kind, reference: allowed, name}}];
  });
  return [person, ...others];
}

/** Reads the fields of the form: `mode`, `reached`, `party`, `partyName`, `day`, `nextDay`, `every`, `goal`. */
export function typedContact(draft: Draft, choices: readonly PartyChoice[], today: string): TypedContact {
  const chosen = draft['party'] ?? '';
  const name = (draft['partyName'] ?? '').trim();
  const known = choices.find(({value}) => value === chosen)?.party ?? null;
  const other: ContactParty | null = name === '' ? null : {kind: 'text', reference: null, name};
  return {
    mode: contactModes.find((mode) => mode === draft['mode']) ?? 'phone',
    reached: draft['reached'] === 'yes' ? true : draft['reached'] === 'no' ? false : null,
    party: chosen === OTHER_PARTY ? other : known,
    day: draft['day'] ?? today,
    nextDay: draft['nextDay'] ?? '',
    every: rhythms.find((days) => String(days) === draft['every']) ?? null,
    goalId: draft['goal'] ?? '',
  };
}

/** The contact to be recorded; `typed` has no fault. The note is in the language of the screen. */
export function contactOf(typed: TypedContact, draft: Draft, lang: string): NewContact {
  const text = (draft['note'] ?? '').trim();
  const next = (draft['next'] ?? '').trim();
  const comes = {
    day: typed.nextDay === '' ? null : typed.nextDay,
    every: typed.every,
    text: next === '' ? null : next,
  };
  return {
    mode: typed.mode,
    reached: typed.reached === true,
    party: typed.party ?? {kind: 'unknown', reference: null, name: null},
    day: typed.day,
    goalIds: typed.goalId === '' ? [] : [typed.goalId],
    note: text === '' ? null : {text, lang},
    next: next === '' && typed.nextDay === '' && typed.every === null ? null : comes,
  };
}

/** FHIR R4 lets these be a recipient; anybody else is named in words. */
function recipient(reference: string | null): string | null {
  const allowed =
    /^(?:Practitioner|PractitionerRole|RelatedPerson|Organization|CareTeam|HealthcareService)\/[^/]+$/u;
  return reference !== null && allowed.test(reference) ? reference : null;
}
