import type {RatingKind, RatingSource} from '../domain/goal-rating.ts';

export const LOINC = 'http://loinc.org';

/** The project's own codes of what LOINC has none for. */
export const RATING_SYSTEM = 'urn:isp-panel:goal-rating';

/** Displays of the project's codes. */
export const ratingDisplays: Readonly<Record<Exclude<RatingKind, 'attainment'>, string>> = {
  importance: 'Importance of the goal to the person',
  confidence: 'Confidence of the person to reach the goal',
};

/** LOINC codes of the goal attainment scale, by who says it. */
export const attainmentCodes: Readonly<Record<RatingSource, string>> = {
  patient: '107334-5',
  practitioner: '107333-7',
  caregiver: '107331-1',
  unsaid: '107332-9',
};

/** LOINC answers of the goal attainment scale, from the best. */
export const attainmentAnswers: readonly (readonly [number, string])[] = [
  [2, 'LA34479-8'],
  [1, 'LA34480-6'],
  [0, 'LA34481-4'],
  [-1, 'LA34483-0'],
  [-2, 'LA34484-8'],
];
