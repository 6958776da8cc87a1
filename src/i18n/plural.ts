/**
 * Chooses between the two forms of a word. `Intl.PluralRules` decides: in French 0 and 1.5 are singular, in English 0 is
 * plural; the French category `many` (1 000 000) takes the plural form.
 */
export function createPlural(language: string): (n: number, one: string, other: string) => string {
  const rules = new Intl.PluralRules(language);
  return (n, one, other) => (rules.select(n) === 'one' ? one : other);
}
