import type {Pointer} from '../../domain/text.ts';
import {isObject, textOf} from '../../fhir/json.ts';
import {authorOfVersion} from '../../fhir/version-authors.ts';
import type {ResourceName} from '../../domain/problem.ts';
import type {RecordDesk} from '../record-desk.ts';
import type {PanelState} from '../state.ts';

/** The name that the record gives, or the one that the team knows for its address. */
export function authorName({team}: PanelState, [by]: readonly Pointer[]): string | null {
  if (!by || by.display !== null) return by?.display ?? null;
  const members = team.status === 'ready' ? team.value.members : [];
  return members.find(({reference}) => reference === by.reference)?.name ?? null;
}

/** Who wrote a version, by what the record says of its versions (Provenance); null where it does not say. */
export async function versionAuthor(
  state: PanelState,
  {client, has}: Pick<RecordDesk, 'client' | 'has'>,
  what: ResourceName,
  version: unknown,
): Promise<string | null> {
  if (!isObject(version as never) || !has('Provenance')) return null;
  const {id, meta} = version as {readonly id?: unknown; readonly meta?: unknown};
  const versionId = isObject((meta ?? null) as never)
    ? textOf((meta as {versionId?: never}).versionId)
    : null;
  const by = typeof id === 'string' ? await authorOfVersion(client, what, id, versionId) : null;
  return by && authorName(state, [by]);
}
