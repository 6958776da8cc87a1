import type {IspNote} from '../../domain/note/isp-note.ts';
import {readNote} from '../../domain/note/read-note.ts';
import {isObject, items, parseJson, textOf, type JsonObject} from '../json.ts';
import {targetOf} from '../references.ts';
import {printRaw} from '../write/raw-json.ts';
import {filedNote, noteDocument} from './note-document.ts';
import {noteFormats} from './note-format.ts';
import {resourceBundle} from './resource-bundle.ts';

/**
 * A plan as a FHIR Bundle (type collection) for people and programs elsewhere: its resources, and the note that says the
 * same, by which the panel opens it again.
 */
export function planBundle(note: IspNote, patientId: string, user: string | null): string {
  const format = noteFormats.find(({withBundle}) => !withBundle);
  if (!format) return '';
  const document = noteDocument(note, {patientId, user, uuid: note.id, replaces: [], format});
  return printRaw(resourceBundle(note, patientId, [document]));
}

/** Opens such a Bundle; it must be of this patient, in every resource that it holds. */
export function openPlanBundle(text: string, patientId: string): IspNote | 'unreadable' | 'other-patient' {
  const json = parseJson(text);
  if (!isObject(json) || json['resourceType'] !== 'Bundle') return 'unreadable';
  const resources = items(json['entry']).flatMap((entry) =>
    isObject(entry) && isObject(entry['resource']) ? [entry['resource']] : [],
  );
  const notes = resources.flatMap((one) => (one['resourceType'] === 'DocumentReference' ? [one] : []));
  const [document] = notes;
  const said = document && filedNote({...document, id: 'taken'})?.text;
  const read = said ? readNote(said) : null;
  if (!read) return 'unreadable';
  return resources.every((one) => isOf(one, patientId)) ? read.note : 'other-patient';
}

function isOf({subject}: JsonObject, patientId: string): boolean {
  const target = isObject(subject) ? targetOf(textOf(subject['reference'])) : null;
  return target?.kind === 'resource' && target.type === 'Patient' && target.id === patientId;
}
