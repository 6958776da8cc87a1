import assert from 'node:assert/strict';
import {test} from 'node:test';
import {upcoming, type Appointment} from '../../../src/domain/follow-up/appointment.ts';

const today = '2026-11-22';

function appointment(id: string, day: string, at: string | null = null): Appointment {
  return {id, day, at, what: null, parties: [], agreed: true};
}

const rows: readonly (readonly [name: string, given: readonly Appointment[], ids: string])[] = [
  ['none', [], ''],
  ['one of today is still to come', [appointment('a', today)], 'a'],
  ['one of yesterday is over', [appointment('a', '2026-11-21')], ''],
  ['the next day first', [appointment('a', '2027-01-03'), appointment('b', '2026-12-24')], 'b a'],
  [
    'on one day the earlier time first, whatever the offset',
    [
      appointment('a', '2026-11-24', '2026-11-24T10:00:00-05:00'),
      appointment('b', '2026-11-24', '2026-11-24T14:00:00Z'),
    ],
    'b a',
  ],
  [
    'one without a time before those with one',
    [appointment('a', '2026-11-24', '2026-11-24T00:30:00-05:00'), appointment('b', '2026-11-24')],
    'b a',
  ],
  [
    'the day of the site decides before the instant',
    [
      appointment('a', '2026-11-25', '2026-11-24T23:00:00-05:00'),
      appointment('b', '2026-11-24', '2026-11-24T23:30:00-05:00'),
    ],
    'b a',
  ],
  ['equals by their ids', [appointment('b', '2026-11-24'), appointment('a', '2026-11-24')], 'a b'],
];
for (const [name, given, ids] of rows) {
  test(`appointments to come: ${name}`, () => {
    const before = structuredClone(given);
    assert.equal(
      upcoming(given, today)
        .map(({id}) => id)
        .join(' '),
      ids,
    );
    assert.deepEqual(given, before);
  });
}
