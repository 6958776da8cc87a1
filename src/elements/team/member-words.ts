import type {TeamMember} from '../../domain/care-team.ts';
import {roleOf} from '../../domain/roles.ts';
import type {Messages} from '../../i18n/index.ts';

/**
 * A member's role in the language of the screen. The hospital's case manager has the code of a case manager, so the
 * place decides there; a code of the project's list has its words in both languages; all others are as recorded.
 */
export function roleWords(member: TeamMember, t: Messages['team']): string | null {
  if (member.slot === 'hospital-case-manager') return t.roles['hospital-case-manager'];
  return roleText(member.role, t);
}

/** A role by itself: by its code of the project's list, else as recorded. */
export function roleText(role: TeamMember['role'], t: Messages['team']): string | null {
  const known = roleOf(role?.coded ?? null);
  if (known) return t.roles[known];
  // The project's own roles without a code were written in the words of one language.
  return role?.text ?? role?.coded?.display ?? role?.coded?.code ?? null;
}
