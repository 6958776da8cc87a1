import {fingerprint} from '../fingerprint.ts';

/** First words of the last line, which names the format and its version. */
export const FOOTER = 'ISP v1';

/**
 * Eight hexadecimal digits over what a person reads: spaces at line ends and the kind of line end do not count, for hosts
 * change them. It shows that somebody edited the text; it guards against no forger.
 */
export function checkOf(text: string): string {
  const plain = text
    .normalize('NFC')
    .split(/\r\n|\r|\n/u)
    .map((line) => line.trimEnd())
    .join('\n')
    .trim();
  return fingerprint(plain).toString(16).padStart(8, '0');
}

/** A text as a note can hold it: one kind of line end, no control characters; null when nothing is left. */
export function noteText(text: string | null): string | null {
  const lines = (text ?? '').split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/u);
  const kept = lines
    .map((line) => line.replace(/\t/gu, ' ').replace(/[\p{Cc}\ufeff]/gu, ''))
    .join('\n')
    .normalize('NFC')
    .trim();
  return kept === '' ? null : kept;
}
