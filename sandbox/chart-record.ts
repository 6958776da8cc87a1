import {isObject, valuesAt, type Resource} from './json.ts';
import type {Store, Version} from './fhir/store.ts';

/** A version of a resource that came into being after the start. */
export interface Written {
  readonly type: string;
  readonly id: string;
  readonly versionId: string;
  readonly at: string;
  readonly method: Version['method'];
  readonly text: string;
}

/** What the chart says of a patient's record: what is in it, and what was written since the sandbox started. */
export interface RecordSummary {
  readonly counts: readonly {readonly type: string; readonly count: number}[];
  /** Newest first. */
  readonly written: readonly Written[];
}

/** Tells what lies in the store for a patient; remembers what was there from the start. */
export class ChartRecord {
  readonly #store: Store;
  readonly #seeded = new Set<string>();

  constructor(store: Store) {
    this.#store = store;
    for (const type of store.types()) {
      for (const {id} of store.list(type)) this.#seeded.add(`${type}/${id}`);
    }
  }

  of(patientId: string): RecordSummary {
    const counts: {type: string; count: number}[] = [];
    const written: Written[] = [];
    for (const type of this.#store.types()) {
      const resources = this.#store.list(type, patientId);
      if (resources.length > 0) counts.push({type, count: resources.length});
      for (const {id = ''} of resources) written.push(...this.#writtenVersions(type, id));
    }
    counts.sort((one, other) => one.type.localeCompare(other.type));
    written.sort((one, other) => other.at.localeCompare(one.at));
    return {counts, written};
  }

  #writtenVersions(type: string, id: string): Written[] {
    const versions = this.#store.history(type, id);
    return versions.slice(this.#seeded.has(`${type}/${id}`) ? 1 : 0).map((version) => ({
      type,
      id,
      versionId: version.versionId,
      at: version.lastUpdated,
      method: version.method,
      text: version.resource === null ? '' : textOf(version.resource),
    }));
  }
}

/** The few words by which a person knows the resource again. */
function textOf(resource: Resource): string {
  const {description, title, name} = resource;
  if (isObject(description) && typeof description.text === 'string') return description.text;
  const fixed = [title, name, valuesAt(resource, 'code.text')[0]];
  return fixed.find((text) => typeof text === 'string') ?? '';
}

/** A line of the problem list. */
export function problem(condition: Resource): {text: string; since: string} {
  const code = isObject(condition.code) ? condition.code : {};
  const coding = Array.isArray(code.coding) ? (code.coding[0] as unknown) : undefined;
  const display = isObject(coding) ? coding.display : undefined;
  return {
    text: String(code.text ?? display ?? condition.id ?? ''),
    since: String(condition.onsetDateTime ?? condition.recordedDate ?? '').slice(0, 10),
  };
}
