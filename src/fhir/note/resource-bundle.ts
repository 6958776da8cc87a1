import type {IspNote} from '../../domain/note/isp-note.ts';
import {toRaw, type RawObject} from '../write/raw-json.ts';
import {noteResources} from './note-resources.ts';

/** What a note says as FHIR resources, in a Bundle of type collection; `before` comes first in it. */
export function resourceBundle(
  note: IspNote,
  patientId: string,
  before: readonly RawObject[] = [],
): RawObject {
  const bundle = toRaw({resourceType: 'Bundle', type: 'collection', timestamp: note.written}) as RawObject;
  const resources = [...before, ...noteResources(note, patientId).map(({raw}) => raw)];
  bundle.set(
    'entry',
    resources.map((resource) => new Map([['resource', resource]])),
  );
  return bundle;
}
