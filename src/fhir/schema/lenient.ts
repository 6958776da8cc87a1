import {z} from './zod.ts';

/** An element that could not be read and was left out. */
export interface Note {
  /** Where, as in `type[0].coding[1].code`. */
  readonly path: string;
  readonly problem: string;
}

/** What could be read of a resource, and what was left out of it. */
export interface Read<T> {
  readonly value: T;
  readonly notes: readonly Note[];
}

type Path = readonly PropertyKey[];

/** More broken places than this, and the resource is not worth trusting. */
const mostRounds = 25;
/** With more wrong places than this at once, the whole members that hold them are left out. */
const mostIssues = 100;

/**
 * Reads a resource with its wrong fields left out: each becomes absent and is noted (null simply counts as absent).
 * Null when what is left cannot be a resource of this kind: it is then quarantined and counted by the caller.
 */
export function readLenient<T>(schema: z.ZodMiniType<T>, raw: unknown): Read<T> | null {
  const notes: Note[] = [];
  let current = raw;
  for (let round = 0; round < mostRounds; round += 1) {
    const result = z.safeParse(schema, current);
    if (result.success) return {value: result.data, notes};
    const {issues} = result.error;
    const done = new Set<string>();
    // From the end, so that the places of array members still to be taken out stay right.
    for (const issue of [...issues].reverse()) {
      let path: Path = issues.length > mostIssues ? issue.path.slice(0, 1) : issue.path;
      const value = at(current, path);
      const place = written(path);
      if (done.has(place)) continue;
      done.add(place);
      // A required member that is missing takes the element that needs it with it.
      if (value === undefined) path = path.slice(0, -1);
      if (path.length === 0) return null;
      if (value === undefined && done.has(written(path))) continue;
      done.add(written(path));
      if (value !== null) notes.push({path: written(path), problem: words(issue)});
      current = without(current, path);
    }
  }
  return null;
}

function words(issue: z.core.$ZodIssue): string {
  return issue.code === 'invalid_type'
    ? `not ${/^[aeo]/.test(issue.expected) ? 'an' : 'a'} ${issue.expected}`
    : 'not usable';
}

function written(path: Path): string {
  return path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '');
}

function at(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (inner, key) =>
      typeof inner === 'object' && inner !== null ? (inner as Record<PropertyKey, unknown>)[key] : undefined,
    value,
  );
}

/** A copy (only along the path) with the member taken out; an array closes up. */
function without(value: unknown, path: Path): unknown {
  const [key, ...rest] = path;
  if (key === undefined || typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    const copy: unknown[] = [...value];
    if (rest.length === 0) copy.splice(Number(key), 1);
    else copy[Number(key)] = without(copy[Number(key)], rest);
    return copy;
  }
  const copy: Record<PropertyKey, unknown> = {...value};
  if (rest.length === 0) delete copy[key];
  else copy[key] = without(copy[key], rest);
  return copy;
}
