import type {UseRow} from '../../app/use-rows.ts';
import {readingOf} from '../../app/use-view.ts';
import type {Count} from '../../domain/completeness.ts';
import type {Format} from '../../i18n/format.ts';
import type {Messages} from '../../i18n/index.ts';
import type {HistoryMessages} from '../../i18n/use-words.ts';

/** A count as text: never a bare number that may be short, and never 0 for "not read". */
export function countWords(count: Count, {use: t}: Messages, format: Format): string {
  const reading = readingOf(count);
  if (reading === 'unknown') return t.notAvailable;
  const number = format.number(count.n);
  return reading === 'at-least' ? `${t.atLeast} ${number}` : number;
}

/** A count with what is counted: "11 ED visits", "at least 7 ED visits", "ED visits not available". */
export function countedWords(
  count: Count,
  what: (n: number) => string,
  messages: Messages,
  format: Format,
): string {
  const number = countWords(count, messages, format);
  return readingOf(count) === 'unknown' ? `${what(2)} ${number}` : `${number} ${what(count.n)}`;
}

/** A name and its number, never parted at the end of a line. */
export function keepTogether(text: string): string {
  return text.replace(/ (?=\S+$)/u, '\u00a0');
}

/** How long it took, in words: nights in hospital, or hours in the ED; null when not known. */
export function lengthWords(row: UseRow, t: HistoryMessages, format: Format): string | null {
  if (row.nights !== null) {
    const days = t.days(row.nights, format.number(row.nights));
    return row.flags.includes('ongoing') ? t.soFar(days) : days;
  }
  return row.minutes === null ? null : format.duration(row.minutes);
}

/** What is special about it, in words. */
export function flagWords(row: UseRow, t: HistoryMessages, format: Format): readonly string[] {
  const words = row.flags.map((flag) => t.flag[flag]);
  if (row.registrations > 1) words.push(t.registrations(format.number(row.registrations)));
  if (row.suggestion) words.push(t.looksLike(t.kind[row.suggestion]));
  return words;
}

/** Where the person went: by the standard code in the reader's language, else as the record says it. */
export function dischargedTo(row: UseRow, t: HistoryMessages): string | null {
  return row.dischargeCode ? t.discharged[row.dischargeCode] : row.discharge;
}

/** One event in short parts: date, time, kind, site, length. */
export function rowWords(row: UseRow, t: HistoryMessages, format: Format): readonly string[] {
  const when = row.time ? `${format.date(row.date)} ${row.time}` : format.date(row.date);
  return [when, t.kind[row.kind], row.site, lengthWords(row, t, format)].filter((part): part is string =>
    Boolean(part),
  );
}
