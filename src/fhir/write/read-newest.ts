import type {Problem, ResourceName} from '../../domain/problem.ts';
import {err, ok, type Result} from '../../domain/result.ts';
import {isOfPatient, readDocument, type Document, type Person} from './document.ts';
import type {WritePort} from './write-port.ts';

/** Reads the version that the server holds now (or an earlier one), past every cache, and checks whose it is. */
export async function readNewest(
  port: WritePort,
  what: ResourceName,
  id: string,
  person: Person,
  version: string | null = null,
): Promise<Result<Document, Problem>> {
  const path = `${what}/${encodeURIComponent(id)}`;
  const history = version === null ? '' : `/_history/${encodeURIComponent(version)}`;
  const answer = await port.get(path + history, {what, cache: 'no-cache'});
  if (!answer.ok) return answer;
  const document = readDocument(answer.value.text, what, id);
  if (!document) return err({kind: 'unreadable', what, path: ''});
  return isOfPatient(document.raw, person) ? ok(document) : err({kind: 'other-patient', what});
}
