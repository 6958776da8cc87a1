import type {Steps} from '../../domain/steps.ts';
import type {Session} from '../session.ts';

/** Milliseconds of one slice: with the longest step after it, it stays far below 50. */
const SLICE = 10;

/**
 * Does long work in slices, between which the page draws and answers; null when it was overtaken meanwhile. After a work
 * of several slices comes one more pause, so that what is drawn from it is a task of its own.
 */
export async function inSlices<T>(
  steps: Steps<T>,
  {now, pause}: Pick<Session, 'now' | 'pause'>,
  isWanted: () => boolean,
): Promise<T | null> {
  let began = now();
  for (let slices = 1; ;) {
    const {done, value} = steps.next();
    if (done && slices === 1) return value;
    if (!done && now() - began < SLICE) continue;
    await pause();
    if (!isWanted()) return null;
    if (done) return value;
    slices += 1;
    began = now();
  }
}
