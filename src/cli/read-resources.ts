import {err, ok, type Result} from '../domain/result.ts';
import {isObject, items, parseJson, textOf, type Json, type JsonObject} from '../fhir/json.ts';
import {lastId} from '../domain/rules/site.ts';
import type {CountProblem} from './problem.ts';

/** One resource as it was found; `id` is its own, else the end of its fullUrl. */
export interface FoundResource {
  readonly resource: JsonObject;
  readonly type: string | null;
  readonly id: string | null;
}

/** Everything that a file holds. */
export interface FoundResources {
  readonly resources: readonly FoundResource[];
  /** What a reference points at when it is written as the fullUrl of an entry: `Type/id`. */
  readonly byUrl: ReadonlyMap<string, string>;
  /** How many entries are no resource at all. */
  readonly broken: number;
  /** True when a search result says that there is more than the file holds. */
  readonly more: boolean;
}

/** Reads a Bundle of any type, a JSON array, or one resource a line (NDJSON); Bundles may stand in the other two. */
export function readResources(text: string, file: string): Result<FoundResources, CountProblem> {
  const values = parseValues(text.replace(/^\uFEFF/, ''), file);
  if (!values.ok) return values;
  const collector = new Collector();
  for (const value of values.value) collector.take(value, null);
  return ok(collector.found());
}

function parseValues(text: string, file: string): Result<readonly Json[], CountProblem> {
  const whole = parseJson(text);
  if (whole !== undefined) {
    if (Array.isArray(whole)) return ok(whole);
    if (isObject(whole) && whole['resourceType'] !== undefined) return ok([whole]);
    return err({kind: 'no-resources', file});
  }
  const values: Json[] = [];
  for (const [place, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const value = parseJson(line);
    // Where not even the first line is JSON, the lines mean nothing.
    if (value === undefined) return err({kind: 'not-json', file, line: values.length > 0 ? place + 1 : null});
    values.push(value);
  }
  return values.length > 0 ? ok(values) : err({kind: 'not-json', file, line: null});
}

class Collector {
  readonly #resources: FoundResource[] = [];
  readonly #byUrl = new Map<string, string>();
  readonly #pages = new Set<string>();
  readonly #next = new Set<string>();
  #broken = 0;
  #matches = 0;
  /** The total that each search, known by its total alone, has told. */
  readonly #totals = new Set<number>();

  take(value: Json, fullUrl: string | null): void {
    if (!isObject(value)) {
      this.#broken += 1;
      return;
    }
    if (value['resourceType'] === 'Bundle') return this.#takeBundle(value);
    const type = textOf(value['resourceType']);
    const id = textOf(value['id']) ?? lastId(fullUrl);
    this.#resources.push({resource: value, type, id});
    if (fullUrl !== null && type !== null && id !== null) this.#byUrl.set(fullUrl, `${type}/${id}`);
  }

  #takeBundle(bundle: JsonObject): void {
    const search = bundle['type'] === 'searchset';
    for (const link of items(bundle['link']).filter(isObject)) {
      const url = textOf(link['url']);
      if (url !== null && link['relation'] === 'self') this.#pages.add(url);
      if (url !== null && link['relation'] === 'next') this.#next.add(url);
    }
    if (search && typeof bundle['total'] === 'number') this.#totals.add(bundle['total']);
    for (const entry of items(bundle['entry'])) {
      if (!isObject(entry)) {
        this.#broken += 1;
        continue;
      }
      const mode = isObject(entry['search']) ? entry['search']['mode'] : undefined;
      if (mode === 'outcome') continue;
      if (search && mode !== 'include') this.#matches += 1;
      const resource = entry['resource'];
      // An entry of a transaction or a history may only ask, as DELETE does.
      if (resource === undefined && (entry['request'] ?? entry['response']) !== undefined) continue;
      this.take(resource ?? null, textOf(entry['fullUrl']));
    }
  }

  found(): FoundResources {
    const unread = [...this.#next].some((url) => !this.#pages.has(url));
    const [total] = this.#totals;
    const short = this.#totals.size === 1 && total !== undefined && this.#matches < total;
    return {
      resources: this.#resources,
      byUrl: this.#byUrl,
      broken: this.#broken,
      more: unread || short,
    };
  }
}
