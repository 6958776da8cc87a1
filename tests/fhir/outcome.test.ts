import assert from 'node:assert/strict';
import {test} from 'node:test';
import {instantRange} from '../../src/fhir/instant-range.ts';
import type {Json} from '../../src/fhir/json.ts';
import {issuesOf, pathWithoutQuery, problemOfStatus, retryAfterSeconds} from '../../src/fhir/outcome.ts';
import {gapOfProblem, gapsOfOutcome, isPagingExpired} from '../../src/fhir/outcome-gaps.ts';

const outcome = (...issue: Json[]): Json => ({resourceType: 'OperationOutcome', issue});
const epic = (code: string, severity = 'warning'): Json => ({
  severity,
  code: 'processing',
  details: {coding: [{system: 'urn:oid:1.2.840.114350', code}]},
});

test('issues keep the server’s words and places, and nothing of what they should not be', () => {
  const issues = issuesOf(
    outcome(
      {
        severity: 'error',
        code: 'invariant',
        details: {text: 'non'},
        diagnostics: 'stack',
        expression: ['Goal.target', 7],
      },
      {severity: 'fatal', code: 'x', diagnostics: 'only this', location: ['/f:Goal']},
      {severity: 'odd', details: 'text'},
      'nothing',
    ),
  );
  assert.deepEqual(issues, [
    {severity: 'error', code: 'invariant', text: 'non', expressions: ['Goal.target']},
    {severity: 'fatal', code: 'x', text: 'only this', expressions: ['/f:Goal']},
    {severity: 'error', code: 'unknown', text: null, expressions: []},
  ]);
  assert.equal(issuesOf(outcome(...Array.from({length: 80}, () => ({})))).length, 50);
  for (const other of [
    undefined,
    null,
    [],
    'x',
    {resourceType: 'Goal', issue: [{}]},
    {resourceType: 'OperationOutcome'},
  ])
    assert.deepEqual(issuesOf(other), []);
});

test('a status says what it means, without ids of the patient (conformance 27) (T12)', () => {
  const kind = (status: number): string =>
    problemOfStatus(status, undefined, 'Goal', 'Goal?patient=p1')?.kind ?? 'fine';
  const table: [number, string][] = [
    [200, 'fine'],
    [204, 'fine'],
    [304, 'fine'],
    [301, 'unreadable'],
    [400, 'rejected'],
    [401, 'signed-out'],
    [403, 'forbidden'],
    [404, 'not-found'],
    [405, 'unsupported'],
    [408, 'timeout'],
    [409, 'conflict'],
    [410, 'gone'],
    [412, 'conflict'],
    [422, 'rejected'],
    [429, 'busy'],
    [500, 'server'],
    [501, 'unsupported'],
    [503, 'busy'],
    [504, 'server'],
  ];
  for (const [status, expected] of table) assert.equal(kind(status), expected, String(status));
  assert.deepEqual(problemOfStatus(302, undefined, 'Goal', 'Goal?patient=p1'), {
    kind: 'unreadable',
    what: 'Goal',
    path: 'Goal',
  });
  assert.equal(pathWithoutQuery('Goal/1'), 'Goal/1');
});

test('Retry-After is seconds or a date', () => {
  const now = Date.parse('2026-11-22T15:00:00Z');
  const table: [string | null, number | null][] = [
    [null, null],
    ['', null],
    ['soon', null],
    [' 12 ', 12],
    ['Sun, 22 Nov 2026 15:01:00 GMT', 60],
    ['Sun, 22 Nov 2026 14:00:00 GMT', 0],
  ];
  for (const [header, seconds] of table)
    assert.equal(retryAfterSeconds(header, now), seconds, String(header));
});

test('what an outcome inside a list says about its completeness (conformance 32)', () => {
  const table: [string, Json, string[]][] = [
    ['nothing found', outcome(epic('4101')), []],
    ['a parameter was ignored', outcome(epic('59108')), []],
    ['not the whole record', outcome(epic('4119')), ['scope']],
    ['break the glass', outcome(epic('4130', 'error')), ['forbidden']],
    ['suppressed', outcome({severity: 'warning', code: 'suppressed'}), ['scope']],
    ['not supported, as a remark', outcome({severity: 'warning', code: 'not-supported'}), []],
    ['not supported, as an error', outcome({severity: 'error', code: 'not-supported'}), ['failed']],
    ['too long', outcome({severity: 'error', code: 'timeout'}), ['timeout']],
    ['something else', outcome({severity: 'warning', code: 'odd'}), ['failed']],
    ['a remark', outcome({severity: 'information', code: 'odd'}), []],
    ['an unknown number', outcome(epic('9999')), ['failed']],
    ['the same twice', outcome(epic('4119'), epic('59133')), ['scope']],
    ['several', outcome(epic('4101'), {severity: 'error', code: 'security'}), ['forbidden']],
    [
      'odd codings',
      outcome({severity: 'warning', code: 'suppressed', details: {coding: ['x', {code: 7}]}}),
      ['scope'],
    ],
    ['another resource', {resourceType: 'Goal'}, []],
  ];
  for (const [name, body, expected] of table) assert.deepEqual(gapsOfOutcome(body), expected, name);
  assert.equal(isPagingExpired(outcome(epic('4113', 'error'))), true);
  assert.equal(isPagingExpired(outcome(epic('4101'))), false);
  assert.equal(isPagingExpired(undefined), false);
});

test('what a failed page leaves in its list', () => {
  assert.equal(gapOfProblem({kind: 'timeout'}), 'timeout');
  assert.equal(gapOfProblem({kind: 'forbidden', what: 'Goal'}), 'forbidden');
  assert.equal(gapOfProblem({kind: 'signed-out'}), 'forbidden');
  assert.equal(gapOfProblem({kind: 'offline'}), 'failed');
});

test('a date is the stretch of time that it can mean', () => {
  const table: [string | null, string | null, string | null][] = [
    ['2026', '2026-01-01T00:00:00.000Z', '2026-12-31T23:59:59.999Z'],
    ['2024-02', '2024-02-01T00:00:00.000Z', '2024-02-29T23:59:59.999Z'],
    ['2026-12', '2026-12-01T00:00:00.000Z', '2026-12-31T23:59:59.999Z'],
    ['2026-11-22', '2026-11-22T00:00:00.000Z', '2026-11-22T23:59:59.999Z'],
    ['2026-11-22T10:00', '2026-11-22T10:00:00.000Z', '2026-11-22T10:00:00.000Z'],
    ['2026-11-22T10:00:00.5-05:00', '2026-11-22T15:00:00.500Z', '2026-11-22T15:00:00.500Z'],
    ['2026-13', null, null],
    ['yesterday', null, null],
    ['', null, null],
    [null, null, null],
  ];
  const iso = (time: number | undefined): string | null =>
    time === undefined ? null : new Date(time).toISOString();
  for (const [text, from, to] of table) {
    const range = instantRange(text);
    assert.deepEqual([iso(range?.from), iso(range?.to)], [from, to], String(text));
  }
});
