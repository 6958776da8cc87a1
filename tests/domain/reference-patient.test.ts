import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {type CountInput, countUse} from '../../src/domain/count-use.ts';
import {defaultCountingConfig} from '../../src/domain/counting-config.ts';
import {usedSince} from '../../src/domain/used-since.ts';
import {ordinary, record} from './records.ts';
import {referenceRecords} from './reference-patient.ts';

const given: CountInput = {...ordinary, records: referenceRecords, index: '2026-05-22'};
const proof = countUse(given);
const {last12Months, last6Months, previous12Months, baseline, followUp} = proof.windows;

describe('the reference patient', () => {
  it('has 11 ED visits, 3 stays and 14 hospital days in 12 months', () => {
    assert.deepEqual(last12Months, {
      from: '2025-11-23',
      to: '2026-11-22',
      edVisits: 11,
      stays: 3,
      hospitalDays: 14,
      leftWithoutBeingSeen: 1,
      scheduledEd: 1,
      observations: 0,
      shortStays: 0,
      ambulatory: 0,
      unclassified: 0,
      edVisitsBySite: {A: 10, B: 1},
      registrations: 12,
      registrationsBySite: {A: 11, B: 1},
      dateUncertain: 0,
      upcoming: 0,
      complete: true,
      gaps: [],
    });
  });

  it('has 2 ED visits, 1 stay and 2 hospital days in 6 months, and one visit the year before', () => {
    assert.deepEqual(pick(last6Months), [2, 1, 2]);
    assert.deepEqual(pick(previous12Months), [1, 0, 0]);
    assert.deepEqual([previous12Months.from, previous12Months.to], ['2024-11-23', '2025-11-22']);
  });

  it('has 9 ED visits, 2 stays and 12 days before the index date, and 2 visits after it', () => {
    assert.deepEqual(pick(baseline!), [9, 2, 12]);
    assert.deepEqual([baseline!.from, baseline!.to], ['2025-11-23', '2026-05-22']);
    assert.deepEqual(pick(followUp!), [2, 1, 2]);
    assert.deepEqual([followUp!.from, followUp!.to], ['2026-05-23', '2026-11-22']);
    assert.deepEqual([followUp!.elapsedMonths, followUp!.ofMonths], [6, 6]);
  });

  it('has 8 ED visits before the index date when one a day is counted', () => {
    const config = {...defaultCountingConfig, onePerDay: true};
    assert.equal(countUse({...given, config}).windows.baseline!.edVisits, 8);
  });

  it('excludes exactly five records, each with its reason and rule', () => {
    assert.deepEqual(proof.excluded, [
      {
        resource: 'Encounter/e08',
        kind: 'ed-visit',
        localDate: '2026-03-20',
        reason: 'entered-in-error',
        rule: 'R1',
      },
      {
        resource: 'Encounter/e09b',
        kind: 'ed-visit',
        localDate: '2026-04-02',
        reason: 'duplicate',
        rule: 'R6',
        of: 'Encounter/e09',
      },
      {resource: 'Encounter/e10', kind: 'ed-visit', localDate: '2026-04-15', reason: 'cancelled', rule: 'R1'},
      {
        resource: 'Encounter/e12',
        kind: 'ed-visit',
        localDate: '2026-05-03',
        reason: 'scheduled',
        rule: 'R13',
      },
      {resource: 'Encounter/e20', kind: 'ed-visit', localDate: '2026-12-01', reason: 'not-yet', rule: 'R1'},
    ]);
    assert.deepEqual([proof.unplaced, proof.unreadable], [[], []]);
  });

  it('proves the admission of e04, the transfer of e16 and the stay of e05 and e06', () => {
    const byId = new Map(proof.included.map((event) => [`${event.kind} ${event.id}`, event]));
    assert.deepEqual(byId.get('ed-visit e04'), {
      id: 'e04',
      kind: 'ed-visit',
      resources: ['Encounter/e04'],
      start: '2026-02-14T22:30:00-05:00',
      localDate: '2026-02-14',
      end: '2026-02-15T06:00:00-05:00',
      site: 'A',
      registrations: 1,
      rules: ['R7'],
      flags: ['admitted'],
    });
    assert.deepEqual(byId.get('ed-visit e16')?.resources, ['Encounter/e16', 'Encounter/e17']);
    assert.equal(byId.get('ed-visit e16')?.registrations, 2);
    assert.deepEqual(byId.get('stay e05')?.resources, ['Encounter/e05', 'Encounter/e06']);
    assert.equal(byId.get('stay e05')?.end, '2026-02-24T10:00:00-05:00');
    assert.equal(byId.get('ed-visit e13/ed')?.end, '2026-05-10T09:27:00-04:00');
    assert.equal(byId.get('stay e13')?.start, '2026-05-10T09:27:00-04:00');
    assert.equal(byId.get('ed-visit e15')?.start, '2026-05-22T23:30:00-04:00');
    assert.equal(byId.get('ed-visit e18')?.start, '2026-09-30');
    assert.deepEqual(byId.get('stay e21')?.flags, ['ongoing']);
    assert.equal(proof.included.length, 15);
  });

  it('says what other definitions would count', () => {
    assert.deepEqual(proof.alternatives, {
      asConfigured: 11,
      registrations: 12,
      onePerDay: 10,
      withScheduled: 12,
      withoutLeftWithoutBeingSeen: 10,
      admittedDropped: 9,
    });
  });

  it('meets the criteria, the configured one first with both its parts', () => {
    assert.deepEqual(proof.criteria[0], {
      preset: 'qc-integrated',
      met: true,
      parts: [
        {measure: 'edVisits', value: 11, atLeast: 4, months: 12, met: true},
        {measure: 'stays', value: 3, atLeast: 3, months: 12, met: true},
      ],
    });
    const met = proof.criteria.filter((criterion) => criterion.met).map(({preset}) => preset);
    assert.deepEqual(met, ['qc-integrated', 'qc-regional', 'conect-invite', 'ed5', 'ed10']);
  });

  it('had 3 of 6 months and 1 visit of follow-up as of 2026-08-22', () => {
    const then = countUse({...given, asOf: '2026-08-22'}).windows.followUp!;
    assert.deepEqual([then.elapsedMonths, then.ofMonths, then.edVisits, then.to], [3, 6, 1, '2026-08-22']);
  });

  it('gives a stay over the index date 3 nights before it and 3 after it', () => {
    const extra = record({
      id: 'x',
      class: 'IMP',
      start: '2026-05-20T09:00:00-04:00',
      end: '2026-05-26T09:00:00-04:00',
    });
    const only = countUse({...given, records: [extra]}).windows;
    assert.deepEqual(pick(only.last6Months), [0, 0, 3]);
    assert.deepEqual(pick(only.baseline!), [0, 1, 3]);
    assert.equal(only.last12Months.hospitalDays, 6);
  });

  it('has at least 8 ED visits when the records start on 2026-03-01', () => {
    const records = referenceRecords.filter(({start}) => start !== null && start >= '2026-03-01');
    const config = {...defaultCountingConfig, recordsStart: '2026-03-01'};
    const {windows} = countUse({...given, records, config});
    assert.equal(windows.last12Months.edVisits, 8);
    assert.deepEqual(windows.last12Months.gaps, [{reason: 'records-start', since: '2026-03-01'}]);
    assert.equal(windows.last12Months.complete, false);
    assert.equal(windows.last6Months.complete, true);
  });

  it('has 6 ED visits and 2 stays since the review of 2026-04-22', () => {
    const since = usedSince(proof, '2026-04-22');
    assert.deepEqual(
      since.edVisits.map(({id}) => id),
      ['e11', 'e13/ed', 'e14', 'e15', 'e16', 'e18'],
    );
    assert.deepEqual(
      since.stays.map(({id}) => id),
      ['e13', 'e21'],
    );
  });
});

function pick({
  edVisits,
  stays,
  hospitalDays,
}: {
  edVisits: number;
  stays: number;
  hospitalDays: number;
}): number[] {
  return [edVisits, stays, hospitalDays];
}
