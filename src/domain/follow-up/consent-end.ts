import {parseDay} from '../time.ts';

/** The last day (YYYY-MM-DD) of a consent by its words, in either language ("until 2026-12-31"); null when none is said. */
export function endOfConsent(words: string): string | null {
  const said =
    /(?:until|jusqu[’']au|expires?(?: on)?|expire le|échéance(?: le)?)[ \u00a0]*:?[ \u00a0]*(\d{4}-\d{2}-\d{2})/giu;
  const days = [...words.matchAll(said)].flatMap(([, day = '']) => (parseDay(day) === null ? [] : [day]));
  return days.toSorted().at(-1) ?? null;
}
