import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {countUse, type CountInput} from '../../src/domain/count-use.ts';
import {defaultCountingConfig, type CountingConfig} from '../../src/domain/counting-config.ts';
import type {EncounterRecord} from '../../src/domain/encounter-record.ts';
import type {UseProof} from '../../src/domain/use-proof.ts';
import {inputs, QUIET_DAY, ZONES} from './histories.ts';
import {assertListsMakeNumbers} from './lists-make-numbers.ts';
import {ordinary, record} from './records.ts';

const bytes = (input: CountInput): string => JSON.stringify(countUse(input));

/** 10,000 histories in all; the same ones every time, another seed by ISP_SEED, a part of them by ISP_RUNS (0.1). */
const seed = Number(process.env['ISP_SEED'] ?? 20_261_122);
const share = Number(process.env['ISP_RUNS'] ?? 1);
function over(runs: number, property: fc.IRawProperty<unknown, false>): void {
  fc.assert(property, {numRuns: Math.ceil(runs * share), seed});
}

test('order and repetition of the records change nothing', () => {
  over(
    2500,
    fc.property(inputs, fc.infiniteStream(fc.nat(99)), (input, order) => {
      const keyed = input.records.flatMap((one) => {
        const [first, second] = [order.next().value, order.next().value];
        return first! % 3 === 0
          ? [
              {at: first!, one},
              {at: second!, one: structuredClone(one)},
            ]
          : [{at: first!, one}];
      });
      const records = keyed.sort((a, b) => a.at - b.at).map(({one}) => one);
      assert.equal(bytes({...input, records}), bytes(input));
    }),
  );
});

test('every record is in one place, and the lists make the numbers', () => {
  over(
    2500,
    fc.property(inputs, (input) => {
      const proof = countUse(input);
      assertListsMakeNumbers(proof, input.config);
      const events = new Set(proof.included.flatMap(({resources}) => resources));
      const left = [...proof.excluded, ...proof.unplaced].map(({resource}) => resource);
      const unread = new Set(proof.unreadable.map(({resource}) => resource));
      assert.equal(new Set(left).size, left.length);
      for (const {id} of input.records) {
        const name = `Encounter/${id}`;
        const places = Number(events.has(name)) + Number(left.includes(name));
        assert.ok(places === 1 || (places === 0 && unread.has(name)), `${name} is in ${places} places`);
      }
      assertWindows(proof);
    }),
  );
});

function assertWindows({windows, asOf, criteria}: UseProof): void {
  const {last12Months, last6Months, previous12Months, baseline, followUp} = windows;
  assert.equal(last12Months.to, asOf);
  assert.equal(dayAfter(previous12Months.to), last12Months.from);
  assert.ok(last6Months.edVisits <= last12Months.edVisits && last6Months.stays <= last12Months.stays);
  assert.ok(last6Months.hospitalDays <= last12Months.hospitalDays);
  if (baseline && followUp) assert.equal(dayAfter(baseline.to), followUp.from);
  for (const window of [last12Months, last6Months, previous12Months]) {
    const days = (Date.parse(window.to) - Date.parse(window.from)) / 86_400_000 + 1;
    assert.ok(window.hospitalDays <= days + window.stays, 'more hospital days than days');
    assert.equal(window.complete, window.gaps.length === 0);
  }
  for (const {met, certain, parts} of criteria) {
    assert.ok(certain === undefined || (!met && !last12Months.complete));
    for (const part of parts) assert.equal(part.met, part.value >= part.atLeast);
  }
}

test('a cancelled visit more changes only what was left out', () => {
  over(
    1500,
    fc.property(inputs, fc.nat(8), (input, like) => {
      const model = input.records[like] ?? record({id: 'x', start: '2026-03-01'});
      const cancelled: EncounterRecord = {...model, id: 'cancelled', status: 'cancelled', subject: null};
      const before = countUse(input);
      const after = countUse({...input, records: [...input.records, cancelled]});
      const others = after.excluded.filter(({resource}) => resource !== 'Encounter/cancelled');
      assert.equal(after.excluded.length, before.excluded.length + 1);
      assert.deepEqual({...after, excluded: others}, before);
    }),
  );
});

test('a visit of its own, far from all others, adds one and changes nothing else', () => {
  over(
    1000,
    fc.property(inputs, (free) => {
      const input = {...free, deceasedAt: null, index: '2026-05-22'};
      const own = record({id: 'own', start: `${QUIET_DAY}T15:00:00Z`, site: 'A', identifiers: ['urn:own|1']});
      const before = countUse(input);
      const after = countUse({...input, records: [...input.records, own]});
      assert.deepEqual(
        after.included.filter(({id}) => id !== 'own'),
        before.included,
      );
      assert.deepEqual(after.excluded, before.excluded);
      for (const name of ['last12Months', 'last6Months'] as const) {
        const [old, now] = [before.windows[name], after.windows[name]];
        assert.deepEqual(
          {
            ...now,
            edVisits: now.edVisits - 1,
            registrations: now.registrations - 1,
            edVisitsBySite: 0,
            registrationsBySite: 0,
          },
          {...old, edVisitsBySite: 0, registrationsBySite: 0},
        );
      }
      assert.deepEqual(after.windows.previous12Months, before.windows.previous12Months);
      assert.deepEqual(after.windows.baseline, before.windows.baseline);
    }),
  );
});

const OPTIONS: readonly [keyof UseProof['alternatives'], Partial<CountingConfig>][] = [
  ['asConfigured', {}],
  ['registrations', {countRegistrations: true, onePerDay: false}],
  ['onePerDay', {onePerDay: true}],
  ['withScheduled', {scheduled: 'include'}],
  ['withoutLeftWithoutBeingSeen', {lwbs: 'exclude'}],
  ['admittedDropped', {dropAdmitted: true}],
];

test('each alternative is what counting with that option gives', () => {
  over(
    1500,
    fc.property(inputs, (input) => {
      const {alternatives} = countUse(input);
      for (const [name, option] of OPTIONS) {
        const {last12Months} = countUse({...input, config: {...input.config, ...option}}).windows;
        assert.equal(alternatives[name], last12Months.edVisits, name);
      }
      const {asConfigured, registrations, onePerDay, withoutLeftWithoutBeingSeen, admittedDropped} =
        alternatives;
      assert.ok(onePerDay <= registrations && admittedDropped <= asConfigured);
      if (!input.config.onePerDay) {
        assert.ok(asConfigured <= registrations && onePerDay <= asConfigured);
        assert.ok(withoutLeftWithoutBeingSeen <= asConfigured);
      }
    }),
  );
});

test('moving everything by whole days moves the dates and nothing else', () => {
  over(
    1000,
    fc.property(inputs, fc.integer({min: -4000, max: 4000}), (input, days) => {
      const timed = input.zone === 'UTC';
      const config: CountingConfig = {...input.config, window: 'rolling-days', recordsStart: null};
      // Only days can be moved by days; where clocks change, a night is not as long as another.
      const records = input.records
        .filter(({start, classHistory}) => start?.length !== 7 && (timed || classHistory.length === 0))
        .map((one) =>
          timed
            ? one
            : {...one, start: one.start && one.start.slice(0, 10), end: one.end && one.end.slice(0, 10)},
        );
      const deceasedAt = input.deceasedAt?.length === 7 ? null : input.deceasedAt;
      const still = {...input, config, records, deceasedAt};
      const moved: CountInput = {
        ...still,
        asOf: move(still.asOf, days)!,
        index: move(still.index, days),
        deceasedAt: move(deceasedAt, days),
        records: records.map((one) => ({
          ...one,
          start: move(one.start, days),
          end: move(one.end, days),
          classHistory: one.classHistory.map((entry) => ({
            ...entry,
            start: move(entry.start, days),
            end: move(entry.end, days),
          })),
        })),
      };
      const back = JSON.parse(bytes(moved), (_key, value: unknown) =>
        typeof value === 'string' ? move(value, -days) : value,
      ) as unknown;
      assert.deepEqual(back, JSON.parse(bytes(still)));
    }),
  );
});

test('the same bytes twice, in every zone, with nothing to count', () => {
  for (const zone of ZONES) {
    const input = {...ordinary, zone, config: defaultCountingConfig};
    assert.equal(bytes(input), bytes({...input}));
  }
});

/** A date or dateTime, moved by whole days; other texts as they are. */
function move(text: string | null, days: number): string | null {
  if (text === null || !/^\d{4}-\d\d-\d\d/.test(text)) return text;
  const day = new Date(Date.parse(`${text.slice(0, 10)}T00:00:00Z`) + days * 86_400_000);
  return day.toISOString().slice(0, 10) + text.slice(10);
}

function dayAfter(date: string): string {
  return move(date, 1)!;
}
