import assert from 'node:assert/strict';
import {describe, test} from 'node:test';
import {validateResource} from '../../../sandbox/conformance.ts';
import type {Resource} from '../../../sandbox/json.ts';
import type {SendOutcome, SendFailure} from '../../../src/fhir/client.ts';
import {err, ok, type Result} from '../../../src/domain/result.ts';
import {authorOfVersion} from '../../../src/fhir/version-authors.ts';
import {signVersion, type WrittenVersion} from '../../../src/fhir/write/provenance.ts';
import type {WritePort} from '../../../src/fhir/write/write-port.ts';

const by = {today: '2026-11-22', now: '2026-11-22T15:00:00.000Z', user: 'Practitioner/n1'};
const written: WrittenVersion = {what: 'Goal', id: 'g1', version: '3', act: 'UPDATE', repeated: false};
const target = 'Goal/g1/_history/3';

type Sent = Result<SendOutcome, SendFailure>;
const done: Sent = ok({status: 201, text: '', json: null, header: () => null});
const refused: Sent = err({problem: {kind: 'forbidden', what: 'Provenance'}, applied: 'no'});
const lost: Sent = err({problem: {kind: 'offline'}, applied: 'unknown'});

/** A record that holds these Provenances (null: it cannot be searched) and answers so to what is sent. */
function record(held: readonly object[] | null, answers: readonly Sent[] = [done]) {
  const bodies: string[] = [];
  const searches: string[] = [];
  const port = {
    search(what: string, query: readonly (readonly [string, string])[]) {
      searches.push(`${what}?${query.map((pair) => pair.join('=')).join('&')}`);
      if (held === null) return Promise.resolve(err({kind: 'forbidden', what: 'Provenance'}));
      const json = {resourceType: 'Bundle', entry: held.map((resource) => ({resource}))};
      return Promise.resolve(ok({status: 200, text: '', json}));
    },
    send({body}: {body: string}) {
      bodies.push(body);
      return Promise.resolve(answers[bodies.length - 1] ?? done);
    },
  } as unknown as WritePort;
  return {port, bodies, searches};
}

const signed = (version: string, agent: readonly object[], at = 'Goal/g1'): object => ({
  resourceType: 'Provenance',
  target: [{reference: `${at}/_history/${version}`}],
  agent,
});
const agentOf = (code: string | null, who: object): object => ({
  ...(code && {type: {coding: [{code}]}}),
  who,
});

describe('who wrote a version is said in the record', () => {
  test('by the signed-in user, of this very version, as valid FHIR R4', async () => {
    const {port, bodies, searches} = record([]);
    await signVersion(port, by, written);
    assert.equal(bodies.length, 1);
    assert.deepEqual(searches, [], 'a first attempt asks nothing');
    const body = JSON.parse(bodies[0] ?? '') as Resource;
    assert.deepEqual(validateResource(body), []);
    assert.deepEqual(body['target'], [{reference: target}]);
    assert.equal(body['recorded'], by.now);
    const agents = body['agent'] as readonly {who: object}[];
    assert.deepEqual(
      agents.map(({who}) => who),
      [{reference: 'Practitioner/n1'}, {display: 'isp-panel'}],
    );
    assert.match(bodies[0] ?? '', /"code":"UPDATE"/);
  });

  for (const [name, user, version] of [
    ['nobody is signed in', null, '3'],
    ['who is signed in may be no author', 'Group/1', '3'],
    ['the version has no name', 'Practitioner/n1', null],
  ] as const) {
    test(`not where ${name}`, async () => {
      const {port, bodies} = record([]);
      await signVersion(port, {...by, user}, {...written, version});
      assert.deepEqual(bodies, []);
    });
  }

  for (const [name, held, answers, sent] of [
    ['a refusal is taken', [], [refused], 1],
    ['a lost answer is looked for, and it stands', [signed('3', [])], [lost], 1],
    [
      'a lost answer is looked for, and sent again where it does not stand',
      [signed('2', [])],
      [lost, done],
      2,
    ],
    ['a lost answer that cannot be looked for is not sent again', null, [lost], 1],
    ['a second lost answer is the last', [], [lost, lost], 2],
  ] as const) {
    test(name, async () => {
      const {port, bodies} = record(held, answers);
      await signVersion(port, by, written);
      assert.equal(bodies.length, sent);
    });
  }

  test('what may have been signed before is looked for first', async () => {
    const stands = record([signed('3', [])]);
    await signVersion(stands.port, by, {...written, repeated: true});
    assert.deepEqual(stands.bodies, []);
    assert.deepEqual(stands.searches, ['Provenance?target=Goal/g1']);
    const not = record([signed('2', []), {resourceType: 'Provenance'}]);
    await signVersion(not.port, by, {...written, repeated: true});
    assert.equal(not.bodies.length, 1);
  });
});

describe('who wrote a version is read from the record', () => {
  const nurse = agentOf('author', {reference: 'Practitioner/a', display: 'Anne'});
  const device = agentOf('assembler', {display: 'isp-panel'});
  for (const [name, held, expected] of [
    ['its author', [signed('3', [device, nurse])], {reference: 'Practitioner/a', display: 'Anne'}],
    [
      'somebody else than the device where no author is named',
      [signed('3', [device, agentOf(null, {reference: 'Practitioner/b'})])],
      {reference: 'Practitioner/b', display: null},
    ],
    [
      'its author, by a whole address',
      [signed('3', [nurse], 'https://ehr.example/fhir/Goal/g1')],
      {reference: 'Practitioner/a', display: 'Anne'},
    ],
    ['nobody, of another version', [signed('2', [nurse])], null],
    ['nobody, of another record that ends alike', [signed('3', [nurse], 'OldGoal/g1')], null],
    ['nobody, where only the device is named', [signed('3', [device])], null],
    ['nobody, where the agent says nothing', [signed('3', [{type: 7}])], null],
    ['nobody, where nothing is held', [], null],
    ['nobody, where it cannot be asked', null, null],
  ] as const) {
    test(name, async () => {
      assert.deepEqual(await authorOfVersion(record(held).port, 'Goal', 'g1', '3'), expected);
    });
  }

  test('nothing is asked of a version without a name', async () => {
    const {port, searches} = record([]);
    assert.equal(await authorOfVersion(port, 'Goal', 'g1', null), null);
    assert.deepEqual(searches, []);
  });
});
