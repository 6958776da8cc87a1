import type {EncounterRecord} from '../encounter-record.ts';
import {localDateOf, type Moment} from '../time.ts';
import type {EventKind, ExcludedRecord, ExclusionReason, UseProof} from '../use-proof.ts';
import {compare} from '../compare.ts';

/** A record that was left out, with the days that its window is found by. */
export interface LeftOut {
  readonly line: ExcludedRecord;
  readonly start: Moment | null;
}

/** Everything that did not become an event, collected while the rules run (R22: nothing is dropped silently). */
export class Notes {
  readonly excluded: LeftOut[] = [];
  readonly unplaced: UseProof['unplaced'][number][] = [];
  readonly unreadable: UseProof['unreadable'][number][] = [];

  exclude(
    resource: string,
    kind: EventKind,
    start: Moment | null,
    reason: ExclusionReason,
    rule: string,
    of?: string,
  ): void {
    const line = {resource, kind, localDate: start && localDateOf(start), reason, rule};
    this.excluded.push({line: of === undefined ? line : {...line, of}, start});
  }

  unread(resource: string, path: string, problem: string): void {
    this.unreadable.push({resource, path, problem});
  }

  /** The lines in their fixed order. */
  sorted(): Pick<UseProof, 'excluded' | 'unplaced' | 'unreadable'> {
    return {
      excluded: this.excluded.map(({line}) => line).sort(byResource),
      unplaced: this.unplaced.sort(byResource),
      unreadable: this.unreadable.sort(byResource),
    };
  }
}

/** Reference of an Encounter. */
export function referenceOf({id}: Pick<EncounterRecord, 'id'>): string {
  return `Encounter/${id}`;
}

function byResource<T extends {readonly resource: string}>(a: T, b: T): number {
  return compare(a.resource, b.resource) || compare(JSON.stringify(a), JSON.stringify(b));
}
