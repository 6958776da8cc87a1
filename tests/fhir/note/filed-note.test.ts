import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {title as titles} from '../../../src/domain/note/note-words.ts';
import type {JsonObject} from '../../../src/fhir/json.ts';
import {filedNote} from '../../../src/fhir/note/note-document.ts';

const base64 = (text: string): string => Buffer.from(text, 'utf8').toString('base64');
const [title] = titles;
const ours = [{system: 'urn:isp-panel:plan-note', value: 'plan-1'}];
const text = (words: string): JsonObject => ({
  content: [{attachment: {contentType: 'text/plain', data: base64(words)}}],
});
const read = (json: object): ReturnType<typeof filedNote> =>
  filedNote({resourceType: 'DocumentReference', id: 'd1', status: 'current', ...json} as JsonObject);

describe('a document of the record as a version of the note', () => {
  const none: readonly (readonly [string, object])[] = [
    ['another document', text('SOAP: fatigue')],
    ['a mistake', {identifier: ours, status: 'entered-in-error'}],
    ['a mistake by its other status', {identifier: ours, docStatus: 'entered-in-error'}],
    ['one without an id', {identifier: ours, id: undefined}],
    ['a document without content', {content: []}],
    ['content that is none', {content: ['x']}],
    ['content without an attachment', {content: [{attachment: 'x'}]}],
  ];
  for (const [name, json] of none) it(`is none: ${name}`, () => assert.equal(read(json), null));

  const known: readonly (readonly [string, object])[] = [
    ['its identifier', {identifier: ['x', {system: 'urn:ietf:rfc:3986'}, ...ours]}],
    ['its description', {description: title}],
    ['the title of its attachment', {content: [{attachment: {title, url: 'Binary/b1'}}]}],
    ['the first line of its text', text(`\n${title}\nStatus: active`)],
  ];
  for (const [name, json] of known) it(`is known by ${name}`, () => assert.equal(read(json)?.id, 'd1'));

  it('has its own identifier, its text and the time of the record', () => {
    const found = read({
      identifier: [{system: 'urn:ietf:rfc:3986', value: 'urn:uuid:1'}, ...ours],
      meta: {lastUpdated: '2026-11-22T15:00:00Z'},
      date: '2026-11-21T15:00:00Z',
      ...text('words'),
    });
    assert.deepEqual(found, {
      id: 'd1',
      urn: 'urn:uuid:1',
      replaces: [],
      date: '2026-11-22T15:00:00Z',
      isDated: true,
      text: 'words',
      url: null,
      contentType: 'text/plain',
    });
  });

  it('that was replaced is dated by when it was written', () => {
    const json = {identifier: ours, status: 'superseded', meta: {lastUpdated: '2026-11-22T15:00:00Z'}};
    assert.deepEqual(
      [read({...json, date: '2026-11-21'}), read(json)].map((one) => [one?.date, one?.isDated]),
      [
        ['2026-11-21', false],
        ['', false],
      ],
    );
  });

  it('says where its text is when it does not bring it', () => {
    const content = [{attachment: {contentType: 'text/plain', url: 'Binary/b1'}}];
    const found = read({identifier: ours, content});
    assert.deepEqual([found?.text, found?.url], [null, 'Binary/b1']);
  });

  it('names what it replaces, and nothing else that it relates to', () => {
    const target = (reference: unknown) => ({reference});
    const found = read({
      identifier: ours,
      relatesTo: [
        {code: 'replaces', target: target('DocumentReference/a')},
        {code: 'replaces', target: target('https://ehr.example/fhir/DocumentReference/b/_history/1')},
        {code: 'appends', target: target('DocumentReference/c')},
        {code: 'replaces', target: target('Binary/d')},
        {code: 'replaces', target: target(7)},
        {code: 'replaces', target: 'x'},
        'x',
      ],
    });
    assert.deepEqual(found?.replaces, ['a', 'b']);
  });
});
