import type {IspNote} from '../../domain/note/isp-note.ts';
import {title} from '../../domain/note/note-words.ts';
import {printNote} from '../../domain/note/print-note.ts';
import {isObject, items, textOf, type JsonObject} from '../json.ts';
import {authorReference} from '../write/annotation.ts';
import {printRaw, toRaw, type RawObject} from '../write/raw-json.ts';
import {decodeNote, encodeNote, toBase64, type NoteFormat} from './note-format.ts';
import {resourceBundle} from './resource-bundle.ts';

const URI = 'urn:ietf:rfc:3986';
/** The identifier that every version of the note of one plan has. */
const PLAN_NOTE = 'urn:isp-panel:plan-note';
const LOINC = 'http://loinc.org';
const CATEGORY = 'http://hl7.org/fhir/us/core/CodeSystem/us-core-documentreference-category';

/** One version of a note as it stands in the record. */
export interface FiledNote {
  /** Id of its DocumentReference. */
  readonly id: string;
  /** Identifier that it was given before it was sent; null where the record keeps none. */
  readonly urn: string | null;
  /** Ids of the versions that it replaces. */
  readonly replaces: readonly string[];
  /** When it came into the record, by the record's clock, as long as nothing replaces it; else when it was written. */
  readonly date: string;
  /** Whether that is by the record's clock. */
  readonly isDated: boolean;
  /** Its text, when it came along. */
  readonly text: string | null;
  /** Where the text is, when it did not. */
  readonly url: string | null;
  readonly contentType: string | null;
}

/** Everything that a new version needs beside what it says. */
export interface Filing {
  readonly patientId: string;
  /** Reference of the signed-in user, or null. */
  readonly user: string | null;
  /** Identifier of this version (UUID). */
  readonly uuid: string;
  readonly replaces: readonly string[];
  readonly format: NoteFormat;
}

/**
 * A note as a DocumentReference that the strictest of the record systems take: final, of a LOINC type, with author, a
 * period that has a time, and the text as its first content (US Core 9, Writing Clinical Notes).
 */
export function noteDocument(note: IspNote, filing: Filing): RawObject {
  const {patientId, user, uuid, replaces, format} = filing;
  const author = authorReference(user);
  const name = title[note.lang === 'fr' ? 1 : 0];
  const [code, display] = format.type;
  return toRaw({
    resourceType: 'DocumentReference',
    identifier: [
      {system: URI, value: `urn:uuid:${uuid}`},
      {system: PLAN_NOTE, value: note.id},
    ],
    status: 'current',
    docStatus: 'final',
    type: {coding: [{system: LOINC, code, display}], text: name},
    category: [{coding: [{system: CATEGORY, code: 'clinical-note', display: 'Clinical Note'}]}],
    subject: {reference: `Patient/${patientId}`},
    date: note.written,
    ...(author && {author: [author]}),
    ...(replaces.length > 0 && {
      relatesTo: replaces.map((id) => ({
        code: 'replaces',
        target: {reference: `DocumentReference/${id}`},
      })),
    }),
    description: name,
    content: [
      {
        attachment: {
          contentType: format.contentType,
          data: encodeNote(printNote(note), name, format),
          title: name,
          creation: note.written,
        },
      },
      ...(format.withBundle ? [{attachment: bundleAttachment(note, patientId)}] : []),
    ],
    context: {period: {start: note.written, end: note.written}},
  }) as RawObject;
}

/** The same for programs. The panel reads the text alone: that is what people may have changed. */
function bundleAttachment(note: IspNote, patientId: string) {
  return {
    contentType: 'application/fhir+json',
    data: toBase64(printRaw(resourceBundle(note, patientId))),
    title: 'FHIR Bundle',
    creation: note.written,
  };
}

/** Reads a DocumentReference as a version of the note; null when it is another document, or a mistake. */
export function filedNote(json: JsonObject): FiledNote | null {
  const id = textOf(json['id']);
  if (id === null || json['status'] === 'entered-in-error' || json['docStatus'] === 'entered-in-error')
    return null;
  const identifiers = items(json['identifier']).filter(isObject);
  const attachment = attachmentOf(json);
  const contentType = textOf(attachment?.['contentType']);
  const data = textOf(attachment?.['data']);
  const text = data === null ? null : decodeNote(contentType, data);
  const isOurs =
    identifiers.some(({system}) => system === PLAN_NOTE) ||
    [json['description'], attachment?.['title']].some((one) => title.some((name) => name === one)) ||
    (text !== null && title.some((name) => text.trimStart().startsWith(name)));
  if (!isOurs) return null;
  const meta = json['meta'];
  // What replaces a version also touches it: its last update then says nothing of its beginning.
  const stored = isObject(meta) && json['status'] === 'current' ? textOf(meta['lastUpdated']) : null;
  return {
    id,
    urn: identifiers.flatMap(({system, value}) => (system === URI ? (textOf(value) ?? []) : []))[0] ?? null,
    replaces: replacesOf(json),
    date: stored ?? textOf(json['date']) ?? '',
    isDated: stored !== null,
    text,
    url: data === null ? textOf(attachment?.['url']) : null,
    contentType,
  };
}

function attachmentOf(json: JsonObject): JsonObject | null {
  const [first] = items(json['content']);
  const attachment = isObject(first) ? first['attachment'] : null;
  return isObject(attachment) ? attachment : null;
}

function replacesOf(json: JsonObject): readonly string[] {
  return items(json['relatesTo']).flatMap((one) => {
    if (!isObject(one) || one['code'] !== 'replaces' || !isObject(one['target'])) return [];
    const [, id] = /(?:^|\/)DocumentReference\/([^/]+)/u.exec(textOf(one['target']['reference']) ?? '') ?? [];
    return id ?? [];
  });
}
