import type {ResourceName} from '../../domain/problem.ts';
import {setPrimitive} from './primitive.ts';
import {stringAt} from './raw-json.ts';
import type {Edit} from './settle-update.ts';

/** Marks a resource as entered in error: how FHIR says that a record should not have been made. */
export function retirement(what: ResourceName, id: string): Edit<never> {
  const field = what === 'Goal' ? 'lifecycleStatus' : 'status';
  return {
    what,
    id,
    wanted: 1,
    decide: ({raw}) =>
      stringAt(raw, field) === 'entered-in-error'
        ? {kind: 'nothing', merged: []}
        : {kind: 'edit', merged: [], apply: (copy) => setPrimitive(copy, field, 'entered-in-error')},
    missing: ({raw}) => (stringAt(raw, field) === 'entered-in-error' ? [] : [field]),
  };
}
