import type {Plain} from './raw-json.ts';

/** Who writes and when, for what is dated or signed. */
export interface Authorship {
  /** Local day of the site, YYYY-MM-DD. */
  readonly today: string;
  /** Instant, ISO 8601 with Z. */
  readonly now: string;
  /** Reference of the signed-in user, when it is one that an Annotation may name. */
  readonly user: string | null;
}

/** An Annotation in the person's name; only the author types that R4 allows are named. */
export function annotation(text: string, by: Authorship): Record<string, Plain> {
  const author = authorReference(by.user);
  return {...(author && {authorReference: author}), time: by.now, text};
}

/** The signed-in user as an author; null for who may be none (R4 allows these types for notes and observations alike). */
export function authorReference(user: string | null): {readonly reference: string} | null {
  return user && /^(Practitioner|RelatedPerson|Patient|Organization)\/[^/]+$/u.test(user)
    ? {reference: user}
    : null;
}
