import {aboutTopics, type MemberAbout, type MemberChange, type TeamMember} from '../../domain/care-team.ts';
import {isObject, items, textOf} from '../json.ts';
import {aboutNote, aboutOf, isAbout, nothing} from '../member-note.ts';
import {plainReference} from '../references.ts';
import {annotation, type Authorship} from './annotation.ts';
import type {FieldRules} from './field-edit.ts';
import {placeOf} from './participant.ts';
import {setPrimitive} from './primitive.ts';
import {
  dropIfEmpty,
  ensureList,
  listAt,
  objectAt,
  objectsAt,
  stringAt,
  toRaw,
  type Plain,
  type RawObject,
} from './raw-json.ts';

/** A member as it is edited; `id` is that of the team. */
export interface MemberCard extends MemberAbout {
  readonly id: string;
  readonly role: TeamMember['role'];
  readonly organization: string | null;
}

/** The card of a member as the person saw them. */
export function cardOf(member: TeamMember): MemberCard {
  return {
    ...nothing,
    ...member.about,
    id: member.teamId,
    role: member.role,
    organization: member.organization,
  };
}

/**
 * How one member of a CareTeam is read and changed: the role in the participant, the rest in the team's note about them.
 * Every other participant, note and field stays as it is. `toMembers` gives the members of one version of the team.
 */
export function memberRules(
  base: TeamMember,
  change: MemberChange,
  toMembers: (json: unknown) => readonly TeamMember[],
  by: Authorship,
  lang: string,
): FieldRules<MemberCard, MemberChange> {
  return {
    what: 'CareTeam',
    fields: ['role', 'organization', ...aboutTopics],
    read(json) {
      const member = sameMember(toMembers(json), base, change.role ?? null);
      if (!member || !isObject(json)) return null;
      const notes = items(json['note']).map((note) => (isObject(note) ? textOf(note['text']) : null));
      // A role or an organization that only the directory says is not in the team.
      return {
        ...nothing,
        ...aboutOf(notes, base.name),
        id: base.teamId,
        role: member.role ?? base.role,
        organization: member.organization ?? (change.organization === null ? null : base.organization),
      };
    },
    apply(raw, wanted) {
      const {role, organization, ...about} = wanted;
      const participant = role || organization !== undefined ? participantOf(raw, base) : null;
      if (role && participant) setRole(participant, base.role, role);
      if (organization === null) participant?.delete('onBehalfOf');
      else if (organization) participant?.set('onBehalfOf', toRaw({display: organization}));
      if (Object.keys(about).length > 0) setAbout(raw, base.name ?? '', about, by, lang);
    },
    isModified: (raw, wanted) =>
      (wanted.role ?? wanted.organization) !== undefined &&
      (participantOf(raw, base)?.has('modifierExtension') ?? false),
  };
}

/** The member in another version: by everything, else by person and beginning when that names exactly one. */
function sameMember(
  members: readonly TeamMember[],
  base: TeamMember,
  role: TeamMember['role'],
): TeamMember | null {
  const exact = members.find(({key}) => key === base.key);
  if (exact) return exact;
  const alike = members.filter((member) => member.since === base.since && isSamePerson(member, base));
  if (alike.length <= 1) return alike[0] ?? null;
  const inRole = alike.filter((member) => role !== null && (member.role?.text ?? '') === (role.text ?? ''));
  return inRole.length === 1 ? (inRole[0] ?? null) : null;
}

function isSamePerson(member: TeamMember, base: TeamMember): boolean {
  const inside = base.reference === null || base.reference.startsWith('#');
  if (inside || member.reference === null) return member.name === base.name;
  return plainReference(member.reference) === plainReference(base.reference);
}

function participantOf(team: RawObject, base: TeamMember): RawObject | null {
  const meta = objectAt(team, 'meta');
  return objectsAt(team, 'participant')[placeOf(team, base, meta && stringAt(meta, 'versionId'))] ?? null;
}

/** The role that was shown gets another; a member may have others beside it, which stay. */
function setRole(
  participant: RawObject,
  before: TeamMember['role'],
  {coded, text}: NonNullable<TeamMember['role']>,
): void {
  const roles = ensureList(participant, 'role');
  const at = roles.findIndex(
    (role) =>
      role instanceof Map &&
      before !== null &&
      (before.coded?.code
        ? objectsAt(role, 'coding').some((coding) => stringAt(coding, 'code') === before.coded?.code)
        : stringAt(role, 'text') === before.text),
  );
  const coding = coded && Object.fromEntries(Object.entries(coded).filter(([, value]) => value !== null));
  const role = toRaw({
    ...(coding && {coding: [coding as Plain]}),
    ...(text !== null && {text}),
  } as Plain);
  if (at < 0) roles.push(role);
  else roles[at] = role;
}

/** Writes the newest note about the member anew, or adds one; without anything to say it goes. */
function setAbout(
  team: RawObject,
  name: string,
  change: Partial<MemberAbout>,
  by: Authorship,
  lang: string,
): void {
  const notes = (listAt(team, 'note') ?? []).filter(
    (note): note is RawObject => note instanceof Map && isAbout(stringAt(note, 'text'), name),
  );
  const before = aboutOf(
    notes.map((note) => stringAt(note, 'text')),
    name,
  );
  const text = aboutNote(name, {...nothing, ...before, ...change}, lang);
  const last = notes.at(-1);
  const superseded = text === null ? notes : notes.slice(0, -1);
  if (superseded.length > 0) {
    team.set(
      'note',
      ensureList(team, 'note').filter((note) => !(note instanceof Map && superseded.includes(note))),
    );
  }
  if (text !== null && !last) ensureList(team, 'note').push(toRaw(annotation(text, by)));
  else if (text !== null && last) {
    setPrimitive(last, 'text', text);
    last.set('time', toRaw(by.now));
    for (const author of ['authorString', '_authorString', 'authorReference']) last.delete(author);
    const {authorReference} = annotation(text, by);
    if (authorReference !== undefined) last.set('authorReference', toRaw(authorReference));
  }
  dropIfEmpty(team, 'note');
}
