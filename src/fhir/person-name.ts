import {isObject, items, textOf, type JsonObject} from './json.ts';

/** A FHIR HumanName as far as it is read. */
export interface HumanName {
  readonly use: string | undefined;
  readonly text: string | null;
  readonly family: string | null;
  readonly given: readonly string[];
}

/** Uses of a name in the order in which they are shown; what is missing here comes before the last two. */
const uses: readonly (string | undefined)[] = [
  'official',
  'usual',
  undefined,
  'temp',
  'anonymous',
  'nickname',
];
const former: readonly (string | undefined)[] = ['maiden', 'old'];

/** The name that a person has now: the official one before the usual one, a former one only when there is no other. */
export function currentName(names: readonly HumanName[]): HumanName | null {
  const rank = ({use}: HumanName): number => {
    const place = uses.indexOf(use);
    return former.includes(use) ? 100 : place < 0 ? uses.length : place;
  };
  const said = names.filter((name) => fullName(name) !== null);
  return said.toSorted((a, b) => rank(a) - rank(b))[0] ?? null;
}

/** Given names in one text, or null. */
export function givenOf({given}: HumanName): string | null {
  return textOf(given.join(' '));
}

/** A name as it is said: its text, else given names and family name. */
export function fullName(name: HumanName): string | null {
  const parts = [givenOf(name), name.family].filter((part) => part !== null);
  return name.text ?? textOf(parts.join(' '));
}

/** The names in unchecked JSON: what has the wrong type counts as absent. */
export function namesOf(names: unknown): readonly HumanName[] {
  return items(names)
    .filter(isObject)
    .map(({use, text, family, given}) => ({
      use: textOf(use) ?? undefined,
      text: textOf(text),
      family: textOf(family),
      given: items(given).flatMap((one) => textOf(one) ?? []),
    }));
}

/** Name of whoever a resource is about: a text (Organization, CareTeam) or a list of names (persons). */
export function nameOf(resource: JsonObject): string | null {
  const {name} = resource as {readonly name?: unknown};
  if (!Array.isArray(name)) return isObject(name) ? nameOf({...resource, name: [name]}) : textOf(name);
  const chosen = currentName(namesOf(name));
  return chosen && fullName(chosen);
}
