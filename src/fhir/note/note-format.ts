/** A form in which a record system may take a note. */
export interface NoteFormat {
  readonly contentType: string;
  /** LOINC code of the kind of document, and its name. */
  readonly type: readonly [code: string, display: string];
  readonly isXhtml: boolean;
  /** Whether what the note says also comes as FHIR resources, for programs, in a content of its own. */
  readonly withBundle: boolean;
}

const carePlan = ['52521-2', 'Overall plan of care/advance care directives'] as const;
const progressNote = ['11506-3', 'Progress note'] as const;

const plain = {contentType: 'text/plain; charset=utf-8', isXhtml: false, withBundle: false};
const xhtml = {contentType: 'application/xhtml+xml; charset=utf-8', isXhtml: true, withBundle: false};

/**
 * The forms in the order in which they are tried: text as a plan of care with its resources beside it, then what stricter
 * systems take. There is no PDF: nothing could be read back from it, and every system that is known to take documents
 * takes text or XHTML.
 */
export const noteFormats: readonly NoteFormat[] = [
  {...plain, type: carePlan, withBundle: true},
  {...plain, type: carePlan},
  {...xhtml, type: carePlan},
  {...plain, type: progressNote},
  {...xhtml, type: progressNote},
];

/** The text of a note as the data of an attachment (base64 of UTF-8). */
export function encodeNote(text: string, title: string, {isXhtml}: Pick<NoteFormat, 'isXhtml'>): string {
  return toBase64(isXhtml ? xhtmlOf(text, title) : text);
}

/** The text of a note in an attachment; null when it is of no kind that holds text, or broken. */
export function decodeNote(contentType: string | null, data: string): string | null {
  const kind = contentType?.split(';')[0]?.trim().toLowerCase() ?? 'text/plain';
  const text = fromBase64(data);
  if (text === null) return null;
  if (kind === 'text/plain') return text;
  return kind === 'application/xhtml+xml' || kind === 'text/html' ? plainOf(text) : null;
}

/** Strict XHTML without styles: lines of one paragraph. */
function xhtmlOf(text: string, title: string): string {
  const lines = text.trimEnd().split('\n').map(escape);
  return (
    '<html xmlns="http://www.w3.org/1999/xhtml"><head><title>' +
    `${escape(title)}</title></head><body><p>${lines.join('<br/>')}</p></body></html>`
  );
}

const escapes: Readonly<Record<string, string>> = {'&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;'};

function escape(text: string): string {
  return text.replace(/[&<>"]/gu, (character) => escapes[character] ?? character);
}

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
};

/** What a person reads of XHTML: text only, whatever tags a host has put around it. */
function plainOf(source: string): string {
  return source
    .replace(/^[\s\S]*?<body[^>]*>|<\/body>[\s\S]*$/giu, '')
    .replace(/\r\n|[\r\n]/gu, ' ')
    .replace(/<(?:br\s*\/?|\/(?:p|div|li|tr|h[1-6]|pre))>/giu, '\n')
    .replace(/<[^>]*>/gu, '')
    .replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w+));/giu, (all, decimal, hex, name: string | undefined) => {
      if (name !== undefined) return named[name] ?? all;
      const code = decimal === undefined ? parseInt(String(hex), 16) : Number(decimal);
      return code <= 0x10ffff ? String.fromCodePoint(code) : '';
    });
}

/** Base64 of the text in UTF-8, as attachments have it. */
export function toBase64(text: string): string {
  let binary = '';
  for (const byte of new TextEncoder().encode(text)) binary += String.fromCharCode(byte);
  return btoa(binary);
}

function fromBase64(data: string): string | null {
  try {
    const binary = atob(data.replace(/\s+/gu, ''));
    return new TextDecoder().decode(Uint8Array.from(binary, (character) => character.charCodeAt(0)));
  } catch {
    return null;
  }
}
