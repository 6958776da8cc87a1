/** First words of the last line, which names the format and its version. */
export const FOOTER = 'ISP v1';

/**
 * Eight hexadecimal digits (FNV-1a, 32 bits) over what a person reads: spaces at line ends and the kind of line end do not
 * count, for hosts change them. It shows that somebody edited the text; it guards against no forger.
 */
export function checkOf(text: string): string {
  let hash = 0x811c9dc5;
  const plain = text
    .normalize('NFC')
    .split(/\r\n|\r|\n/u)
    .map((line) => line.trimEnd())
    .join('\n')
    .trim();
  for (const byte of new Uint8Array(utf8(plain))) {
    hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  }
  return hash.toString(16).padStart(8, '0');
}

/** UTF-8 without an encoder: the domain has none. Lone surrogates count as they are. */
function utf8(text: string): number[] {
  return Array.from(text).flatMap((char) => {
    const code = char.codePointAt(0) ?? 0;
    if (code < 0x80) return [code];
    if (code < 0x800) return [0xc0 | (code >> 6), 0x80 | (code & 0x3f)];
    if (code < 0x10000) return [0xe0 | (code >> 12), 0x80 | ((code >> 6) & 0x3f), 0x80 | (code & 0x3f)];
    return [
      0xf0 | (code >> 18),
      0x80 | ((code >> 12) & 0x3f),
      0x80 | ((code >> 6) & 0x3f),
      0x80 | (code & 0x3f),
    ];
  });
}

/** A text as a note can hold it: one kind of line end, no control characters; null when nothing is left. */
export function noteText(text: string | null): string | null {
  const clean = (text ?? '')
    .replace(/\r\n|[\r\v\f\u0085\u2028\u2029]/gu, '\n')
    // eslint-disable-next-line no-control-regex
    .replace(/[\u0000-\u0008\u000e-\u001f\u007f\u0080-\u0084\u0086-\u009f\ufeff]/gu, '')
    .replace(/\t/gu, ' ');
  const kept = clean.normalize('NFC').trim();
  return kept === '' ? null : kept;
}
