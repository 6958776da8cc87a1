import {patientsOf} from './compartment.ts';
import {copy, type Resource} from '../json.ts';

/** One version of a resource. A deletion is a version without a resource. */
export interface Version {
  readonly versionId: string;
  readonly lastUpdated: string;
  readonly method: 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly resource: Resource | null;
}

interface Shelf {
  readonly versions: Map<string, Version[]>;
  readonly byPatient: Map<string, Set<string>>;
}

/**
 * All resources of the sandbox, every version of them, in memory. A Map per type and a set of ids per patient, so that
 * one search among 20,000 encounters stays below a few milliseconds.
 */
export class Store {
  readonly #shelves = new Map<string, Shelf>();
  readonly #texts = new WeakMap<Resource, string>();
  readonly #now: () => Date;
  #lastTime = 0;
  #counter = 0;
  #undo: (() => void)[] | null = null;

  constructor(now: () => Date = () => new Date()) {
    this.#now = now;
  }

  /** The current version; undefined when it never was there. */
  current(type: string, id: string): Version | undefined {
    return this.#shelves.get(type)?.versions.get(id)?.at(-1);
  }

  /** The current resource; undefined when absent or deleted. */
  get(type: string, id: string): Resource | undefined {
    return this.current(type, id)?.resource ?? undefined;
  }

  /** All versions, oldest first. */
  history(type: string, id: string): readonly Version[] {
    return this.#shelves.get(type)?.versions.get(id) ?? [];
  }

  /** Current resources of a type, in order of arrival; of one patient when an id is given. */
  list(type: string, patientId?: string): Resource[] {
    const shelf = this.#shelves.get(type);
    if (shelf === undefined) return [];
    const ids = patientId === undefined ? shelf.versions.keys() : (shelf.byPatient.get(patientId) ?? []);
    const found: Resource[] = [];
    for (const id of ids) {
      const resource = this.get(type, id);
      if (resource !== undefined) found.push(resource);
    }
    return found;
  }

  /** How many current resources of a type there are: what fault tests count, instead of answers. */
  count(type: string, patientId?: string): number {
    return this.list(type, patientId).length;
  }

  types(): string[] {
    return [...this.#shelves.keys()];
  }

  /** The JSON text of a stored resource, made once. */
  text(resource: Resource): string {
    let text = this.#texts.get(resource);
    if (text === undefined) {
      text = JSON.stringify(resource);
      this.#texts.set(resource, text);
    }
    return text;
  }

  patientsOf(resource: Resource): string[] {
    return patientsOf(resource, (type, id) => this.get(type, id));
  }

  /** Takes in a resource as it is, as version 1. Two patients' resources with one id are a bug of the data. */
  seed(resource: Resource): void {
    const id = resource.id;
    if (id === undefined) throw new Error(`A ${resource.resourceType} of the data has no id.`);
    const before = this.get(resource.resourceType, id);
    if (before !== undefined) {
      const [one, other] = [this.patientsOf(before), this.patientsOf(resource)];
      if (one.join() !== other.join()) {
        throw new Error(`${resource.resourceType}/${id} belongs to two patients: ${one} and ${other}.`);
      }
      return;
    }
    const lastUpdated = resource.meta?.lastUpdated ?? this.#time();
    const stored = {...resource, meta: {...resource.meta, versionId: '1', lastUpdated}};
    this.#add(resource.resourceType, id, {versionId: '1', lastUpdated, method: 'POST', resource: stored});
  }

  /** A new id of the server's own. */
  newId(type: string): string {
    let id: string;
    do id = `${type.toLowerCase()}-${++this.#counter}`;
    while (this.current(type, id) !== undefined);
    return id;
  }

  /** Writes the next version; sets id, versionId and lastUpdated as a server does. */
  write(resource: Resource, id: string, method: 'POST' | 'PUT' | 'PATCH'): Version {
    const versionId = this.#nextVersion(resource.resourceType, id);
    const lastUpdated = this.#time();
    const {resourceType, id: _id, meta, ...rest} = copy(resource);
    const stored: Resource = {resourceType, id, meta: {...meta, versionId, lastUpdated}, ...rest};
    const version: Version = {versionId, lastUpdated, method, resource: stored};
    this.#add(resourceType, id, version);
    return version;
  }

  /** Marks a resource as deleted; its history stays. */
  remove(type: string, id: string): Version {
    const version: Version = {
      versionId: this.#nextVersion(type, id),
      lastUpdated: this.#time(),
      method: 'DELETE',
      resource: null,
    };
    this.#add(type, id, version);
    return version;
  }

  /** Runs several writes; when one throws, none has happened. */
  atomically<T>(work: () => T): T {
    const undo: (() => void)[] = [];
    this.#undo = undo;
    try {
      return work();
    } catch (error) {
      for (const step of undo.reverse()) step();
      throw error;
    } finally {
      this.#undo = null;
    }
  }

  #nextVersion(type: string, id: string): string {
    return String(Number(this.current(type, id)?.versionId ?? 0) + 1);
  }

  /** Times never run backwards or stand still, so that `_lastUpdated` orders writes. */
  #time(): string {
    this.#lastTime = Math.max(this.#now().getTime(), this.#lastTime + 1);
    return new Date(this.#lastTime).toISOString();
  }

  #add(type: string, id: string, version: Version): void {
    let shelf = this.#shelves.get(type);
    if (shelf === undefined) this.#shelves.set(type, (shelf = {versions: new Map(), byPatient: new Map()}));
    const {versions, byPatient} = shelf;
    const list = versions.get(id) ?? [];
    const before = list.at(-1)?.resource ?? null;
    versions.set(id, list);
    list.push(version);
    const move = (from: Resource | null, to: Resource | null) => {
      for (const patient of from === null ? [] : this.patientsOf(from)) byPatient.get(patient)?.delete(id);
      for (const patient of to === null ? [] : this.patientsOf(to)) {
        const ids = byPatient.get(patient);
        if (ids === undefined) byPatient.set(patient, new Set([id]));
        else ids.add(id);
      }
    };
    move(before, version.resource);
    this.#undo?.push(() => {
      list.pop();
      if (list.length === 0) versions.delete(id);
      move(version.resource, before);
    });
  }
}
