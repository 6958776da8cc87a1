import assert from 'node:assert/strict';
import {test} from 'node:test';
import {searchDirectory} from '../../src/fhir/search-directory.ts';
import {asked, stage, type Resource, type Special} from './read-stage.ts';

const person = (id: string, text: string, more: Record<string, unknown> = {}): Resource => ({
  resourceType: 'Practitioner',
  id,
  name: [{text}],
  ...more,
});
const phone = [{system: 'phone', value: '819 555-0101'}];
const position: Resource = {
  resourceType: 'PractitionerRole',
  id: 'r1',
  practitioner: {reference: 'Practitioner/a'},
  organization: {reference: 'Organization/o', display: 'GMF de l’Exemple'},
  code: [{coding: [{system: 'http://snomed.info/sct', code: '46255001'}], text: 'Pharmacienne'}],
  telecom: phone,
};
const relative = (id: string, text: string, patient: unknown): Resource => ({
  resourceType: 'RelatedPerson',
  id,
  patient,
  name: [{text}],
  relationship: [{text: 'Sœur'}],
});

async function search(
  text: string,
  kind: Parameters<typeof searchDirectory>[2],
  resources: readonly Resource[],
  special?: Special,
) {
  const {client, run, signal, transport, others} = stage(resources, special);
  const answer = await run(searchDirectory(client, text, kind, signal));
  return {answer, found: answer.ok ? answer.value : null, asked: asked(transport.requests), others};
}

test('professionals come with their position, and with whether the record has a phone of them', async () => {
  const {found} = await search('helene', 'practitioner', [
    person('a', 'Hélène Fictive'),
    person('b', 'Helene Autre'),
    position,
  ]);
  assert.deepEqual(found, [
    {
      reference: 'Practitioner/a',
      name: 'Hélène Fictive',
      role: {
        coded: {system: 'http://snomed.info/sct', code: '46255001', display: null},
        text: 'Pharmacienne',
      },
      organization: 'GMF de l’Exemple',
      hasPhone: true,
    },
    {reference: 'Practitioner/b', name: 'Helene Autre', role: null, organization: null, hasPhone: false},
  ]);
});

test('nobody who has left, whose name lacks a word that was typed, or whose id could point elsewhere is offered', async () => {
  const {found} = await search('Anne Roy', 'practitioner', [
    person('a', 'Anne Roy', {active: false}),
    person('b', 'Anne Tremblay'),
    person('c/../x', 'Anne Roy'),
    person('d', 'Roy, Anne-Marie'),
  ]);
  assert.deepEqual(
    found?.map(({reference}) => reference),
    ['Practitioner/d'],
  );
});

test('with two positions nobody knows which one is meant', async () => {
  const {found} = await search('Hélène', 'practitioner', [
    person('a', 'Hélène'),
    position,
    {...position, id: 'r2'},
  ]);
  assert.deepEqual(
    found?.map(({organization, role, hasPhone}) => [organization, role, hasPhone]),
    [[null, null, true]],
  );
});

test('relatives are those of this patient; another patient’s are dropped and told', async () => {
  const {found, others} = await search('Rose', 'relative', [
    relative('a', 'Rose Exemple', {reference: 'Patient/p1'}),
    relative('b', 'Rose Autre', {reference: 'Patient/p2'}),
    relative('c', 'Rose Personne', undefined),
  ]);
  assert.deepEqual(
    found?.map(({name, role}) => [name, role?.text]),
    [['Rose Exemple', 'Sœur']],
  );
  assert.deepEqual(others, ['RelatedPerson']);
});

test('organizations are found by name, at most eight', async () => {
  const many = Array.from({length: 12}, (_, at): Resource => ({
    resourceType: 'Organization',
    id: `o${at}`,
    name: `CLSC ${at}`,
  }));
  const {found} = await search('clsc', 'organization', many);
  assert.equal(found?.length, 8);
});

test('one letter asks nobody', async () => {
  const {found, asked: requests} = await search(' a ', 'practitioner', [person('a', 'A')]);
  assert.deepEqual([found, requests], [[], []]);
});

test('a server that refuses the count is asked without it; one that refuses all says so', async () => {
  const refuses: Special = (_request, params) => (params?.has('_count') ? {status: 400} : null);
  assert.equal((await search('anne', 'practitioner', [person('a', 'Anne')], refuses)).found?.length, 1);
  const {answer} = await search('anne', 'practitioner', [], () => ({status: 403}));
  assert.equal(answer.ok, false);
});
