import type {ResourceName} from '../domain/problem.ts';
import type {Pointer} from '../domain/text.ts';
import type {FhirClient} from './client.ts';
import {isObject, items, textOf, type JsonObject} from './json.ts';
import {readPage} from './page.ts';

type Searching = Pick<FhirClient, 'search'>;

/** The address of one version, as a Provenance names it. */
export function versionAddress(what: ResourceName, id: string, version: string): string {
  return `${what}/${id}/_history/${version}`;
}

/** What the record says of who wrote one version (Provenance by target); null when it could not be asked. */
export async function provenancesOf(
  client: Searching,
  target: string,
): Promise<readonly JsonObject[] | null> {
  const what = 'Provenance';
  const [resource = ''] = target.split('/_history/');
  const answer = await client.search(what, [['target', resource]], {cache: 'no-cache'});
  const page = answer.ok ? readPage(answer.value.json, what) : null;
  if (page === null) return null;
  const names = (entry: unknown): boolean => {
    const reference = isObject(entry as never) ? textOf((entry as JsonObject)['reference']) : null;
    return reference === target || (reference?.endsWith(`/${target}`) ?? false);
  };
  return page.matches.map(({resource: one}) => one).filter((one) => items(one['target']).some(names));
}

/** Who wrote one version, where a Provenance says so: its author, else the first agent that is no device. */
export async function authorOfVersion(
  client: Searching,
  what: ResourceName,
  id: string,
  version: string | null,
): Promise<Pointer | null> {
  if (version === null) return null;
  const found = (await provenancesOf(client, versionAddress(what, id, version))) ?? [];
  const agents = found.flatMap((one) => items(one['agent']).filter(isObject));
  const people = agents.filter((agent) => !isAssembler(agent));
  const author = people.find((agent) => typesOf(agent).includes('author')) ?? people[0];
  const who = author?.['who'];
  if (!isObject(who ?? null)) return null;
  const {reference, display} = who as JsonObject;
  return {reference: textOf(reference), display: textOf(display)};
}

function isAssembler(agent: JsonObject): boolean {
  return typesOf(agent).includes('assembler');
}

function typesOf({type}: JsonObject): readonly (string | null)[] {
  const coding = isObject(type ?? null) ? items((type as JsonObject)['coding']) : [];
  return coding.map((one) => (isObject(one) ? textOf(one['code']) : null));
}
