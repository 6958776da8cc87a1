/** What a calendar gets to know of a review: when, and nothing about whom. */
export interface ReviewEvent {
  /** Identifies the event, so that a later file moves it instead of adding another. */
  readonly uid: string;
  /** Local day, YYYY-MM-DD. */
  readonly day: string;
  /** Title, in words that name nobody: a calendar is outside of the record. */
  readonly title: string;
  /** ISO instant at which the file is made. */
  readonly now: string;
}

/** An all-day event in the iCalendar format (RFC 5545), with lines folded at 75 bytes. */
export function reviewEvent({uid, day, title, now}: ReviewEvent): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//isp-panel//review//EN',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    `UID:${escaped(uid)}`,
    `DTSTAMP:${now.replace(/\.\d+/u, '').replaceAll(/[-:]/gu, '')}`,
    `DTSTART;VALUE=DATE:${day.replaceAll('-', '')}`,
    `SUMMARY:${escaped(title)}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

/** Text values escape backslash, comma, semicolon and line break (RFC 5545, 3.3.11). */
function escaped(text: string): string {
  return text.replaceAll(/[\\,;]/gu, (sign) => `\\${sign}`).replaceAll(/\r?\n/gu, '\\n');
}

/** Lines are at most 75 bytes of UTF-8; a longer one goes on after a line break and a space (RFC 5545, 3.1). */
function folded(line: string): string {
  const encoder = new TextEncoder();
  const parts: string[] = [];
  let part = '';
  for (const letter of line) {
    const most = parts.length === 0 ? 75 : 74;
    if (encoder.encode(part + letter).length > most) {
      parts.push(part);
      part = '';
    }
    part += letter;
  }
  return [...parts, part].join('\r\n ');
}
