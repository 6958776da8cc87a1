import {isUser, type TeamMember} from '../domain/care-team.ts';
import type {PlanDetail} from '../domain/plan-detail.ts';
import type {Pointer} from '../domain/text.ts';

/** Who coordinates a plan. */
export interface Coordinator {
  /** Null when the record names nobody that it points to. */
  readonly name: string | null;
  /** The same person on the team of today; null for somebody who is not on it. */
  readonly member: TeamMember | null;
  /** True when the plan itself says so; else it is the case manager of the team. */
  readonly isNamed: boolean;
}

/** Whom the plan itself names (`CarePlan.author`), else the case manager of the team; null when nobody is known. */
export function coordinatorOf(
  {author}: Pick<PlanDetail, 'author'>,
  members: readonly TeamMember[],
): Coordinator | null {
  const now = members.filter(({ended}) => !ended);
  if (author) {
    const isThem = (member: TeamMember): boolean =>
      author.reference === null
        ? author.display !== null && pointerTo(member).reference === null && member.name === author.display
        : isUser(member, author.reference);
    const member = now.find(isThem) ?? null;
    const name = member?.name ?? author.display ?? members.find(isThem)?.name ?? null;
    return {name, member, isNamed: true};
  }
  const member = now.find(({slot}) => slot === 'case-manager');
  return member ? {name: member.name, member, isNamed: false} : null;
}

/** Who can be made coordinator: everybody on the team today who has a name, each once, but not who is named already. */
export function coordinatorChoices(
  {author}: Pick<PlanDetail, 'author'>,
  members: readonly TeamMember[],
): readonly TeamMember[] {
  const current = coordinatorOf({author: author ?? null}, members);
  const print = (member: TeamMember): string => {
    const {reference, display} = pointerTo(member);
    return reference ?? `text ${display}`;
  };
  const taken = new Set(current?.isNamed && current.member ? [print(current.member)] : []);
  return members.filter((member) => {
    const {ended, kind, name} = member;
    if (ended || name === null || !kinds.includes(kind) || taken.has(print(member))) return false;
    taken.add(print(member));
    return true;
  });
}

/** A member as a plan can name them: somebody who stands in the team alone is named in words (CarePlan.author). */
export function pointerTo({reference, name}: Pick<TeamMember, 'reference' | 'name'>): Pointer {
  const isKnown = /^(?:Practitioner|PractitionerRole|RelatedPerson|Organization)\/[^/]+$/u.test(
    reference ?? '',
  );
  return {reference: isKnown ? reference : null, display: name};
}

const kinds: readonly TeamMember['kind'][] = ['practitioner', 'relative', 'organization', 'text'];

/** Whether a plan can be made to name them once more: somebody it names otherwise (an identifier) cannot be told again. */
export function canBeNamed({author}: Pick<PlanDetail, 'author'>): boolean {
  return !author || author.reference !== null || author.display !== null;
}
