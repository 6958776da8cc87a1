import assert from 'node:assert/strict';
import {describe, test} from 'node:test';
import {
  baseOf,
  belongsTo,
  plainReference,
  ReferenceIndex,
  targetOf,
  type Found,
} from '../../src/fhir/references.ts';
import type {Json, JsonObject} from '../../src/fhir/json.ts';

const here = 'https://ehr.example/fhir/';
const found = (resource: Record<string, Json>, fullUrl: string | null = null): Found => ({
  resource: resource as JsonObject,
  fullUrl,
  base: baseOf(fullUrl),
});

describe('the text of a reference', () => {
  test('is one of the forms of FHIR, or nothing (conformance 39)', () => {
    const table: [string | null | undefined, string | null][] = [
      ['Patient/p1', 'Patient/p1'],
      ['Patient/p1/_history/3', 'Patient/p1'],
      [`${here}Patient/p1`, 'Patient/p1'],
      ['#x', null],
      ['urn:uuid:1', null],
      ['URN:oid:1', null],
      ['patient/p1', null],
      ['Patient/', null],
      ['Patient/a b', null],
      ['Patient?identifier=1', null],
      ['ftp://x/Patient/1', null],
      ['https://ehr.example/fhir/Patient/p1?x=1', null],
      ['', null],
      [null, null],
      [undefined, null],
    ];
    for (const [text, plain] of table) assert.equal(plainReference(text), plain, String(text));
    assert.deepEqual(targetOf('#x'), {kind: 'contained', id: 'x'});
    assert.deepEqual(targetOf('urn:uuid:1'), {kind: 'urn', urn: 'urn:uuid:1'});
    assert.equal(baseOf('urn:uuid:1'), null);
  });
});

describe('whose a record is', () => {
  const of = (subject: Json, entry: Partial<Found> = {}, others: Found[] = []) =>
    belongsTo('p1', {...found({resourceType: 'Goal', subject}), ...entry}, others);

  test('only what points at this very patient may be shown (conformance 33) (T3)', () => {
    assert.equal(of({reference: 'Patient/p1'}), 'same');
    assert.equal(of({reference: 'Patient/p1/_history/2'}), 'same');
    assert.equal(of({reference: `${here}Patient/p1`}, {base: here}), 'same');
    assert.equal(of({reference: `${here}Patient/p1`}), 'unclear');
    assert.equal(of({reference: 'https://other.example/fhir/Patient/p1'}, {base: here}), 'other');
    assert.equal(of({reference: 'Patient/p2'}), 'other');
    assert.equal(of({reference: 'Group/p1'}), 'other');
    assert.equal(of({identifier: {value: 'x'}}), 'unclear');
    assert.equal(of({display: 'Anna'}), 'unclear');
    assert.equal(of({reference: '#p'}), 'unclear');
    assert.equal(of({}), 'unsaid');
    assert.equal(of(null), 'unsaid');
    assert.equal(belongsTo('p1', found({patient: {reference: 'Patient/p1'}})), 'same');
  });

  test('a urn is looked up among what came along', () => {
    const patient = (id: string) => found({resourceType: 'Patient', id}, 'urn:uuid:1');
    assert.equal(of({reference: 'urn:uuid:1'}, {}, [patient('p1')]), 'same');
    assert.equal(of({reference: 'urn:uuid:1'}, {}, [patient('p2')]), 'other');
    assert.equal(of({reference: 'urn:uuid:1'}), 'unclear');
    assert.equal(
      of({reference: 'urn:uuid:1'}, {}, [found({resourceType: 'Group', id: 'p1'}, 'urn:uuid:1')]),
      'unclear',
    );
  });
});

test('a resource is found inside its owner, by its address, or as a relative one of the same base (conformance 39)', () => {
  const index = new ReferenceIndex();
  const doctor = {resourceType: 'Practitioner', id: 'd'};
  const nurse = {resourceType: 'Practitioner', id: 'n'};
  index.add([
    found(doctor, `${here}Practitioner/d`),
    found(nurse),
    found({resourceType: 'Device'}, 'urn:uuid:7'),
    found({id: 'x'}),
  ]);
  const owner = {
    resourceType: 'CareTeam',
    contained: [{resourceType: 'Organization', id: 'o'}, 'odd'],
  } as unknown as JsonObject;
  const find = (reference: string | null, base: string | null = here) =>
    index.find(reference, owner, base)?.['id'] ?? null;
  assert.equal(find('#o'), 'o');
  assert.equal(find('#x'), null);
  assert.equal(find('Practitioner/d'), 'd');
  assert.equal(find('Practitioner/d', null), 'd');
  assert.equal(find(`${here}Practitioner/d`), 'd');
  assert.equal(find(`${here}Practitioner/n`), 'n');
  assert.equal(find('https://other.example/fhir/Practitioner/n'), null);
  assert.equal(find('Practitioner/zz'), null);
  assert.equal(index.find('urn:uuid:7', owner, null)?.['resourceType'], 'Device');
  assert.equal(find('urn:uuid:8'), null);
  assert.equal(find(null), null);
});
