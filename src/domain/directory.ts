import type {NewMember} from './care-team.ts';
import type {Coded} from './text.ts';

/** Somebody of the record system's own directory who may join a team. */
export interface DirectoryEntry {
  /** `Practitioner/x`, `Organization/x` or `RelatedPerson/x`. */
  readonly reference: string;
  readonly name: string;
  readonly role: {readonly coded: Coded | null; readonly text: string | null} | null;
  readonly organization: string | null;
  /** True when the record has a telephone of them. */
  readonly hasPhone: boolean;
}

/** What was searched for, and who was found. */
export interface Directory {
  readonly text: string;
  readonly kind: NewMember['kind'];
  readonly found: readonly DirectoryEntry[];
}

/** Fewer letters than this name nobody. */
export const leastLetters = 2;
