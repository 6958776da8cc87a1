import type {EncounterRecord} from '../../src/domain/encounter-record.ts';
import {record} from './records.ts';

/** The reference patient: every rule that its table names, on one person. Toronto, as of 2026-11-22, index 2026-05-22. */
export const referenceRecords: readonly EncounterRecord[] = [
  record({id: 'e01', start: '2025-11-22T14:10:00-05:00'}),
  record({id: 'e02', start: '2025-11-23T00:20:00-05:00'}),
  record({id: 'e03', start: '2026-01-09T20:05:00-05:00', end: '2026-01-10T03:15:00-05:00'}),
  record({id: 'e04', start: '2026-02-14T22:30:00-05:00', end: '2026-02-15T06:00:00-05:00'}),
  record({id: 'e05', class: 'IMP', start: '2026-02-15T06:00:00-05:00', end: '2026-02-19T11:00:00-05:00'}),
  record({
    id: 'e06',
    class: 'IMP',
    site: 'B',
    start: '2026-02-19T14:30:00-05:00',
    end: '2026-02-24T10:00:00-05:00',
  }),
  record({id: 'e07', start: '2026-03-08T01:45:00-05:00', end: '2026-03-08T05:10:00-04:00'}),
  record({id: 'e08', status: 'entered-in-error', start: '2026-03-20T10:00:00-04:00'}),
  record({id: 'e09', start: '2026-04-02T09:00:00-04:00', source: 'urn:hospital-a'}),
  record({id: 'e09b', start: '2026-04-02T13:00:00Z', source: 'urn:regional-feed'}),
  record({id: 'e10', status: 'cancelled', start: '2026-04-15T10:00:00-04:00'}),
  record({
    id: 'e11',
    start: '2026-04-28T18:20:00-04:00',
    disposition: {text: 'Left without being seen'},
  }),
  record({id: 'e12', start: '2026-05-03T09:00:00-04:00', appointment: true}),
  record({
    id: 'e13',
    class: 'IMP',
    start: '2026-05-10T07:15:00-04:00',
    end: '2026-05-13T11:00:00-04:00',
    history: [
      {class: 'EMER', start: '2026-05-10T07:15:00-04:00', end: '2026-05-10T09:27:00-04:00'},
      {class: 'IMP', start: '2026-05-10T09:27:00-04:00'},
    ],
  }),
  record({id: 'e14', start: '2026-05-22T08:00:00-04:00', end: '2026-05-22T13:00:00-04:00'}),
  record({id: 'e15', start: '2026-05-23T03:30:00Z'}),
  record({id: 'e16', site: 'B', start: '2026-07-19T16:00:00-04:00', end: '2026-07-19T18:20:00-04:00'}),
  record({id: 'e17', start: '2026-07-19T19:00:00-04:00', end: '2026-07-19T23:00:00-04:00'}),
  record({id: 'e18', start: '2026-09-30'}),
  record({id: 'e20', status: 'planned', start: '2026-12-01T09:00:00-05:00'}),
  record({id: 'e21', class: 'IMP', status: 'in-progress', start: '2026-11-20T15:00:00-05:00'}),
];
