import type {Gap, GapReason} from '../domain/completeness.ts';
import type {EncounterRecord} from '../domain/encounter-record.ts';
import type {FhirClient} from './client.ts';
import {mapEncounter} from './map-encounter.ts';
import type {Page} from './page.ts';
import {belongsTo} from './references.ts';
import {keyOf, type Budget} from './search.ts';
import {Shared} from './shared.ts';

/** Gathers the Encounters of all pages, each once, whatever page brings it, and what is known to be missing. */
export class HistoryCollector {
  readonly records = new Map<string, EncounterRecord>();
  readonly budget: Budget = {requests: 0, entries: 0};
  /** True once any answer had a `next` link: this server says when there is more. */
  nextSeen = false;
  readonly #client: FhirClient;
  readonly #shared = new Shared();
  readonly #seen = new Set<string>();
  readonly #quarantined = new Set<string>();
  readonly #reasons = new Set<GapReason>();

  constructor(client: FhirClient) {
    this.#client = client;
  }

  /** How many different entries were seen, whatever became of them. */
  get size(): number {
    return this.#seen.size;
  }

  /** Takes in a page. */
  add(page: Page): void {
    this.nextSeen ||= page.next !== null;
    for (const reason of page.gaps) this.#reasons.add(reason);
    // An entry without any resource cannot be told from another one; those of one page count as they stand.
    for (let place = 0; place < page.unreadable; place += 1)
      this.#quarantined.add(`${page.self ?? ''}#${place}`);
    for (const found of page.matches) {
      const key = keyOf(found);
      const known = this.records.get(key);
      if (known === undefined && this.#seen.has(key)) continue;
      this.#seen.add(key);
      const belongs = belongsTo(this.#client.patientId, found, page.others);
      if (belongs === 'other') {
        this.#client.reportOtherPatient('Encounter');
        continue;
      }
      // An Encounter without any subject is the patient's; one whose subject cannot be told is not shown.
      const record = belongs === 'unclear' ? null : mapEncounter(found.resource, this.#shared);
      if (record === null) this.#quarantined.add(key);
      else if (known === undefined || isNewer(record, known)) this.records.set(key, record);
    }
    this.budget.entries = this.#seen.size;
  }

  /** Notes why something is missing. */
  miss(reason: GapReason): void {
    this.#reasons.add(reason);
  }

  gaps(): Gap[] {
    return [
      ...[...this.#reasons].map((reason): Gap => ({reason, what: 'Encounter'})),
      ...(this.#quarantined.size > 0
        ? [{reason: 'quarantined', what: 'Encounter', count: this.#quarantined.size} as const]
        : []),
    ];
  }
}

function isNewer(record: EncounterRecord, known: EncounterRecord): boolean {
  return Date.parse(record.lastUpdated ?? '') > Date.parse(known.lastUpdated ?? '');
}

/** How many different entries of the type a page holds. */
export function distinct(page: Page): number {
  return new Set(page.matches.map(keyOf)).size;
}

/** True when the server says, by a link or by its total, that there is more than this first page. */
export function hasMore(page: Page): boolean {
  return page.next !== null || (page.total !== null && distinct(page) < page.total);
}
