import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {KeptInNotes} from '../../../src/fhir/abilities.ts';
import type {Problem} from '../../../src/domain/problem.ts';
import {err, ok} from '../../../src/domain/result.ts';
import type {NoteRecords} from '../../../src/fhir/note/note-records.ts';
import {noteTransport} from '../../../src/fhir/note/note-transport.ts';
import type {TransportError, TransportRequest} from '../../../src/fhir/transport.ts';
import {toRaw, type RawObject} from '../../../src/fhir/write/raw-json.ts';

const goal = {
  resourceType: 'Goal',
  id: 'note-g1',
  subject: {reference: 'Patient/p1'},
  description: {text: 'Walk'},
};
const raw = (json: object): RawObject => toRaw(json as never) as RawObject;

interface Fake {
  readonly all?: Awaited<ReturnType<NoteRecords['all']>>;
  readonly found?: Awaited<ReturnType<NoteRecords['find']>>;
  readonly written?: Awaited<ReturnType<NoteRecords['create']>>;
  readonly inner?: {readonly status: number; readonly text: string};
}

/** Asks a record whose note answers so; gives the answer and what went through to the record itself. */
async function ask(
  request: Partial<TransportRequest> & {readonly path: string},
  fake: Fake = {},
  kept: KeptInNotes = {types: ['Goal', 'CarePlan', 'CareTeam'], alsoTaken: []},
) {
  const through: string[] = [];
  const inner = {
    async request({method, path}: TransportRequest) {
      through.push(`${method} ${path}`);
      return {status: 200, text: '{}', ...fake.inner, header: () => null};
    },
  };
  const records = {
    knows: (id: string) => id.startsWith('note-'),
    all: async () => fake.all ?? ok([raw(goal)]),
    find: async () => fake.found ?? ok(raw(goal)),
    create: async () => fake.written ?? ok(raw(goal)),
    update: async () => fake.written ?? ok(raw(goal)),
  } as unknown as NoteRecords;
  const whole: TransportRequest = {method: 'GET', headers: {}, ...request};
  const {status, text} = await noteTransport(inner, records, 'p1', kept).request(whole);
  return {status, json: text === '' ? null : (JSON.parse(text) as {[name: string]: never}), through};
}

const create = (json: object = goal) => ({method: 'POST', path: 'Goal', body: JSON.stringify(json)}) as const;
const update = {
  method: 'PUT',
  path: 'Goal/note-g1',
  body: JSON.stringify(goal),
  headers: {'If-Match': 'W/"n1"'},
} as const;

describe('a record with a note beside it', () => {
  for (const request of [
    {path: 'Patient/p1'},
    {path: 'Goal/native'},
    {path: 'Goal?page=2'},
    {path: 'Goal/note-g1/_history'},
    {method: 'POST', path: 'Communication', body: '{}'},
  ] as const) {
    it(`is asked itself: ${request.path}`, async () => {
      const {through} = await ask(request);
      assert.equal(through.length, 1);
    });
  }

  it('gives what stands in the note by its id, or says that it is not there', async () => {
    const found = await ask({path: 'Goal/note-g1'});
    assert.deepEqual([found.status, found.through], [200, []]);
    assert.equal((await ask({path: 'Goal/note-g1'}, {found: ok(null)})).status, 404);
  });

  it('adds to a search what stands in the note, and to its total', async () => {
    const own = {resourceType: 'Goal', id: 'native', subject: {reference: 'Patient/p1'}};
    const text = JSON.stringify({resourceType: 'Bundle', total: 1, entry: [{resource: own}]});
    const {json} = await ask({path: 'Goal?patient=p1'}, {inner: {status: 200, text}});
    assert.equal(json?.['total'], 2);
    const [native] = (json?.['entry'] ?? []) as unknown as {resource: {meta: {tag: {code: string}[]}}}[];
    assert.equal(native?.resource.meta.tag[0]?.code, 'kept-by-record');
  });

  it('finds by identifier what the note made, and nothing else', async () => {
    const made = raw({...goal, identifier: [{system: 'urn:ietf:rfc:3986', value: 'urn:uuid:1'}]});
    const empty = {status: 200, text: JSON.stringify({resourceType: 'Bundle'})};
    const search = (identifier: string) => ({
      method: 'POST' as const,
      path: 'Goal/_search',
      body: `patient=p1&identifier=${encodeURIComponent(identifier)}`,
    });
    const sizes = await Promise.all(
      ['urn:ietf:rfc:3986|urn:uuid:1', 'urn:ietf:rfc:3986|urn:uuid:2'].map(async (identifier) => {
        const {json} = await ask(search(identifier), {inner: empty, all: ok([made])});
        const entries = (json?.['entry'] ?? []) as unknown as {resource: {resourceType: string}}[];
        return entries.filter(({resource}) => resource.resourceType === 'Goal').length;
      }),
    );
    assert.deepEqual(sizes, [1, 0]);
  });

  it('answers for a record that knows no such thing, unless nothing stands in the note', async () => {
    const inner = {status: 403, text: ''};
    assert.equal((await ask({path: 'Goal?patient=p1'}, {inner})).status, 200);
    assert.equal((await ask({path: 'Goal?patient=p1'}, {inner, all: ok([])})).status, 403);
  });

  it('passes on an answer that is no list', async () => {
    for (const inner of [
      {status: 500, text: 'x'},
      {status: 200, text: '<html>'},
      {status: 200, text: '{"resourceType":"Patient"}'},
    ]) {
      const search = ask({path: 'Goal?patient=p1'}, {inner}).catch(() => null);
      const answer = await search;
      assert.ok(answer === null || answer.status === inner.status);
    }
  });

  it('says in the list that the note could not be read', async () => {
    const inner = {status: 200, text: JSON.stringify({resourceType: 'Bundle'})};
    const {json} = await ask({path: 'Goal?patient=p1'}, {inner, all: err({kind: 'offline'})});
    assert.match(JSON.stringify(json), /could not be read/u);
  });
});

describe('a write to a record with a note beside it', () => {
  it('is created and changed in the note, and does not reach the record as such', async () => {
    const made = await ask(create());
    assert.deepEqual([made.status, made.through], [201, []]);
    assert.equal((await ask(update)).status, 200);
  });

  const refused: readonly (readonly [string, Parameters<typeof ask>[0], number])[] = [
    ['of no resource', {...create(), body: 'x'}, 400],
    ['of another type', create({resourceType: 'CareTeam'}), 400],
    ['of another patient', create({...goal, subject: {reference: 'Patient/p2'}}), 403],
    ['of what the record itself holds', {...update, path: 'Goal/native'}, 405],
    ['that would delete', {...update, method: 'DELETE' as never}, 405],
  ];
  for (const [name, request, status] of refused) {
    it(`is refused: ${name}`, async () => assert.equal((await ask(request)).status, status));
  }

  const what = 'DocumentReference';
  const problems: readonly (readonly [Problem, number | string])[] = [
    [{kind: 'forbidden', what}, 403],
    [{kind: 'unsupported', what, why: 'server'}, 405],
    [
      {kind: 'rejected', issues: [{severity: 'error', code: 'invalid', text: 'no', expression: []} as never]},
      422,
    ],
    [
      {kind: 'rejected', issues: [{severity: 'error', code: 'invalid', text: null, expression: []} as never]},
      422,
    ],
    [{kind: 'conflict', what}, 412],
    [{kind: 'signed-out'}, 'signed-out'],
    [{kind: 'timeout'}, 'timeout'],
    [{kind: 'unclear', what}, 'network'],
    [{kind: 'offline'}, 'network'],
  ];
  for (const [problem, expected] of problems) {
    it(`ends as the note does: ${problem.kind}`, async () => {
      const answer = await ask(update, {written: err(problem)}).catch((error: unknown) => error);
      if (typeof expected === 'number') assert.equal((answer as {status: number}).status, expected);
      else assert.equal((answer as TransportError).failure, expected);
    });
  }

  for (const [value, status] of [
    ['conflict', 412],
    ['unreadable', 422],
  ] as const) {
    it(`is answered when the note cannot hold it: ${value}`, async () => {
      assert.equal((await ask(update, {written: ok(value)})).status, status);
    });
  }
});
