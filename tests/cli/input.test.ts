import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {UseProof} from '../../src/domain/use-proof.ts';
import {bundleOf, run, visit} from './run.ts';

const patient = {resourceType: 'Patient', id: 'p1'};
const two = [visit('a', '2026-03-01T10:00:00-05:00'), visit('b', '2026-04-01T10:00:00-04:00')];
const usual = ['count', 'in', '--as-of', '2026-11-22'];

async function proofOf(content: unknown, more: readonly string[] = []): Promise<UseProof> {
  const {code, out, err} = await run([...usual, ...more], {in: content});
  assert.deepEqual([code, err], [0, '']);
  return JSON.parse(out) as UseProof;
}

const shapes: [string, unknown][] = [
  ['a collection', bundleOf([patient, ...two])],
  ['a searchset', bundleOf(two, {type: 'searchset', total: 2})],
  ['an array', two],
  ['an array of Bundles', [bundleOf([two[0]!]), bundleOf([two[1]!])]],
  ['NDJSON', `${JSON.stringify(two[0])}\r\n\r\n${JSON.stringify(two[1])}\n`],
  ['NDJSON of one line with a byte order mark', `\uFEFF${JSON.stringify(two[0])}\n${JSON.stringify(two[1])}`],
];

for (const [name, content] of shapes) {
  test(`reads ${name}`, async () => {
    const {windows} = await proofOf(content);
    assert.equal(windows.last12Months.edVisits, 2);
    assert.equal(windows.last12Months.complete, true);
  });
}

test('reads a transaction: ids and references by fullUrl, requests without a resource passed over', async () => {
  const bundle = {
    resourceType: 'Bundle',
    type: 'transaction',
    entry: [
      {
        fullUrl: 'urn:uuid:0001',
        resource: {resourceType: 'Patient', deceasedDateTime: '2026-10-01'},
        request: {method: 'POST', url: 'Patient'},
      },
      {
        fullUrl: 'urn:uuid:0002',
        resource: {
          ...visit('', '2026-03-01T10:00:00-05:00'),
          id: undefined,
          subject: {reference: 'urn:uuid:0001'},
        },
        request: {method: 'POST', url: 'Encounter'},
      },
      {
        fullUrl: 'urn:uuid:0003',
        resource: visit('child', '2026-03-01T11:00:00-05:00', {
          subject: {reference: 'urn:uuid:0001'},
          partOf: {reference: 'urn:uuid:0002'},
        }),
      },
      {
        fullUrl: 'urn:uuid:0004',
        resource: visit('grandchild', '2026-03-01T11:00:00-05:00', {
          subject: {reference: 'urn:uuid:0001'},
          partOf: {reference: 'urn:uuid:0003'},
        }),
      },
      {request: {method: 'DELETE', url: 'Encounter/9'}},
    ],
  };
  const {included, excluded, asOf, unreadable} = await proofOf(bundle);
  assert.deepEqual(
    included.map(({id}) => id),
    ['0002'],
  );
  assert.deepEqual(
    excluded.map(({resource, of}) => [resource, of]),
    [
      ['Encounter/child', 'Encounter/0002'],
      ['Encounter/grandchild', 'Encounter/child'],
    ],
  );
  assert.deepEqual([asOf, unreadable], ['2026-10-01', []]);
});

test('what cannot be read is listed, and the count is then not complete', async () => {
  const bundle = {
    resourceType: 'Bundle',
    type: 'searchset',
    entry: [
      {resource: {...two[0], id: 7}},
      {resource: {...two[0], id: undefined}},
      {resource: {id: 'untyped'}},
      {resource: {}},
      {},
      null,
      {resource: 'text'},
      {resource: {resourceType: 'OperationOutcome', issue: []}, search: {mode: 'outcome'}},
      {resource: visit('c', '2026-05-01', {subject: {display: 'Somebody'}})},
      {resource: visit('d', '2026-05-01', {subject: {reference: '#p'}})},
      {resource: two[1]},
    ],
  };
  const {unreadable, windows} = await proofOf(bundle);
  assert.deepEqual(unreadable, [
    {resource: 'Encounter', path: 'id', problem: 'missing'},
    {resource: 'Encounter', path: 'id', problem: 'missing'},
    {resource: 'Encounter/c', path: 'subject', problem: 'cannot be told'},
    {resource: 'Encounter/d', path: 'subject', problem: 'cannot be told'},
    {resource: 'unknown', path: '', problem: 'not a resource'},
    {resource: 'unknown', path: '', problem: 'not a resource'},
    {resource: 'unknown', path: '', problem: 'not a resource'},
    {resource: 'unknown', path: 'resourceType', problem: 'missing'},
    {resource: 'untyped', path: 'resourceType', problem: 'missing'},
  ]);
  assert.deepEqual(windows.last12Months.gaps, [{reason: 'quarantined'}]);
  assert.equal(windows.last12Months.edVisits, 1);
});

test('an element that cannot be read is listed, and the record counts', async () => {
  const {unreadable, windows} = await proofOf([{...two[0], type: 'odd'}]);
  assert.deepEqual(unreadable, [{resource: 'Encounter/a', path: 'type', problem: 'not an array'}]);
  assert.deepEqual([windows.last12Months.edVisits, windows.last12Months.complete], [1, true]);
});

const page = (n: number, next: number | null, entries: readonly object[], total?: number): object =>
  bundleOf(entries, {
    type: 'searchset',
    ...(total !== undefined && {total}),
    link: [
      {relation: 'self', url: `https://ehr.example/fhir/Encounter?page=${n}`},
      ...(next === null ? [] : [{relation: 'next', url: `https://ehr.example/fhir/Encounter?page=${next}`}]),
    ],
  });
const pages: [string, unknown, boolean][] = [
  ['one page that is the last', page(1, null, two), true],
  ['one page with a next one', page(1, 2, two), false],
  ['all pages', [page(1, 2, [two[0]!]), page(2, null, [two[1]!])], true],
  ['all pages, the last first', [page(2, null, [two[1]!]), page(1, 2, [two[0]!])], true],
  ['all pages but the last', [page(1, 2, [two[0]!]), page(2, 3, [two[1]!])], false],
  ['a total that is reached over the pages', [page(1, 2, [two[0]!], 2), page(2, null, [two[1]!], 2)], true],
  ['a total that is not reached', page(1, null, two, 3), false],
  ['a total without entries', bundleOf([], {type: 'searchset', total: 4}), false],
];

for (const [name, content, complete] of pages) {
  test(`${name}: ${complete ? 'complete' : 'at least'}`, async () => {
    const {complete: told, gaps} = (await proofOf(content)).windows.last12Months;
    assert.equal(told, complete);
    assert.deepEqual(gaps, complete ? [] : [{reason: 'page-limit'}]);
  });
}

test('two Patient ids, or two subjects without a Patient, need --patient', async () => {
  const other = visit('x', '2026-05-01', {subject: {reference: 'Patient/p2'}});
  for (const content of [
    [patient, {...patient, id: 'p2'}, ...two],
    [...two, other],
  ]) {
    const {code, out, err} = await run(usual, {in: content});
    assert.deepEqual([code, out], [2, '']);
    assert.equal(err, 'isp-panel: in holds several patients (p1, p2); say whose records with --patient ID\n');
    const own = await proofOf(content, ['--patient', 'p1']);
    assert.equal(own.windows.last12Months.edVisits, 2);
  }
  const {excluded, windows} = await proofOf([...two, other], ['--patient=p2']);
  assert.equal(windows.last12Months.edVisits, 1);
  assert.deepEqual(
    excluded.map(({resource, reason}) => [resource, reason]),
    [
      ['Encounter/a', 'other-patient'],
      ['Encounter/b', 'other-patient'],
    ],
  );
});

test('with one Patient the records of others are left out, and no subject is the patient', async () => {
  const {excluded, windows} = await proofOf([
    patient,
    patient,
    ...two,
    visit('x', '2026-05-01', {subject: {reference: 'Patient/p2'}}),
    visit('y', '2026-06-01', {subject: undefined}),
  ]);
  assert.equal(windows.last12Months.edVisits, 3);
  assert.deepEqual(
    excluded.map(({resource}) => resource),
    ['Encounter/x'],
  );
});

test('subjects by identifier alone are compared with the Patient, and with each other', async () => {
  const named = (value: string): object => ({subject: {identifier: {system: 'urn:hn', value}}});
  const own = visit('x', '2026-05-01', named('1'));
  const other = visit('y', '2026-06-01', named('2'));
  const known = {...patient, identifier: [{system: 'urn:hn', value: '1'}]};
  const {windows, unreadable} = await proofOf([known, own, other]);
  assert.equal(windows.last12Months.edVisits, 1);
  assert.deepEqual(unreadable, [{resource: 'Encounter/y', path: 'subject', problem: 'cannot be told'}]);
  assert.equal((await proofOf([own])).windows.last12Months.edVisits, 1);
  assert.equal((await run(usual, {in: [own, other]})).code, 2);
});

test('of two versions of the Patient the newest says whether the person died, in any order', async () => {
  const old = {...patient, meta: {lastUpdated: '2026-01-01T00:00:00Z', versionId: '9'}};
  const newer = {...patient, meta: {lastUpdated: '2026-02-01T00:00:00Z'}, deceasedDateTime: '2026-01-31'};
  for (const content of [
    [old, newer],
    [newer, old],
  ])
    assert.equal((await proofOf(content)).asOf, '2026-01-31');
});

test('nobody and nothing is 0', async () => {
  for (const content of [[], bundleOf([]), {resourceType: 'Bundle', type: 'collection'}, [patient]]) {
    const {windows, included} = await proofOf(content);
    assert.deepEqual(
      [windows.last12Months.edVisits, windows.last12Months.complete, included.length],
      [0, true, 0],
    );
  }
});

test('the site file sets zone and rules, --zone wins, and what is wrong in it is said', async () => {
  const site = {zone: 'UTC', counting: {onePerDay: true, mergeMinutes: 'many', colour: 1}};
  const day = [visit('a', '2026-03-01T03:00:00Z'), visit('b', '2026-03-01T12:00:00Z')];
  const {code, out, err} = await run([...usual, '--config', 'site'], {in: day, site});
  assert.equal(code, 0);
  assert.equal(
    err,
    'isp-panel: site: counting.mergeMinutes has a value that cannot be used; the default stands\n' +
      'isp-panel: site: counting.colour is not known and not used\n',
  );
  const proof = JSON.parse(out) as UseProof;
  assert.deepEqual([proof.zone, proof.windows.last12Months.edVisits], ['UTC', 1]);
  const toronto = await run([...usual, '--config', 'site', '--zone', 'America/Toronto'], {in: day, site});
  assert.equal((JSON.parse(toronto.out) as UseProof).windows.last12Months.edVisits, 2);
  const plain = JSON.parse((await run(usual, {in: day})).out) as UseProof;
  assert.notEqual(plain.config.hash, proof.config.hash);
  assert.equal(plain.zone, 'America/Toronto');
});
