import type {Problem, ResourceName} from '../../domain/problem.ts';
import {err, ok, type Result} from '../../domain/result.ts';
import {isOfPatient, readDocument, type Document, type Person} from './document.ts';
import {objectAt, objectsAt, parseRaw, printRaw, stringAt, type RawObject} from './raw-json.ts';
import type {WritePort} from './write-port.ts';

/** Something that the panel may have created. */
export interface Sought {
  readonly what: ResourceName;
  /** The client's identifier (`urn:uuid:…`), made before the first attempt. */
  readonly urn: string;
  /** For servers that do not keep identifiers: whether this resource, unknown before, is what was sent. */
  looksLikeOurs(json: unknown): boolean;
}

interface Place {
  readonly port: WritePort;
  readonly person: Person;
}

const MAX_PAGES = 50;

/** Looks by identifier; where that finds nothing, through everything of the patient. */
export async function findCopies(
  around: Place,
  creation: Sought,
): Promise<Result<readonly Document[], Problem>> {
  const byIdentifier = await listAll(around, creation.what, `urn:ietf:rfc:3986|${creation.urn}`);
  if (byIdentifier.ok) {
    const copies = byIdentifier.value.filter((document) => carries(document.raw, creation.urn));
    if (copies.length > 0) return ok(inOrder(copies));
  }
  const everything = await listAll(around, creation.what, null);
  if (!everything.ok) return everything;
  return ok(
    inOrder(
      everything.value.filter(
        ({raw, json}) =>
          carries(raw, creation.urn) ||
          (!raw.has('identifier') && !isRetired(raw) && creation.looksLikeOurs(json)),
      ),
    ),
  );
}

async function listAll(
  around: Place,
  what: ResourceName,
  identifier: string | null,
): Promise<Result<readonly Document[], Problem>> {
  const documents: Document[] = [];
  const query = [['patient', around.person.patientId] as const];
  let page = await around.port.search(
    what,
    identifier === null ? query : [...query, ['identifier', identifier]],
    {cache: 'no-cache'},
  );
  for (let count = 0; count < MAX_PAGES; count++) {
    if (!page.ok) return page;
    const bundle = parseRaw(page.value.text);
    if (!bundle || stringAt(bundle, 'resourceType') !== 'Bundle') {
      return err({kind: 'unreadable', what, path: ''});
    }
    for (const entry of objectsAt(bundle, 'entry')) {
      const resource = objectAt(entry, 'resource');
      const document = resource && readDocument(printRaw(resource), what, null);
      if (document && isOfPatient(document.raw, around.person)) documents.push(document);
    }
    const next = objectsAt(bundle, 'link').find((link) => stringAt(link, 'relation') === 'next');
    const url = next && stringAt(next, 'url');
    if (!url) return ok(documents);
    page = await around.port.get(url, {what, cache: 'no-cache'});
  }
  return err({kind: 'unclear', what});
}

function carries(raw: RawObject, urn: string): boolean {
  return (
    objectsAt(raw, 'identifier').some((identifier) => stringAt(identifier, 'value') === urn) &&
    !isRetired(raw)
  );
}

/** A copy that was marked as a mistake no longer counts as one. */
function isRetired(raw: RawObject): boolean {
  return [stringAt(raw, 'lifecycleStatus'), stringAt(raw, 'status')].includes('entered-in-error');
}

/** The one that is to stay comes first: that which somebody has worked on meanwhile, else the oldest. */
function inOrder(copies: readonly Document[]): readonly Document[] {
  const age = ({raw}: Document): string => {
    const meta = objectAt(raw, 'meta');
    return (meta && stringAt(meta, 'lastUpdated')) ?? '';
  };
  const edits = ({version}: Document): number => Number(/^\d+$/u.exec(version ?? '')?.[0] ?? 0);
  return copies.toSorted(
    (a, b) =>
      edits(b) - edits(a) ||
      age(a).localeCompare(age(b)) ||
      a.id.localeCompare(b.id, undefined, {numeric: true}),
  );
}
