import type {ReadOnlyReason} from './goal.ts';
import type {Coded} from './text.ts';

/** What kind of member it is; `unknown` when the reference cannot be resolved and says nothing. */
export type MemberKind =
  'practitioner' | 'relative' | 'organization' | 'patient' | 'team' | 'text' | 'unknown';

/** The two places that are always shown, filled or not. */
export type CaseManagerSlot = 'case-manager' | 'hospital-case-manager';

/** A way to reach a member (FHIR ContactPoint), already known to be usable. */
export interface ContactPoint {
  readonly kind: 'phone' | 'email' | 'sms' | 'other';
  readonly value: string;
  readonly use: 'work' | 'home' | 'mobile' | 'temp' | null;
}

/** What a team says of a member beside the membership, each in one line of words. */
export const aboutTopics = ['phones', 'hours', 'substitute', 'consent', 'limits'] as const;

export type AboutTopic = (typeof aboutTopics)[number];

export type MemberAbout = Readonly<Record<AboutTopic, string | null>>;

/** Fields of a member that a person can set. An absent one stays as it is; null removes it. */
export interface MemberChange extends Partial<MemberAbout> {
  readonly role?: NonNullable<TeamMember['role']>;
  /** Whom they act for; only of a professional who is no position of a directory (ctm-1). */
  readonly organization?: string | null;
}

/** Somebody on the team: one `CareTeam.participant`. */
export interface TeamMember {
  /** Of the team, the person, the role and the beginning: it stays theirs when others are taken out of the list. */
  readonly key: string;
  readonly teamId: string;
  readonly teamVersion: string | null;
  readonly kind: MemberKind;
  /** What is to be shown; null when the record gives no name. */
  readonly name: string | null;
  /** Reference of the member (`Practitioner/x`), or null for a member given as text. */
  readonly reference: string | null;
  /** Who holds the position that the team names (`Practitioner/x`); absent when that is not known, or it names a person. */
  readonly holder?: string;
  readonly role: {readonly coded: Coded | null; readonly text: string | null} | null;
  readonly organization: string | null;
  readonly contacts: readonly ContactPoint[];
  /** FHIR dateTimes, possibly partial. */
  readonly since: string | null;
  readonly until: string | null;
  /** True when `until` lies on or before today, or the team is inactive. */
  readonly ended: boolean;
  readonly endReason: string | null;
  readonly slot: CaseManagerSlot | null;
  /** Absent when the team says nothing more of them. */
  readonly about?: MemberAbout;
  readonly readOnly: ReadOnlyReason | null;
}

/** All members of all active teams, each once. */
export interface CareTeamView {
  readonly members: readonly TeamMember[];
  /** Ids of the CareTeams that were read; a new member goes to the first writable one. */
  readonly teamIds: readonly string[];
}

/** The role of a new member: a code of the project's list, or the person's own text. */
export interface NewMember {
  readonly name: string;
  readonly kind: 'practitioner' | 'relative' | 'organization';
  readonly role: {readonly coded: Coded | null; readonly text: string};
  readonly organization: string | null;
  readonly phone: string | null;
  /** Somebody of the record's own directory (`Practitioner/x`); absent or null for somebody given in words. */
  readonly reference?: string | null;
}

/** How a membership ends: it is never deleted. */
export interface MembershipEnd {
  /** YYYY-MM-DD, local. */
  readonly date: string;
  readonly reason: string;
}

/** Somebody signs in as a person, and may stand on the team by a position that they hold. */
export function isUser({reference, holder}: Pick<TeamMember, 'reference' | 'holder'>, user: string): boolean {
  return reference === user || holder === user;
}

/** True when the team itself can say for whom a member acts (ctm-1): a professional, not a position of the directory. */
export function mayActFor({kind, reference}: Pick<TeamMember, 'kind' | 'reference'>): boolean {
  if (kind !== 'practitioner' && kind !== 'text') return false;
  return reference === null || reference.startsWith('#') || reference.startsWith('Practitioner/');
}
