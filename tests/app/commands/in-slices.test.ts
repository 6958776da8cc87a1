import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {inSlices} from '../../../src/app/commands/in-slices.ts';
import type {Steps} from '../../../src/domain/steps.ts';

/** Work of so many steps, each of so many milliseconds on the clock that the slices read. */
function work(steps: number, each: number) {
  let clock = 0;
  const pauses: number[] = [];
  function* run(): Steps<string> {
    for (let step = 0; step < steps; step += 1) {
      clock += each;
      yield;
    }
    return 'done';
  }
  const session = {
    now: () => clock,
    pause: async () => {
      pauses.push(clock);
    },
  };
  return {run, session, pauses};
}

describe('long work in slices', () => {
  it('lets the page go on after each ten milliseconds, and once more before its result is drawn', async () => {
    const {run, session, pauses} = work(9, 4);
    assert.equal(await inSlices(run(), session, () => true), 'done');
    assert.deepEqual(pauses, [12, 24, 36, 36]);
  });

  it('does short work at once', async () => {
    const {run, session, pauses} = work(2, 4);
    assert.equal(await inSlices(run(), session, () => true), 'done');
    assert.deepEqual(pauses, []);
  });

  it('stops at the next pause when nobody wants it any more', async () => {
    const {run, session, pauses} = work(9, 4);
    assert.equal(await inSlices(run(), session, () => pauses.length < 2), null);
    assert.deepEqual(pauses, [12, 24]);
  });

  it('gives nothing when it is overtaken in its last pause', async () => {
    const {run, session, pauses} = work(9, 4);
    assert.equal(await inSlices(run(), session, () => pauses.length < 4), null);
  });
});
