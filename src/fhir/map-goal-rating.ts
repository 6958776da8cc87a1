import {ratingLimits, type GoalRating, type RatingKind, type RatingSource} from '../domain/goal-rating.ts';
import {localDateOf, zoneOf} from '../domain/time.ts';
import {conceptOf} from './concept-text.ts';
import {
  attainmentAnswers,
  attainmentCodes,
  LOINC,
  RATING_SYSTEM,
  ratingDisplays,
} from './goal-rating-codes.ts';
import {isObject, items, textOf} from './json.ts';
import {targetOf} from './references.ts';
import {readLenient} from './schema/lenient.ts';
import {observation as schema, type ObservationWire} from './schema/observation.ts';

const shown = ['final', 'amended', 'corrected', 'preliminary', 'entered-in-error'];

/**
 * Reads one Observation (FHIR R4) as a rating of a goal, which stands in `focus`: `other` when it is none, null when it
 * is one that cannot be read. Days are of the zone.
 */
export function mapGoalRating(resource: unknown, zone: string): GoalRating | 'other' | null {
  if (!isObject(resource)) return null;
  const wire = readLenient(schema, resource)?.value;
  if (!wire) return null;
  const what = whatOf(wire);
  const status = textOf(wire.status) ?? 'final';
  if (what === null || !shown.includes(status)) return 'other';
  const goalId = items(resource['focus'])
    .filter(isObject)
    .flatMap(({reference}) => targetOf(textOf(reference)) ?? [])
    .flatMap((target) => (target.kind === 'resource' && target.type === 'Goal' ? [target.id] : []))[0];
  // Of a goal that nobody names nothing can be said.
  if (goalId === undefined) return 'other';
  const value = valueOf(wire, resource['valueCodeableConcept'], what.kind);
  const moment = zoneOf(zone).read(textOf(wire.effectiveDateTime) ?? textOf(wire.issued) ?? '');
  if (value === null || moment === null) return null;
  return {
    id: wire.id,
    version: textOf(wire.meta?.versionId),
    goalId,
    ...what,
    value,
    date: localDateOf(moment),
    mistaken: status === 'entered-in-error',
  };
}

function whatOf({code}: ObservationWire): {readonly kind: RatingKind; readonly source: RatingSource} | null {
  for (const {system, code: value} of conceptOf(code)?.codings ?? []) {
    if (system === RATING_SYSTEM && value !== null && value in ratingDisplays) {
      return {kind: value as RatingKind, source: 'patient'};
    }
    const source = (Object.keys(attainmentCodes) as RatingSource[]).find(
      (who) => attainmentCodes[who] === value,
    );
    if (system === LOINC && source) return {kind: 'attainment', source};
  }
  return null;
}

/** A number however it is written, within the limits of its kind; null when it is none. */
function valueOf(wire: ObservationWire, answer: unknown, kind: RatingKind): number | null {
  const codes = isObject(answer) ? (conceptOf(answer)?.codings ?? []) : [];
  const answered = attainmentAnswers.find(([, code]) =>
    codes.some((one) => one.system === LOINC && one.code === code),
  );
  const value = answered?.[0] ?? wire.valueInteger ?? wire.valueQuantity?.value;
  const {min, max} = ratingLimits[kind];
  return value !== undefined && Number.isInteger(value) && value >= min && value <= max ? value : null;
}
