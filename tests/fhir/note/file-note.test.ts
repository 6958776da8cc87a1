import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {fileNote} from '../../../src/fhir/note/file-note.ts';
import {blankNote} from '../../../src/fhir/note/note-change.ts';
import type {Answer} from '../fake-transport.ts';
import {stage} from '../read-stage.ts';

const note = {...blankNote('plan-1'), written: '2026-11-22T15:00:00Z', status: 'active'} as const;
const refused = (status: number): Answer => ({
  status,
  body: {
    resourceType: 'OperationOutcome',
    issue: [{severity: 'error', code: 'invalid', details: {text: 'no'}}],
  },
});

/** Files the note; `answers` are given one after the other, the last one again and again. */
async function file(...answers: readonly Answer[]) {
  const sent: {type: string; code: string; contents: number}[] = [];
  const {client, run} = stage([], ({body, method}) => {
    if (method !== 'POST') return null;
    const json = JSON.parse(body ?? '') as {
      type: {coding: [{code: string}]};
      content: [{attachment: {contentType: string}}];
    };
    const [{attachment}] = json.content;
    sent.push({type: attachment.contentType, code: json.type.coding[0].code, contents: json.content.length});
    return answers[Math.min(sent.length, answers.length) - 1] ?? null;
  });
  let ids = 0;
  const newId = () => `00000000-0000-4000-8000-00000000000${(ids += 1)}`;
  const once = () => run(fileNote({client, user: 'Practitioner/n', newId}, note, ['d0']));
  return {answer: await once(), sent, once};
}

describe('filing a version of the note', () => {
  it('knows it by what the record gives back', async () => {
    const body = {resourceType: 'DocumentReference', id: 'd1', status: 'current', description: 'x'};
    const {answer} = await file({
      status: 201,
      body: {...body, identifier: [{system: 'urn:isp-panel:plan-note'}]},
    });
    assert.equal(answer.ok && answer.value.filed?.id, 'd1');
  });

  it('knows it by its place where the record gives nothing back', async () => {
    const place = {Location: 'https://ehr.example/fhir/DocumentReference/d7/_history/1'};
    const {answer} = await file({status: 201, text: '', headers: place});
    assert.ok(answer.ok);
    assert.deepEqual([answer.value.filed?.id, answer.value.filed?.replaces], ['d7', ['d0']]);
  });

  it('has only its identifier where the record says neither', async () => {
    const {answer} = await file({status: 201, text: ''});
    assert.ok(answer.ok);
    assert.deepEqual([answer.value.filed, answer.value.problem], [null, null]);
    assert.match(answer.value.urn, /^urn:uuid:/u);
  });

  it('tries the next form when one is refused, and begins with it the next time', async () => {
    const {answer, sent, once} = await file(refused(422), refused(422), {status: 201, text: ''});
    assert.equal(answer.ok, true);
    assert.deepEqual(
      sent.map(({type, contents}) => [type.split(';')[0], contents]),
      [
        ['text/plain', 2],
        ['text/plain', 1],
        ['application/xhtml+xml', 1],
      ],
    );
    await once();
    assert.equal(sent.length, 4);
    assert.equal(sent[3]?.type, sent[2]?.type);
  });

  it('ends with the reason when every form is refused', async () => {
    const {answer, sent} = await file(refused(422));
    assert.equal(answer.ok, false);
    assert.equal(!answer.ok && answer.error.kind, 'rejected');
    assert.equal(sent.length, 5);
  });

  it('does not try another form where documents may not be written at all', async () => {
    const {answer, sent} = await file(refused(403));
    assert.equal(!answer.ok && answer.error.kind, 'forbidden');
    assert.equal(sent.length, 1);
  });

  it('is not known to have failed when the connection dies: it may have been filed', async () => {
    const {answer} = await file('network');
    assert.ok(answer.ok);
    assert.equal(answer.value.filed, null);
    assert.notEqual(answer.value.problem, null);
  });
});
