import type {Problem} from '../../domain/problem.ts';
import type {Result} from '../../domain/result.ts';
import type {KeptInNotes} from '../abilities.ts';
import {isObject, parseJson} from '../json.ts';
import {TransportError, type Transport, type TransportRequest, type TransportResponse} from '../transport.ts';
import {isOfPatient} from '../write/document.ts';
import {
  ensureList,
  ensureObject,
  objectAt,
  objectsAt,
  parseRaw,
  printRaw,
  RawScalar,
  stringAt,
  toRaw,
  type RawObject,
} from '../write/raw-json.ts';
import {inward, outward} from './note-references.ts';
import {noteTypes, type NoteType} from './note-resources.ts';
import type {NoteRecords} from './note-records.ts';

/** A request for one of the types that the note holds. */
interface Asked {
  readonly type: NoteType;
  /** Null for the whole type. */
  readonly id: string | null;
  /** The parameters of a search; null when it is none. */
  readonly search: URLSearchParams | null;
}

/** Marks what the record itself holds of these types: it can be read here, and nothing of it can be changed. */
const held = {system: 'urn:isp-panel:kept', code: 'kept-by-record'};

/**
 * A Transport that also knows what stands in the note: searches find it beside what the record has, and creates and
 * updates of the `kept` types reach the record as a new version of the note. Everything else goes straight through.
 */
export function noteTransport(
  inner: Transport,
  records: NoteRecords,
  patientId: string,
  kept: KeptInNotes,
): Transport {
  return {
    async request(request) {
      const asked = readAsk(request);
      if (asked === null || !kept.types.includes(asked.type)) return pass(request);
      const fresh = request.cache === 'no-cache';
      if (asked.search) return search(await inner.request(request), asked.type, asked.search, fresh);
      if (request.method === 'GET') {
        if (asked.id === null || !records.knows(asked.id)) return inner.request(request);
        return one(await records.find(asked.type, asked.id, fresh));
      }
      return write(request, asked);
    },
  };

  /** Everything else, whose references into the note the record would not understand. */
  async function pass(request: TransportRequest): Promise<TransportResponse> {
    const {body, method} = request;
    const isWrite =
      body !== undefined && (method === 'PUT' || (method === 'POST' && !request.path.endsWith('_search')));
    const response = await inner.request(isWrite ? {...request, body: outward(body)} : request);
    return {status: response.status, text: inward(response.text), header: (name) => response.header(name)};
  }

  async function search(
    response: TransportResponse,
    type: NoteType,
    params: URLSearchParams,
    fresh: boolean,
  ): Promise<TransportResponse> {
    const lacks = [403, 404, 405, 501].includes(response.status);
    const bundle = response.status < 300 ? parseRaw(response.text) : null;
    if (!lacks && (bundle === null || stringAt(bundle, 'resourceType') !== 'Bundle')) return response;
    const found = await records.all(type, fresh);
    // What the record alone would have answered is not hidden by a note in which nothing of the kind stands.
    if (lacks && (!found.ok || found.value.length === 0)) return response;
    const answer = bundle ?? (toRaw({resourceType: 'Bundle', type: 'searchset'}) as RawObject);
    const entries = ensureList(answer, 'entry');
    const isHeld = !kept.alsoTaken.includes(type);
    for (const entry of isHeld ? objectsAt(answer, 'entry') : []) {
      const resource = objectAt(entry, 'resource');
      if (resource && stringAt(resource, 'resourceType') === type)
        ensureList(ensureObject(resource, 'meta'), 'tag').push(toRaw(held));
    }
    if (!found.ok) {
      entries.push(toRaw(outcome('The note that holds the plan could not be read.', 'incomplete')));
      return reply(response.status, printRaw(answer));
    }
    const wanted = params.get('identifier');
    const own = found.value.filter((raw) => wanted === null || hasIdentifier(raw, wanted));
    // Whoever looks at the first entry to learn whether the server heard the search must not see one of ours.
    if (entries.length === 0 && own.length > 0)
      entries.push(toRaw(outcome('From the note.', 'informational', 'information')));
    for (const raw of own) entries.push(new Map([['resource', raw]]));
    const total = answer.get('total');
    if (total instanceof RawScalar) answer.set('total', toRaw(Number(total.source) + own.length));
    return reply(200, printRaw(answer));
  }

  function one(found: Result<RawObject | null, Problem>): TransportResponse {
    if (!found.ok) return failure(found.error);
    return found.value
      ? reply(200, printRaw(found.value))
      : refusal(404, 'not-found', 'It is not in the note.');
  }

  async function write(request: TransportRequest, {type, id}: Asked): Promise<TransportResponse> {
    const json = parseJson(request.body ?? '');
    const raw = parseRaw(request.body ?? '');
    if (!isObject(json) || !raw || json['resourceType'] !== type) {
      return refusal(400, 'structure', 'The body is no such resource.');
    }
    if (!isOfPatient(raw, {patientId, base: null}))
      return refusal(403, 'forbidden', 'It is of another patient.');
    if (request.method === 'POST' && id === null) return settled(await records.create(type, json), 201);
    // What the record itself holds cannot be changed from here, unless it takes that type all the same.
    if (id !== null && !records.knows(id) && kept.alsoTaken.includes(type)) return pass(request);
    if (request.method !== 'PUT' || id === null || !records.knows(id)) {
      return refusal(405, 'not-supported', 'This record does not take it from apps.');
    }
    return settled(await records.update(type, id, json, versionOf(request)), 200);
  }

  function settled(written: Awaited<ReturnType<NoteRecords['create']>>, status: number): TransportResponse {
    if (!written.ok) return failure(written.error);
    if (written.value === 'conflict') return refusal(412, 'conflict', 'It has changed meanwhile.');
    if (written.value === 'unreadable') return refusal(422, 'structure', 'A note cannot hold this.');
    return reply(status, printRaw(written.value));
  }
}

/** Reads what is asked for; null when the note holds none of it. */
function readAsk({method, path, body}: TransportRequest): Asked | null {
  const [place = '', query] = path.split('?', 2);
  const [name = '', second, ...rest] = place.split('/');
  const type = noteTypes.find((known) => known === name);
  if (!type || rest.length > 0) return null;
  if (method === 'POST' && second === '_search')
    return {type, id: null, search: new URLSearchParams(body ?? '')};
  if (method === 'GET' && second === undefined) {
    const search = new URLSearchParams(query ?? '');
    // A further page of a search holds nothing of the note: the first one had all of it.
    return search.has('patient') ? {type, id: null, search} : null;
  }
  return {type, id: second === undefined ? null : decodeURIComponent(second), search: null};
}

function versionOf({headers}: TransportRequest): string | null {
  const [, value = ''] = Object.entries(headers).find(([name]) => name.toLowerCase() === 'if-match') ?? [];
  return /^W\/"(.*)"$/u.exec(value)?.[1] ?? null;
}

function hasIdentifier(raw: RawObject, wanted: string): boolean {
  const value = wanted.slice(wanted.indexOf('|') + 1);
  return objectsAt(raw, 'identifier').some((identifier) => stringAt(identifier, 'value') === value);
}

function outcome(text: string, code: string, severity: 'warning' | 'information' = 'warning') {
  const resource = {resourceType: 'OperationOutcome', issue: [{severity, code, details: {text}}]};
  return {resource, search: {mode: 'outcome'}};
}

function refusal(status: number, code: string, text: string): TransportResponse {
  const issue = [{severity: 'error', code, details: {text}}];
  return reply(status, JSON.stringify({resourceType: 'OperationOutcome', issue}));
}

function reply(status: number, text: string): TransportResponse {
  return {status, text, header: () => null};
}

/** A problem with the note, as the answer that it would have been. */
function failure(problem: Problem): TransportResponse {
  switch (problem.kind) {
    case 'forbidden':
      return refusal(403, 'forbidden', 'Documents may not be written.');
    case 'unsupported':
      return refusal(405, 'not-supported', 'This record takes no documents.');
    case 'rejected': {
      const issue = problem.issues.map(({severity, code, text}) => ({
        severity,
        code,
        details: {text: text ?? ''},
      }));
      return reply(422, JSON.stringify({resourceType: 'OperationOutcome', issue}));
    }
    case 'conflict':
      return refusal(412, 'conflict', 'It has changed meanwhile.');
    case 'signed-out':
      throw new TransportError('signed-out');
    case 'timeout':
      throw new TransportError('timeout');
    default:
      // Nobody knows what became of it: it is looked for before anything is said.
      throw new TransportError('network');
  }
}
