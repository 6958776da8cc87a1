import type {EncounterRecord} from '../encounter-record.ts';
import {each, type Steps} from '../steps.ts';
import type {Zone} from '../time.ts';
import {compare} from '../compare.ts';

/** What is read of each id, and the older versions that were also sent. */
export interface OnePerId {
  readonly records: readonly EncounterRecord[];
  readonly older: readonly EncounterRecord[];
}

/**
 * Rule `same-id`: of two resources with one id the newest `meta.lastUpdated` is read, then the highest `versionId`;
 * equal ones once. The order of a bundle means nothing.
 */
export function* onePerId(records: readonly EncounterRecord[], zone: Zone): Steps<OnePerId> {
  const byId = new Map<string, EncounterRecord>();
  const repeated = new Map<string, EncounterRecord[]>();
  yield* each(records, (record) => {
    const known = byId.get(record.id);
    if (!known) byId.set(record.id, record);
    else {
      const all = repeated.get(record.id);
      if (all) all.push(record);
      else repeated.set(record.id, [known, record]);
    }
  });
  const older: EncounterRecord[] = [];
  for (const [id, versions] of repeated) {
    const different = new Map(versions.map((record) => [JSON.stringify(record), record]));
    const [newest, ...rest] = [...different]
      .map(([text, record]) => ({
        text,
        record,
        updated: (record.lastUpdated && zone.read(record.lastUpdated)?.key) || -Infinity,
      }))
      .sort(
        (a, b) =>
          (a.updated === b.updated ? 0 : b.updated - a.updated) ||
          versionOf(b.record) - versionOf(a.record) ||
          compare(b.record.versionId ?? '', a.record.versionId ?? '') ||
          compare(b.text, a.text),
      );
    byId.set(id, newest!.record);
    older.push(...rest.map(({record}) => record));
  }
  return {records: [...byId.values()], older};
}

function versionOf({versionId}: EncounterRecord): number {
  return versionId && /^\d+$/.test(versionId) ? Number(versionId) : -1;
}
