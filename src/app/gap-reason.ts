import type {GapReason} from '../domain/completeness.ts';
import type {Problem} from '../domain/problem.ts';

/** What a failed read leaves as a gap. */
export function gapReasonOf(problem: Problem): GapReason {
  if (problem.kind === 'timeout') return 'timeout';
  return problem.kind === 'forbidden' || problem.kind === 'signed-out' ? 'forbidden' : 'failed';
}
