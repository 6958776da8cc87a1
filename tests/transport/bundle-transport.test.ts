import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {createBundleTransport} from '../../src/transport/bundle-transport.ts';

const bundle = {
  resourceType: 'Bundle',
  entry: [
    {resource: {resourceType: 'Patient', id: 'a'}},
    {resource: {resourceType: 'Goal', id: '1', subject: {reference: 'Patient/a'}}},
    {resource: {resourceType: 'Goal', id: '2', subject: {reference: 'Patient/b'}}},
    {resource: {resourceType: 'Task', id: '4', for: {reference: 'Patient/a'}}},
    {
      resource: {
        resourceType: 'EpisodeOfCare',
        id: '3',
        patient: {reference: 'https://x.example/fhir/Patient/a'},
      },
    },
    null,
    {},
  ],
};

const ids = (text: string) =>
  JSON.parse(text).entry.map((entry: {resource: {id: string}}) => entry.resource.id);

describe('the Bundle transport', () => {
  const transport = createBundleTransport(bundle);

  it('reads and searches by patient, also by POST', async () => {
    const read = await transport.request({method: 'GET', path: 'Patient/a', headers: {}});
    assert.deepEqual(JSON.parse(read.text), {resourceType: 'Patient', id: 'a'});
    const goals = await transport.request({method: 'GET', path: 'Goal?patient=a&_count=50', headers: {}});
    assert.deepEqual(ids(goals.text), ['1']);
    const tasks = await transport.request({method: 'GET', path: 'Task?patient=a', headers: {}});
    assert.deepEqual(ids(tasks.text), ['4']);
    const post = {
      method: 'POST',
      path: 'EpisodeOfCare/_search',
      headers: {},
      body: 'patient=Patient%2Fa',
    } as const;
    assert.deepEqual(ids((await transport.request(post)).text), ['3']);
  });

  it('does not write, and says which resource it does not have', async () => {
    const path = 'Goal/1';
    assert.equal((await transport.request({method: 'PUT', path, headers: {}, body: '{}'})).status, 405);
    assert.equal((await transport.request({method: 'GET', path: 'Goal/9', headers: {}})).status, 404);
  });

  it('hands what is written to the host that asked for it, to the letter, and serves it from then on', async () => {
    const written: unknown[] = [];
    const taking = createBundleTransport(bundle, {onWrite: (one) => written.push(one), newId: () => 'new'});
    const send = (method: 'POST' | 'PUT', path: string, body: string) =>
      taking.request({method, path, headers: {}, body});
    const body = '{"resourceType":"Goal","subject":{"reference":"Patient/a"},"x":1.10}';
    const made = await send('POST', 'Goal', body);
    assert.deepEqual([made.status, made.text], [201, `{"id":"new",${body.slice(1)}`]);
    const changed = made.text.replace('1.10', '2.00');
    assert.equal((await send('PUT', 'Goal/new', changed)).status, 200);
    assert.equal((await taking.request({method: 'GET', path: 'Goal/new', headers: {}})).text, changed);
    const found = await taking.request({method: 'GET', path: 'Goal?patient=a', headers: {}});
    assert.ok(found.text.includes('2.00'));
    assert.deepEqual(written, [JSON.parse(made.text), JSON.parse(changed)]);
    const refused: readonly (readonly ['POST' | 'PUT', string, string, number])[] = [
      ['PUT', 'Goal/9', changed, 404],
      ['PUT', 'Goal/1', changed, 400],
      ['POST', 'Goal', '{"resourceType":"CarePlan"}', 400],
      ['POST', 'Goal', 'no', 400],
      ['POST', 'Patient', '{"resourceType":"Patient"}', 405],
    ];
    for (const [method, path, text, status] of refused)
      assert.equal((await send(method, path, text)).status, status, `${method} ${path} ${text}`);
    assert.equal(written.length, 2);
  });

  it('is empty for anything that is not a Bundle', async () => {
    for (const odd of [null, 3, 'x', {}, {entry: {}}]) {
      const {text} = await createBundleTransport(odd).request({method: 'GET', path: 'Goal', headers: {}});
      assert.deepEqual(ids(text), []);
    }
  });
});
