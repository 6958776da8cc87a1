import assert from 'node:assert/strict';
import {test} from 'node:test';
import {eventCsv} from '../../src/domain/event-csv.ts';
import type {CountedEvent} from '../../src/domain/use-proof.ts';

const event: CountedEvent = {
  id: 'e1',
  kind: 'ed-visit',
  resources: ['Encounter/e1', 'Encounter/e2'],
  start: '2026-02-14T22:30:00-05:00',
  localDate: '2026-02-14',
  end: '2026-02-15T06:00:00-05:00',
  site: 'A',
  registrations: 2,
  rules: ['R7', 'R8'],
  flags: ['admitted'],
};

const lines = (...events: readonly CountedEvent[]): readonly string[] =>
  eventCsv({included: events, asOf: '2026-11-22'}).split('\r\n');

test('the first line names the columns, each event has its own, and the last one ends too', () => {
  assert.deepEqual(lines(event), [
    'id,kind,local_date,start,end,minutes,days,site,registrations,rules,flags,resources',
    'e1,ed-visit,2026-02-14,2026-02-14T22:30:00-05:00,2026-02-15T06:00:00-05:00,450,,A,2,R7 R8,admitted,Encounter/e1 Encounter/e2',
    '',
  ]);
});

test('a stay has days and no minutes, an end that is not known is empty', () => {
  const [, stay] = lines({
    ...event,
    kind: 'stay',
    end: null,
    flags: ['ongoing'],
    start: '2026-11-20T15:00:00-05:00',
    localDate: '2026-11-20',
  });
  assert.equal(
    stay,
    'e1,stay,2026-11-20,2026-11-20T15:00:00-05:00,,,2,A,2,R7 R8,ongoing,Encounter/e1 Encounter/e2',
  );
});

const sites: readonly (readonly [site: string, cell: string])[] = [
  ['Plain', 'Plain'],
  ['A, B', '"A, B"'],
  ['the "big" one', '"the ""big"" one"'],
  ['two\nlines', '"two\nlines"'],
  ['=1+1', "'=1+1"],
  ['+1', "'+1"],
  ['-1', "'-1"],
  ['@x', "'@x"],
  ['  =1', "'  =1"],
  ['\uFF1D1', "'\uFF1D1"],
  ['\tx', "'\tx"],
  ['=a,b', '"\'=a,b"'],
  ['A-1', 'A-1'],
];
for (const [site, cell] of sites) {
  test(`a cell of ${JSON.stringify(site)} (T17)`, () => {
    const text = eventCsv({included: [{...event, site}], asOf: '2026-11-22'});
    assert.ok(text.includes(`,450,,${cell},2,`), text);
  });
}
