import type {GoalRating, RatingKind} from '../../domain/goal-rating.ts';
import {
  attainmentAnswers,
  attainmentCodes,
  LOINC,
  RATING_SYSTEM,
  ratingDisplays,
} from '../goal-rating-codes.ts';
import {mapGoalRating} from '../map-goal-rating.ts';
import type {FieldRules} from './field-edit.ts';
import {setPrimitive} from './primitive.ts';
import {toRaw, type Plain} from './raw-json.ts';

/** What is written of a rating: its value once, and later at most that it was a mistake. */
export type RatingChange = Partial<Pick<GoalRating, 'value' | 'mistaken'>>;

/** How ratings of one kind are read and written (FHIR R4 Observation, category survey). Days are of the zone. */
export function ratingRules(kind: RatingKind, zone: string): FieldRules<GoalRating, RatingChange> {
  return {
    what: 'Observation',
    fields: ['value', 'mistaken'],
    read(json) {
      const found = mapGoalRating(json, zone);
      return found === 'other' ? null : found;
    },
    apply(raw, {value, mistaken}) {
      if (mistaken) setPrimitive(raw, 'status', 'entered-in-error');
      if (value === undefined) return;
      const answer = attainmentAnswers.find(([level]) => level === value)?.[1];
      if (kind !== 'attainment') raw.set('valueInteger', toRaw(value));
      else if (answer) raw.set('valueCodeableConcept', toRaw({coding: [{system: LOINC, code: answer}]}));
    },
  };
}

/** A new rating by the person without its value, which the rules put in; `today` is a local day of the site. */
export function blankRating(
  kind: RatingKind,
  goalId: string,
  patientId: string,
  today: string,
): {readonly [name: string]: Plain} {
  const category = {system: 'http://terminology.hl7.org/CodeSystem/observation-category', code: 'survey'};
  const coding =
    kind === 'attainment'
      ? {system: LOINC, code: attainmentCodes.patient}
      : {system: RATING_SYSTEM, code: kind, display: ratingDisplays[kind]};
  return {
    resourceType: 'Observation',
    status: 'final',
    category: [{coding: [category]}],
    code: {coding: [coding]},
    subject: {reference: `Patient/${patientId}`},
    focus: [{reference: `Goal/${goalId}`}],
    effectiveDateTime: today,
    performer: [{reference: `Patient/${patientId}`}],
  };
}
