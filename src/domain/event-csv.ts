import {eventLength} from './event-length.ts';
import type {CountedEvent, UseProof} from './use-proof.ts';

const COLUMNS: readonly (readonly [string, (event: CountedEvent, asOf: string) => string])[] = [
  ['id', ({id}) => id],
  ['kind', ({kind}) => kind],
  ['local_date', ({localDate}) => localDate],
  ['start', ({start}) => start],
  ['end', ({end}) => end ?? ''],
  ['minutes', (event, asOf) => lengthIn('minutes', event, asOf)],
  ['days', (event, asOf) => lengthIn('days', event, asOf)],
  ['site', ({site}) => site],
  ['registrations', ({registrations}) => String(registrations)],
  ['rules', ({rules}) => rules.join(' ')],
  ['flags', ({flags}) => flags.join(' ')],
  ['resources', ({resources}) => resources.join(' ')],
];

/** The events as CSV (RFC 4180, first line the names of the columns, which are the same in every language). */
export function eventCsv({included, asOf}: Pick<UseProof, 'included' | 'asOf'>): string {
  const lines = [
    COLUMNS.map(([name]) => name),
    ...included.map((event) => COLUMNS.map(([, cell]) => cell(event, asOf))),
  ];
  return lines.map((cells) => `${cells.map(quoted).join(',')}\r\n`).join('');
}

function lengthIn(unit: 'minutes' | 'days', event: CountedEvent, asOf: string): string {
  const length = eventLength(event, asOf);
  return length?.unit === unit ? String(length.n) : '';
}

/** A cell that a spreadsheet would take for a formula begins with an apostrophe: sites and ids come from the record. */
function quoted(cell: string): string {
  const safe = /^\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
