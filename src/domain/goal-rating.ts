/** What is rated of a goal: how far it has come, how much it matters, how sure the person is to get there. */
export type RatingKind = 'attainment' | 'importance' | 'confidence';

/** Who said how far a goal has come. */
export type RatingSource = 'patient' | 'practitioner' | 'caregiver' | 'unsaid';

/** One rating of one goal on one day. */
export interface GoalRating {
  readonly id: string;
  readonly version: string | null;
  readonly goalId: string;
  readonly kind: RatingKind;
  /** Attainment from -2 to 2 (goal attainment scaling: 0 is the goal as agreed); the others from 0 to 10. */
  readonly value: number;
  readonly source: RatingSource;
  /** Local day of the site, YYYY-MM-DD. */
  readonly date: string;
  readonly mistaken: boolean;
}

/** The limits of each kind. */
export const ratingLimits: Readonly<Record<RatingKind, {readonly min: number; readonly max: number}>> = {
  attainment: {min: -2, max: 2},
  importance: {min: 0, max: 10},
  confidence: {min: 0, max: 10},
};

/** The newest rating of each kind of one goal; of two on one day the one that came later in the list. */
export function newestRatings(
  ratings: readonly GoalRating[],
  goalId: string,
): Readonly<Partial<Record<RatingKind, GoalRating>>> {
  const newest: Partial<Record<RatingKind, GoalRating>> = {};
  for (const rating of ratings) {
    if (rating.goalId !== goalId || rating.mistaken) continue;
    const known = newest[rating.kind];
    if (!known || rating.date >= known.date) newest[rating.kind] = rating;
  }
  return newest;
}

/** Goal attainment scaling: the goal is reached at 0 or better. */
export function isReached(attainment: number): boolean {
  return attainment >= 0;
}

/**
 * Whether to ask what would raise the person's confidence: what matters to them, at 7 or more, and is felt as uncertain,
 * under 7. People act on plans of which they are sure by 7 of 10 or more (Bodenheimer and Handley 2009, on action plans).
 */
export function asksWhatRaises(importance: number | undefined, confidence: number | undefined): boolean {
  return importance !== undefined && confidence !== undefined && importance >= 7 && confidence < 7;
}
