import type {Problem} from '../../domain/problem.ts';
import {err, type Result} from '../../domain/result.ts';

/** A thrown error is a defect of the panel: it is told as one, without its text. */
export function answerOf<T>(reading: Promise<Result<T, Problem>>): Promise<Result<T, Problem>> {
  return reading.catch(() => err({kind: 'bug'}));
}
