import type {Problem} from '../../domain/problem.ts';
import {err, ok, type Result} from '../../domain/result.ts';
import type {FhirClient} from '../client.ts';
import {isObject, textOf} from '../json.ts';
import {readPage} from '../page.ts';
import {belongsTo} from '../references.ts';
import type {Params} from '../search.ts';
import {filedNote, type FiledNote} from './note-document.ts';
import {decodeNote, noteFormats} from './note-format.ts';

const what = 'DocumentReference';
const mostPages = 50;

/** Query shapes; some systems know no status and no count, some no type. */
function recipes(patientId: string): readonly Params[] {
  const patient = ['patient', patientId] as const;
  const codes = [...new Set(noteFormats.map(({type: [code]}) => `http://loinc.org|${code}`))];
  const type = ['type', codes.join(',')] as const;
  // What is replaced is left out where the record marks it so; where it does not, all versions come.
  const current = ['status', 'current'] as const;
  return [[patient, type, current, ['_count', '100']], [patient, type], [patient]];
}

/** Every version of the panel's note in the documents of the patient, past every cache. */
export async function listNotes(client: FhirClient): Promise<Result<readonly FiledNote[], Problem>> {
  const shapes = recipes(client.patientId);
  const options = {cache: 'no-cache'} as const;
  let at = client.learned.get('notes') ?? 0;
  let answer = await client.search(what, shapes[at] ?? [], options);
  while (!answer.ok && answer.error.kind === 'rejected' && at + 1 < shapes.length) {
    at += 1;
    answer = await client.search(what, shapes[at] ?? [], options);
  }
  if (answer.ok) client.learned.set('notes', at);
  const found = new Map<string, FiledNote>();
  const visited = new Set<string>();
  for (;;) {
    if (!answer.ok) return answer;
    const page = readPage(answer.value.json, what);
    if (page === null) return err({kind: 'unreadable', what, path: what});
    for (const entry of page.matches) {
      if (belongsTo(client.patientId, entry, page.others) !== 'same') continue;
      const note = filedNote(entry.resource);
      if (note) found.set(note.id, note);
    }
    if (page.next === null) return ok([...found.values()]);
    // A list that is not whole could hide the newest version, and then it would be overwritten.
    if (visited.has(page.next) || visited.size >= mostPages) return err({kind: 'unclear', what});
    visited.add(page.next);
    answer = await client.get(page.next, {what, ...options});
  }
}

/** The text of a version, fetched where the list does not bring it. */
export async function noteContent(client: FhirClient, filed: FiledNote): Promise<Result<string, Problem>> {
  if (filed.text !== null) return ok(filed.text);
  const unreadable = err({kind: 'unreadable', what, path: what} as const);
  if (filed.url === null) return unreadable;
  const answer = await client.get(filed.url, {what});
  if (!answer.ok) return answer;
  const {json} = answer.value;
  const data = isObject(json) ? textOf(json['data']) : null;
  const text = data === null ? null : decodeNote(filed.contentType ?? textOf(json['contentType']), data);
  return text === null ? unreadable : ok(text);
}
