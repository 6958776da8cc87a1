import type {EncounterRecord} from '../domain/encounter-record.ts';
import {eventLength} from '../domain/event-length.ts';
import {suggestKind} from '../domain/suggest-kind.ts';
import type {Concept} from '../domain/text.ts';
import type {CountedEvent, EventFlag, EventKind} from '../domain/use-proof.ts';
import {dischargeCodeOf, type DischargeCode} from '../domain/visit-codes.ts';
import type {UseOfServices} from './state.ts';

/** Where an event stands in the strip and in the filter. */
export const LANES = ['ed', 'hospital', 'other', 'unclassified'] as const;

export type Lane = (typeof LANES)[number];

/** One counted event as the list shows it. Dates and times are local to the site's zone. */
export interface UseRow {
  readonly key: string;
  readonly event: CountedEvent;
  readonly kind: EventKind;
  readonly lane: Lane;
  /** YYYY-MM-DD, or as vague as the record is. */
  readonly date: string;
  /** HH:mm, or null when the record gives only a date. */
  readonly time: string | null;
  /** Nights in hospital, at least 1; "so far" while it is ongoing. Null for what is not a stay, or has no known end. */
  readonly nights: number | null;
  /** Minutes from arrival to leaving; null when not known. */
  readonly minutes: number | null;
  readonly site: string;
  readonly registrations: number;
  readonly flags: readonly EventFlag[];
  readonly reason: string | null;
  /** Where the person went, in the record's words. */
  readonly discharge: string | null;
  /** The same by the standard code, for words in the reader's language. */
  readonly dischargeCode: DischargeCode | null;
  /** What an unclassified record looks like; it is counted as nothing else. */
  readonly suggestion: EventKind | null;
}

const LANE_OF: Record<EventKind, Lane> = {
  'ed-visit': 'ed',
  stay: 'hospital',
  observation: 'hospital',
  'short-stay': 'hospital',
  ambulatory: 'other',
  unclassified: 'unclassified',
};

type Texts = Pick<UseRow, 'reason' | 'discharge' | 'dischargeCode'>;

/** A long history has thousands of rows of which few are seen: words and lengths are made when they are asked for. */
class EventRow implements UseRow {
  readonly key: string;
  readonly event: CountedEvent;
  readonly lane: Lane;
  readonly date: string;
  readonly #use: UseOfServices;
  #texts: Texts | null = null;

  constructor(event: CountedEvent, use: UseOfServices) {
    this.key = `${event.kind} ${event.id}`;
    this.event = event;
    this.lane = LANE_OF[event.kind];
    this.date = event.localDate;
    this.#use = use;
  }

  get kind(): EventKind {
    return this.event.kind;
  }

  get time(): string | null {
    return this.event.start.length > 10 ? this.event.start.slice(11, 16) : null;
  }

  get nights(): number | null {
    if (this.lane !== 'hospital') return null;
    return eventLength(this.event, this.#use.proof.asOf)?.n ?? null;
  }

  get minutes(): number | null {
    if (this.lane !== 'ed' || this.flags.includes('ongoing')) return null;
    return eventLength(this.event, this.#use.proof.asOf)?.n || null;
  }

  get site(): string {
    return this.event.site === 'unknown' ? '' : this.event.site;
  }

  get registrations(): number {
    return this.event.registrations;
  }

  get flags(): readonly EventFlag[] {
    const {flags} = this.event;
    return this.#use.died ? flags.filter((flag) => flag !== 'ongoing') : flags;
  }

  get reason(): string | null {
    return this.#read().reason;
  }

  get discharge(): string | null {
    return this.#read().discharge;
  }

  get dischargeCode(): DischargeCode | null {
    return this.#read().dischargeCode;
  }

  get suggestion(): EventKind | null {
    if (this.kind !== 'unclassified') return null;
    for (const record of recordsOf(this.#use, this.event)) {
      const kind = suggestKind(record);
      if (kind) return kind;
    }
    return null;
  }

  #read(): Texts {
    if (this.#texts) return this.#texts;
    const own = recordsOf(this.#use, this.event);
    const last = own.findLast(
      ({dischargeDisposition}) => dischargeDisposition !== null,
    )?.dischargeDisposition;
    return (this.#texts = {
      reason: wordsOf(own.flatMap(({reasons}) => reasons)),
      discharge: last ? wordsOf([last]) : null,
      dischargeCode: last ? dischargeCodeOf(last) : null,
    });
  }
}

const cache = new WeakMap<UseOfServices, readonly UseRow[]>();

/** Every counted event, newest first. Made once for each reading of the history. */
export function useRows(use: UseOfServices): readonly UseRow[] {
  const known = cache.get(use);
  if (known) return known;
  // The proof lists its events by their start.
  const rows = use.proof.included.map((event) => new EventRow(event, use)).reverse();
  cache.set(use, rows);
  return rows;
}

const byReference = new WeakMap<UseOfServices, ReadonlyMap<string, EncounterRecord>>();

/** The records that an event is made of, in their order in the proof. */
export function recordsOf(
  use: UseOfServices,
  {resources}: Pick<CountedEvent, 'resources'>,
): readonly EncounterRecord[] {
  let records = byReference.get(use);
  if (!records) {
    records = new Map(use.records.map((record) => [`Encounter/${record.id}`, record]));
    byReference.set(use, records);
  }
  const known = records;
  return resources.flatMap((reference) => known.get(reference) ?? []);
}

/** What concepts say, each thing once; null when they say nothing. */
export function wordsOf(concepts: readonly Concept[]): string | null {
  const words = concepts.map(
    ({text, codings}) => text ?? codings.find((coding) => coding.display)?.display ?? codings[0]?.code ?? '',
  );
  return [...new Set(words.map((word) => word.trim()).filter(Boolean))].join('; ') || null;
}
