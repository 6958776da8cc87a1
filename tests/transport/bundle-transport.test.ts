import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {createBundleTransport} from '../../src/transport/bundle-transport.ts';

const bundle = {
  resourceType: 'Bundle',
  entry: [
    {resource: {resourceType: 'Patient', id: 'a'}},
    {resource: {resourceType: 'Goal', id: '1', subject: {reference: 'Patient/a'}}},
    {resource: {resourceType: 'Goal', id: '2', subject: {reference: 'Patient/b'}}},
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

  it('is empty for anything that is not a Bundle', async () => {
    for (const odd of [null, 3, 'x', {}, {entry: {}}]) {
      const {text} = await createBundleTransport(odd).request({method: 'GET', path: 'Goal', headers: {}});
      assert.deepEqual(ids(text), []);
    }
  });
});
