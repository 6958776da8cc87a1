import type {EncounterRecord} from '../domain/encounter-record.ts';
import type {Concept} from '../domain/text.ts';
import type {CountedEvent, EventFlag, EventKind} from '../domain/use-proof.ts';
import type {UseOfServices} from './state.ts';

/** Where an event stands in the strip and in the filter. */
export type Lane = 'ed' | 'hospital' | 'other';

/** One counted event as the list shows it. Dates and times are local to the site's zone. */
export interface UseRow {
  readonly key: string;
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
  readonly discharge: string | null;
}

const LANES: Record<EventKind, Lane> = {
  'ed-visit': 'ed',
  stay: 'hospital',
  observation: 'hospital',
  'short-stay': 'hospital',
  ambulatory: 'other',
  unclassified: 'other',
};

const cache = new WeakMap<UseOfServices, readonly UseRow[]>();

/** Every counted event, newest first. Made once for each reading of the history. */
export function useRows(use: UseOfServices): readonly UseRow[] {
  const known = cache.get(use);
  if (known) return known;
  const records = new Map(use.records.map((record) => [`Encounter/${record.id}`, record]));
  const rows = use.proof.included.map((event, place) => ({
    row: toRow(event, records, use.proof.asOf),
    start: event.start,
    place,
  }));
  // `start` is local time with its offset: within one zone its text sorts as time does, but for one hour a year, where
  // the order of the proof decides.
  rows.sort((a, b) => (a.start === b.start ? b.place - a.place : a.start < b.start ? 1 : -1));
  const sorted = rows.map(({row}) => row);
  cache.set(use, sorted);
  return sorted;
}

function toRow(event: CountedEvent, records: ReadonlyMap<string, EncounterRecord>, asOf: string): UseRow {
  const own = event.resources.flatMap((reference) => records.get(reference) ?? []);
  const lane = LANES[event.kind];
  const timed = event.start.length > 10;
  return {
    key: `${event.kind} ${event.id}`,
    kind: event.kind,
    lane,
    date: event.localDate,
    time: timed ? event.start.slice(11, 16) : null,
    nights: lane === 'hospital' ? nightsOf(event, asOf) : null,
    minutes: event.kind === 'ed-visit' ? minutesOf(event) : null,
    site: event.site === 'unknown' ? '' : event.site,
    registrations: event.registrations,
    flags: event.flags,
    reason: wordsOf(own.flatMap((record) => record.reasons)),
    discharge: wordsOf(
      own.slice(-1).flatMap((record) => (record.dischargeDisposition ? [record.dischargeDisposition] : [])),
    ),
  };
}

function nightsOf(event: CountedEvent, asOf: string): number | null {
  const end = event.flags.includes('ongoing') ? asOf : event.end?.slice(0, 10);
  if (end === undefined || event.localDate.length < 10 || end.length < 10) return null;
  return Math.max(1, dayNumber(end) - dayNumber(event.localDate));
}

function minutesOf(event: CountedEvent): number | null {
  if (!event.end || event.end.length <= 10 || event.start.length <= 10) return null;
  if (event.flags.includes('ongoing')) return null;
  const minutes = (Date.parse(event.end) - Date.parse(event.start)) / 60_000;
  return minutes > 0 ? minutes : null;
}

function wordsOf(concepts: readonly Concept[]): string | null {
  const words = concepts.map(
    ({text, codings}) => text ?? codings.find((coding) => coding.display)?.display ?? codings[0]?.code ?? '',
  );
  return [...new Set(words.map((word) => word.trim()).filter(Boolean))].join('; ') || null;
}

/** The number of a civil day, for differences and places on an axis. */
export function dayNumber(date: string): number {
  return Math.round(
    Date.UTC(
      Number(date.slice(0, 4)),
      Number(date.slice(5, 7) || '1') - 1,
      Number(date.slice(8, 10) || '1'),
    ) / 86_400_000,
  );
}
