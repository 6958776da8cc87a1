import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {listNotes, noteContent} from '../../../src/fhir/note/list-notes.ts';
import type {FiledNote} from '../../../src/fhir/note/note-document.ts';
import {base, bundle} from '../fake-transport.ts';
import {stage, subject, type Resource, type Special} from '../read-stage.ts';

const base64 = (text: string): string => Buffer.from(text, 'utf8').toString('base64');
const document = (id: string, more: Record<string, unknown> = {}): Resource => ({
  resourceType: 'DocumentReference',
  id,
  status: 'current',
  subject,
  identifier: [{system: 'urn:isp-panel:plan-note', value: 'plan-1'}],
  ...more,
});

async function list(resources: readonly Resource[], special?: Special) {
  const {client, run, transport} = stage(resources, special);
  const answer = await run(listNotes(client));
  return {answer, ids: answer.ok ? answer.value.map(({id}) => id) : null, requests: transport.requests};
}

const rejected = {
  status: 400,
  body: {resourceType: 'OperationOutcome', issue: [{severity: 'error', code: 'invalid'}]},
};

describe('the versions of the note in the documents', () => {
  it('are those of this patient alone, past every cache', async () => {
    const {ids, requests} = await list([
      document('a'),
      document('theirs', {subject: {reference: 'Patient/p2'}}),
      document('other', {identifier: []}),
    ]);
    assert.deepEqual(ids, ['a']);
    assert.ok(requests.every(({cache}) => cache === 'no-cache'));
  });

  it('are asked for in plainer shapes where the record refuses the first', async () => {
    let refused = 0;
    const {ids} = await list([document('a')], (_request, params) => {
      if (!params || (!params.has('status') && !params.has('type'))) return null;
      refused += 1;
      return rejected;
    });
    assert.deepEqual(ids, ['a']);
    assert.ok(refused >= 2);
  });

  it('are an error where every shape is refused, and never none', async () => {
    const {answer} = await list([document('a')], () => rejected);
    assert.equal(answer.ok, false);
  });

  it('are unreadable where the answer is no list', async () => {
    const {answer} = await list([], () => ({body: {resourceType: 'Patient', id: 'x'}}));
    assert.deepEqual(answer, {
      ok: false,
      error: {kind: 'unreadable', what: 'DocumentReference', path: 'DocumentReference'},
    });
  });

  it('are unclear where the pages go round: the newest could be missing', async () => {
    const loop = bundle([document('a')], {
      link: [{relation: 'next', url: `${base}DocumentReference?page=2`}],
    });
    const {answer} = await list([], () => ({body: loop}));
    assert.deepEqual(answer, {ok: false, error: {kind: 'unclear', what: 'DocumentReference'}});
  });
});

describe('the text of a version', () => {
  const filed = (more: Partial<FiledNote>): FiledNote => ({
    id: 'a',
    urn: null,
    replaces: [],
    date: '',
    isDated: false,
    text: null,
    url: 'Binary/b1',
    contentType: 'text/plain',
    ...more,
  });
  const binary = (more: Record<string, unknown>): Resource => ({resourceType: 'Binary', id: 'b1', ...more});

  const unreadable = {kind: 'unreadable', what: 'DocumentReference', path: 'DocumentReference'};
  const cases: readonly (readonly [string, FiledNote, Resource | null, unknown])[] = [
    ['that came along', filed({text: 'here'}), null, 'here'],
    ['that stands elsewhere', filed({}), binary({data: base64('there')}), 'there'],
    [
      'of a kind that only its Binary says',
      filed({contentType: null}),
      binary({contentType: 'text/html', data: base64('a<br>b')}),
      'a\nb',
    ],
    ['that stands nowhere', filed({url: null}), null, unreadable],
    ['without data', filed({}), binary({}), unreadable],
    ['that is a picture', filed({contentType: 'image/png'}), binary({data: base64('x')}), unreadable],
    ['that is gone', filed({}), null, {kind: 'not-found', what: 'DocumentReference'}],
  ];
  for (const [name, version, resource, expected] of cases) {
    it(`is read, or an error: one ${name}`, async () => {
      const {client, run} = stage(resource ? [resource] : []);
      const answer = await run(noteContent(client, version));
      assert.deepEqual(answer.ok ? answer.value : answer.error, expected);
    });
  }
});
