import assert from 'node:assert/strict';
import {test} from 'node:test';
import {criteriaOf} from '../../src/domain/criteria.ts';
import {usedSince} from '../../src/domain/used-since.ts';
import {count} from './records.ts';

test('what could not even be read as a record is listed with the rest, in order', () => {
  const unreadable = [{resource: 'Encounter', path: 'id', problem: 'missing'}];
  const proof = count([{id: 'a', status: 'odd', start: '2026-03-01'}], {unreadable});
  assert.deepEqual(proof.unreadable, [
    ...unreadable,
    {resource: 'Encounter/a', path: 'status', problem: 'not an R4 status'},
  ]);
});

test('a day or a zone that the caller had to check is refused', () => {
  assert.throws(() => count([], {asOf: '2026-02-30'}), RangeError);
  assert.throws(() => count([], {index: 'soon'}), RangeError);
  assert.throws(() => count([], {zone: 'Mars'}), RangeError);
});

test('a criterion that asks for nothing is not met', () => {
  const window = {edVisits: 9, stays: 9, complete: false};
  for (const join of ['any', 'all'] as const) {
    const [first] = criteriaOf({criterion: 'custom', custom: {parts: [], join}}, () => window);
    assert.deepEqual(first, {preset: 'custom', met: false, parts: [], join});
  }
});

test('since a review are the visits of later days, and months that lie wholly after it', () => {
  const {included} = count([
    {id: 'same', start: '2026-04-22 23:00'},
    {id: 'next', start: '2026-04-23 00:00'},
    {id: 'month', start: '2026-04'},
    {id: 'later', start: '2026-05'},
    {id: 'year', start: '2026'},
    {id: 'stay', class: 'IMP', start: '2026-06-01'},
    {id: 'clinic', class: 'AMB', start: '2026-06-01'},
  ]);
  const {edVisits, stays} = usedSince({included}, '2026-04-22');
  assert.deepEqual(
    [edVisits, stays].map((events) => events.map(({id}) => id)),
    [['next', 'later'], ['stay']],
  );
  assert.throws(() => usedSince({included}, '2026-04'), RangeError);
});
