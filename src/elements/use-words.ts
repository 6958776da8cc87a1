import type {UseRow} from '../app/use-rows.ts';
import type {Format} from '../i18n/format.ts';
import type {Messages} from '../i18n/index.ts';

/** How long it took, in words: nights in hospital, or hours in the ED; null when not known. */
export function lengthWords(row: UseRow, {use: t}: Messages, format: Format): string | null {
  if (row.nights !== null) {
    const days = t.nights(row.nights, format.number(row.nights));
    return row.flags.includes('ongoing') ? t.soFar(days) : days;
  }
  return row.minutes === null ? null : format.duration(row.minutes);
}

/** What is special about it, in words. "Now" is said by the length of a stay. */
export function flagWords(row: UseRow, {use: t}: Messages, format: Format): readonly string[] {
  const words = row.flags.map((flag) => t.flag[flag]);
  return row.registrations > 1 ? [...words, t.registrations(format.number(row.registrations))] : words;
}

/** One event in short parts: date, time, kind, site, length. */
export function rowWords(row: UseRow, messages: Messages, format: Format): readonly string[] {
  const when = row.time ? `${format.date(row.date)} ${row.time}` : format.date(row.date);
  return [when, messages.use.kind[row.kind], row.site, lengthWords(row, messages, format)].filter(
    (part): part is string => Boolean(part),
  );
}
