import type {CopyPart, PlanCopy} from '../../app/take-away/plan-copy.ts';
import type {Action} from '../../domain/action.ts';
import type {TeamMember} from '../../domain/care-team.ts';
import type {Format} from '../../i18n/format.ts';
import type {TakeAwayMessages} from '../../i18n/take-away-words.ts';

/** Whose copy it is, so that nobody takes it for another person's: name, birth date, age, end of the number. */
export function copiedPerson({person}: PlanCopy, t: TakeAwayMessages['theirs'], format: Format): string {
  if (!person) return t.noName;
  const name = [person.family, person.given].filter(Boolean).join(', ') || t.noName;
  const age = person.age === null ? '' : t.age(person.age);
  return [
    name,
    person.birthDate && t.born(format.date(person.birthDate), age),
    person.identifier && t.ending(person.identifier.label ?? t.number, person.identifier.last),
  ]
    .filter(Boolean)
    .join(', ');
}

/** Who is to do it, by name; `me` where it is the person. Null when nobody is named. */
export function ownerName(who: Action['who'], me: string): string | null {
  if (who === null) return null;
  return who.kind === 'patient' ? me : who.name;
}

/** The telephone numbers of a member, as they are recorded. */
export function phonesOf({contacts}: Pick<TeamMember, 'contacts'>): readonly string[] {
  return contacts.filter(({kind}) => kind === 'phone').map(({value}) => value);
}

/** Whether a part could not be read, or not wholly. */
export function told(
  {missing, partial}: PlanCopy,
  part: CopyPart,
  t: TakeAwayMessages['theirs'],
): readonly string[] {
  if (missing.includes(part)) return [t.missing[part]];
  return partial.includes(part) ? [t.partial] : [];
}
