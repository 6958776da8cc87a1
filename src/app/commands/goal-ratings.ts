import {ratingLimits, type GoalRating, type RatingKind} from '../../domain/goal-rating.ts';
import {blankRating, ratingRules, type RatingChange} from '../../fhir/write/edit-goal-rating.ts';
import {writtenRatings} from '../later/ratings.ts';
import type {Session} from '../session.ts';
import type {PanelState} from '../state.ts';
import {addRecord} from './add-record.ts';

/**
 * Records what the person says today of a goal: how far it has come (-2 to 2), how much it matters or how sure they are
 * (0 to 10). Save key `rating:<goal id>:<kind>`.
 */
export function rateGoal(session: Session, goalId: string, kind: RatingKind, value: number): Promise<void> {
  const {min, max} = ratingLimits[kind];
  if (!Number.isInteger(value) || value < min || value > max) return Promise.resolve();
  return addRecord<GoalRating, RatingChange>(session, {
    key: `rating:${goalId}:${kind}`,
    act: 'createObservation',
    change: {value},
    blank: ({today}, {person}) => blankRating(kind, goalId, person.patientId, today),
    rules: (_by, {zone}) => ratingRules(kind, zone),
    present: ratingsOf,
    looksLikeOurs: (rating, {today}) =>
      rating.goalId === goalId && rating.kind === kind && rating.value === value && rating.date === today,
    apply: (state, rating) => {
      writtenRatings(session).add(rating.id, rating);
      const {ratings} = state.later;
      if (ratings?.status !== 'ready') return state;
      const others = ratings.value.filter(({id}) => id !== rating.id);
      return {...state, later: {...state.later, ratings: {...ratings, value: [...others, rating]}}};
    },
  });
}

function ratingsOf({later}: PanelState): readonly GoalRating[] {
  return later.ratings?.status === 'ready' ? later.ratings.value : [];
}
