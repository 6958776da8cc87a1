import type {SmartSession} from './smart-session.ts';

type Chart = Pick<SmartSession, 'fhirBase'> & {
  readonly context: Pick<SmartSession['context'], 'patientId' | 'user'>;
};

/** The same patient in the same record, by the same user: ids are unique only within one record. */
export function isSameChart(one: Chart, other: Chart): boolean {
  return (
    one.fhirBase === other.fhirBase &&
    one.context.patientId === other.context.patientId &&
    one.context.user === other.context.user
  );
}
