import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {contactGaps} from '../../../src/domain/contact-gaps.ts';
import {countUse} from '../../../src/domain/count-use.ts';
import {count, ordinary, record, type ShortRecord} from '../records.ts';
import {referenceRecords} from '../reference-patient.ts';

const from = '2025-11-23';
const to = '2026-11-22';
const clinic = (id: string, start: string): ShortRecord => ({id, class: 'AMB', site: 'C', start});

function gapsOf(...records: readonly ShortRecord[]) {
  return contactGaps(count(records), from, to);
}

describe('from discharge to contact', () => {
  it('is 20 days for the reference patient discharged 2026-05-13 and seen 2026-06-02', () => {
    const records = [...referenceRecords, record(clinic('c1', '2026-06-02T10:00:00-04:00'))];
    const found = contactGaps(countUse({...ordinary, records}), from, to);
    const stay = found?.gaps.find(({event}) => event.id === 'e13');
    assert.deepEqual([stay?.discharged, stay?.contact, stay?.days], ['2026-05-13', '2026-06-02', 20]);
  });

  it('cannot be told where no contact at all is recorded', () => {
    assert.equal(contactGaps(countUse({...ordinary, records: referenceRecords}), from, to), null);
  });

  it('leaves out an admitted ED visit, which the stay ends, and a stay that goes on', () => {
    const found = gapsOf(
      {id: 'ed', start: '2026-03-01T10:00:00-05:00', end: '2026-03-01T14:00:00-05:00'},
      {id: 'stay', class: 'IMP', start: '2026-03-01T15:00:00-05:00', end: '2026-03-04T10:00:00-05:00'},
      {id: 'now', class: 'IMP', status: 'in-progress', start: '2026-11-20T15:00:00-05:00'},
      clinic('c', '2026-03-05T10:00:00-05:00'),
    );
    assert.deepEqual(
      found?.gaps.map(({event, days}) => [event.id, days]),
      [['stay', 1]],
    );
  });

  const sameDay = [
    ['2026-03-04T09:59:59-05:00', null, 'a contact before the discharge of that day is none after it'],
    ['2026-03-04T10:00:00-05:00', 0, 'a contact at the time of discharge or later is after 0 days'],
    ['2026-03-04', null, 'a contact of that day without a time may have been before'],
    ['2026-03-05', 1, 'a contact of the next day is after 1 day'],
    ['2026-03', null, 'a contact known by its month is placed nowhere'],
  ] as const;
  for (const [start, days, name] of sameDay) {
    it(name, () => {
      const found = gapsOf(
        {id: 'stay', class: 'IMP', start: '2026-03-01T15:00:00-05:00', end: '2026-03-04T10:00:00-05:00'},
        clinic('old', '2025-12-01T10:00:00-05:00'),
        clinic('c', start),
      );
      assert.equal(found?.gaps[0]?.days, days);
    });
  }

  it('counts who had no contact within 7 and 30 days, not those who left less long ago', () => {
    const ed = (id: string, date: string): ShortRecord => ({
      id,
      start: `${date}T10:00:00-05:00`,
      end: `${date}T14:00:00-05:00`,
    });
    const found = gapsOf(
      ed('a', '2026-01-01'),
      clinic('c1', '2026-01-08T10:00:00-05:00'),
      ed('b', '2026-02-01'),
      clinic('c2', '2026-02-09T10:00:00-05:00'),
      ed('c', '2026-11-15'),
      ed('d', '2026-11-16'),
      clinic('c3', '2026-11-20T10:00:00-05:00'),
      ed('e', '2026-11-21'),
    );
    assert.deepEqual(
      found?.gaps.map(({event, days, elapsed}) => [event.id, days, elapsed]),
      [
        ['e', null, 1],
        ['d', 4, 6],
        ['c', 5, 7],
        ['b', 8, 294],
        ['a', 7, 325],
      ],
    );
    assert.deepEqual(found?.without, [
      {within: 7, n: 1, of: 4},
      {within: 30, n: 0, of: 4},
    ]);
  });

  it('takes the day of an ED visit without an end, and guesses none for a stay without one', () => {
    const found = gapsOf(
      {id: 'ed', start: '2026-03-01'},
      {id: 'stay', class: 'IMP', start: '2026-04-01T15:00:00-04:00'},
      clinic('c', '2026-03-11'),
    );
    assert.deepEqual(
      found?.gaps.map(({event, days}) => [event.id, days]),
      [['ed', 10]],
    );
    assert.equal(found?.endUnknown, 1);
  });

  it('takes observations and short stays, and no ED visit that is known by its month', () => {
    const found = gapsOf(
      {id: 'obs', class: 'OBSENC', start: '2026-03-01T10:00:00-05:00', end: '2026-03-02T10:00:00-05:00'},
      {id: 'short', class: 'SS', start: '2026-04-01T10:00:00-04:00', end: '2026-04-02T10:00:00-04:00'},
      {id: 'month', start: '2026-05'},
      clinic('c', '2026-06-01'),
    );
    assert.deepEqual(
      found?.gaps.map(({event}) => event.id),
      ['short', 'obs'],
    );
  });

  it('counts the stays of the period without an end, not those before it', () => {
    const stay = (id: string, start: string): ShortRecord => ({id, class: 'IMP', site: id, start});
    const found = gapsOf(
      stay('old', '2025-11-22'),
      stay('first', '2025-11-23'),
      stay('later', '2026-03-05'),
      clinic('c', '2026-06-01'),
      {id: 'ended', class: 'IMP', start: '2026-07-01', end: '2026-07-02'},
    );
    assert.equal(found?.endUnknown, 2);
  });

  it('tells no order within a day from a discharge without a time', () => {
    const found = gapsOf(
      {id: 'stay', class: 'IMP', start: '2026-03-01', end: '2026-03-04'},
      clinic('c', '2026-03-04T23:00:00-05:00'),
    );
    assert.equal(found?.gaps[0]?.days, null);
  });

  it('leaves out an ED visit that goes on', () => {
    const found = gapsOf(
      {id: 'now', status: 'in-progress', start: '2026-11-22T08:00:00-05:00'},
      {id: 'ed', start: '2026-11-10T08:00:00-05:00'},
      clinic('c', '2026-11-11'),
    );
    assert.deepEqual(
      found?.gaps.map(({event}) => event.id),
      ['ed'],
    );
  });

  it('asks for 7 days from the seventh day on', () => {
    const found = gapsOf(
      clinic('c', '2026-06-01'),
      {id: 'six', site: 'B', start: '2026-11-16'},
      {id: 'seven', start: '2026-11-15'},
    );
    assert.deepEqual(found?.without[0], {within: 7, n: 1, of: 1});
  });

  it('tells no order within a day from a contact without a time, east of Greenwich either', () => {
    const zone = 'Pacific/Auckland';
    const proof = count(
      [
        {id: 'stay', class: 'IMP', start: '2026-03-01 15:00', end: '2026-03-04 10:00'},
        clinic('c', '2026-03-04'),
      ],
      {zone},
    );
    assert.equal(contactGaps(proof, from, to)?.gaps[0]?.contact, null);
  });

  it('goes on to the next contact when the one of that day was before', () => {
    const found = gapsOf(
      {id: 'stay', class: 'IMP', start: '2026-03-01T15:00:00-05:00', end: '2026-03-04T10:00:00-05:00'},
      clinic('before', '2026-03-04T09:00:00-05:00'),
      clinic('next', '2026-03-05T09:00:00-05:00'),
      clinic('later', '2026-03-06T09:00:00-05:00'),
    );
    assert.equal(found?.gaps[0]?.contact, '2026-03-05');
  });

  it('lists discharges of one day by the id of their visit', () => {
    const found = gapsOf(
      {id: 'b', start: '2026-03-01T08:00:00-05:00', end: '2026-03-01T09:00:00-05:00'},
      {id: 'a', start: '2026-03-01T18:00:00-05:00', end: '2026-03-01T19:00:00-05:00'},
      clinic('c', '2026-03-04'),
    );
    assert.deepEqual(
      found?.gaps.map(({event}) => event.id),
      ['a', 'b'],
    );
  });

  it('takes discharges of the period only, both ends included', () => {
    const stay = (id: string, end: string): ShortRecord => ({
      id,
      class: 'IMP',
      start: `${end}T01:00:00-05:00`,
      end: `${end}T10:00:00-05:00`,
    });
    const found = gapsOf(
      stay('before', '2025-11-22'),
      stay('first', '2025-11-23'),
      stay('last', '2026-11-22'),
      clinic('c', '2026-06-01'),
    );
    assert.deepEqual(
      found?.gaps.map(({event}) => event.id),
      ['last', 'first'],
    );
  });
});
