import type {ResourceName} from '../../domain/problem.ts';
import type {Document, Person} from './document.ts';
import {setPrimitive} from './primitive.ts';
import {copyRaw, objectAt, printRaw, type RawObject} from './raw-json.ts';
import {readNewest} from './read-newest.ts';
import type {WritePort} from './write-port.ts';

/** What a write of ours met on the server, by the versions around it. */
export type Met =
  | {readonly kind: 'nobody'}
  /** The server does not guard against two people: it gives no version, or took our write though its version had moved. */
  | {readonly kind: 'unguarded'}
  /** Somebody wrote between our reading and our writing, and ours took their place. */
  | {readonly kind: 'overwrote'; readonly lost: Document};

/** True when the version read after our write is the one that our write made. */
export function isOurVersion(before: Document, said: Document | null, after: Document): boolean {
  if (after.version === null) return true;
  if (after.version === before.version) return false;
  if (said !== null && said.version !== null) return said.version === after.version;
  return Number(after.version) === Number(before.version) + 1;
}

/**
 * Finds out whether our write took the place of one that we had not seen: servers that do not heed If-Match let it
 * happen. Costs a request only where the versions do not follow one another.
 */
export async function whatWasMet(
  port: WritePort,
  what: ResourceName,
  person: Person,
  {
    before,
    said,
    after,
  }: {readonly before: Document; readonly said: Document | null; readonly after: Document},
): Promise<Met> {
  if (after.version === null || after.version === before.version) return {kind: 'unguarded'};
  // Only the answer to our write tells which version it made: later ones are for others to answer for.
  const [first, last] = [numberOf(before.version), numberOf(said?.version ?? null)];
  if (first === null || last === null || last <= first + 1) return {kind: 'nobody'};
  const read = await readNewest(port, what, after.id, person, String(last - 1));
  // Where such a version does not exist, the server does not count by one.
  if (!read.ok) return {kind: read.error.kind === 'not-found' ? 'nobody' : 'unguarded'};
  // On top of later work nothing is put back: it would overwrite once more.
  const isNewest = said?.version === after.version;
  return isNewest && content(read.value) !== content(after)
    ? {kind: 'overwrote', lost: read.value}
    : {kind: 'unguarded'};
}

/** The lost version as it is to be written over the newest one. */
export function putBack(lost: Document, newest: Document): RawObject {
  const body = copyRaw(lost.raw);
  const meta = objectAt(body, 'meta');
  if (meta) setPrimitive(meta, 'versionId', newest.version);
  return body;
}

function numberOf(version: string | null): number | null {
  return version !== null && /^\d{1,15}$/u.test(version) ? Number(version) : null;
}

/** What a version says, without what the server says about it. */
function content({raw}: Document): string {
  const rest = new Map(raw);
  rest.delete('meta');
  return printRaw(rest);
}
