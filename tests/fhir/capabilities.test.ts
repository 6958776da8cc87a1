import assert from 'node:assert/strict';
import {test} from 'node:test';
import {abilitiesOf} from '../../src/fhir/abilities.ts';
import {mapCapabilities, readCapabilities, type Capabilities} from '../../src/fhir/capabilities.ts';
import {allows, parseScopes} from '../../src/fhir/scopes.ts';
import {stage} from './read-stage.ts';

const all = ['read', 'search-type', 'create', 'update'];

function statement(interactions: Record<string, readonly string[]>, more: Record<string, unknown> = {}) {
  const resource = Object.entries(interactions).map(([type, codes]) => ({
    type,
    interaction: codes.map((code) => ({code})),
  }));
  return {
    resourceType: 'CapabilityStatement',
    fhirVersion: '4.0.1',
    rest: [{mode: 'server', resource}],
    ...more,
  };
}

function server(
  interactions: Record<string, readonly string[]>,
  more: Record<string, unknown> = {},
): Capabilities {
  const capabilities = mapCapabilities(statement(interactions, more));
  assert.ok(capabilities);
  return capabilities;
}

const open = server({Goal: all, CareTeam: all, CarePlan: all});
const closed = server({Goal: ['read', 'search-type'], CareTeam: ['read'], CarePlan: ['read']});

const yes = 'yes';
const goals: readonly [string, Capabilities | null, string | null, boolean, string, string][] = [
  // name, server, scopes, read-only by the site, create, update
  ['server, scopes and site agree', open, 'patient/Goal.cruds', false, yes, yes],
  ['the host does not say which scopes', open, null, false, yes, yes],
  ['the site is read-only', open, 'patient/Goal.cruds', true, 'read-only', 'read-only'],
  ['the server does not write', closed, 'patient/Goal.cruds', false, 'server', 'server'],
  ['the server only creates', server({Goal: ['create']}), 'patient/Goal.cruds', false, yes, 'server'],
  ['the server does not know the type', server({}), null, false, 'server', 'server'],
  ['a server of R4B', server({Goal: all}, {fhirVersion: '4.3.0'}), null, false, yes, yes],
  [
    'a server of R5 is only read',
    server({Goal: all}, {fhirVersion: '5.0.0'}),
    null,
    false,
    'server',
    'server',
  ],
  [
    'a server of STU3 is only read',
    server({Goal: all}, {fhirVersion: '3.0.2'}),
    null,
    false,
    'server',
    'server',
  ],
  [
    'what is said of a client is not of the server',
    server({}, {rest: [{mode: 'client', resource: [{type: 'Goal', interaction: [{code: 'create'}]}]}]}),
    null,
    false,
    'server',
    'server',
  ],
  ['the server says nothing', null, 'patient/Goal.cruds', false, 'unknown', 'unknown'],
  ['the server says nothing and nobody says which scopes', null, null, false, 'unknown', 'unknown'],
  [
    'the server says nothing and the scopes do not allow it',
    null,
    'patient/Goal.rs',
    false,
    'scope',
    'scope',
  ],
  ['no scopes were granted', open, '', false, 'scope', 'scope'],
  ['scopes of version 2 to read', open, 'patient/Goal.rs', false, 'scope', 'scope'],
  ['scopes of version 2 to create', open, 'patient/Goal.crs', false, yes, 'scope'],
  ['scopes of version 2 to update', open, 'patient/Goal.rus', false, 'scope', yes],
  ['scopes of version 1 to read', open, 'patient/Goal.read', false, 'scope', 'scope'],
  ['scopes of version 1 to write', open, 'patient/Goal.read patient/Goal.write', false, yes, yes],
  ['scopes of version 1 for everything', open, 'patient/Goal.*', false, yes, yes],
  ['wildcards', open, 'launch patient/*.*', false, yes, yes],
  ['wildcards of version 2', open, 'patient/*.cruds', false, yes, yes],
  ['wildcards to read', open, 'patient/*.read', false, 'scope', 'scope'],
  ['scopes of the user', open, 'user/Goal.write', false, yes, yes],
  ['scopes of a system are not the user’s', open, 'system/Goal.cruds', false, 'scope', 'scope'],
  ['another type', open, 'patient/Goals.cruds patient/CareTeam.cruds', false, 'scope', 'scope'],
  [
    'a narrowed scope lets no goal without category through, but some be changed',
    open,
    'patient/Goal.cu?category=http://x|food',
    false,
    'scope',
    yes,
  ],
  [
    'a wide scope beside a narrowed one',
    open,
    'patient/Goal.c?category=a patient/Goal.c',
    false,
    yes,
    'scope',
  ],
  [
    'broken scopes',
    open,
    'patient/Goal. patient/Goal.x Goal.cruds patient/ /Goal.write',
    false,
    'scope',
    'scope',
  ],
];

for (const [name, capabilities, scopes, readonly, create, update] of goals) {
  test(`what may be written: ${name} (conformance 42, 45)`, () => {
    const {createGoal, updateGoal} = abilitiesOf({capabilities, scopes, readonly});
    assert.equal(createGoal.allowed ? yes : createGoal.why, create);
    assert.equal(updateGoal.allowed ? yes : updateGoal.why, update);
  });
}

test('each act asks for its own type', () => {
  const scopes = 'patient/Goal.c patient/CareTeam.u';
  const abilities = abilitiesOf({capabilities: open, scopes, readonly: false});
  const allowed = Object.entries(abilities).filter(([, one]) => one.allowed);
  assert.deepEqual(
    allowed.map(([name]) => name),
    ['createGoal', 'updateCareTeam'],
  );
});

test('a new team has the category of longitudinal care, so a scope narrowed to it is enough', () => {
  const can = (query: string) =>
    abilitiesOf({capabilities: open, scopes: `patient/CareTeam.c?${query}`, readonly: false}).createCareTeam
      .allowed;
  assert.ok(can('category=http://loinc.org|LA28865-6'));
  assert.ok(can('category=http://loinc.org|LA27976-2,http://loinc.org|LA28865-6'));
  assert.ok(!can('category=http://loinc.org|LA27976-2'));
  assert.ok(!can('category=http://loinc.org|LA28865-6&status=proposed'));
});

test('rights in any order are read (conformance 46)', () => {
  assert.ok(allows(parseScopes('patient/Goal.sduc'), 'Goal', 'c'));
});

test('what is no CapabilityStatement, or says no version, allows nothing', () => {
  assert.equal(mapCapabilities({resourceType: 'Conformance', fhirVersion: '1.0.2'}), null);
  assert.equal(mapCapabilities({resourceType: 'CapabilityStatement'}), null);
  assert.equal(mapCapabilities({resourceType: 'CapabilityStatement', fhirVersion: 4}), null);
});

test('broken parts of a CapabilityStatement are passed over', () => {
  const rest = [
    null,
    'x',
    {mode: 'server'},
    {
      mode: 'server',
      resource: [
        null,
        {},
        {type: 'Goal'},
        {type: 'Goal', interaction: ['create', {code: 'update'}, {code: 7}]},
      ],
    },
  ];
  const capabilities = mapCapabilities({...statement({}), rest: rest as never});
  assert.deepEqual([...(capabilities?.interactions.get('Goal') ?? [])], ['update']);
});

test('metadata that fails is a problem, and asked for again by the next reading (conformance 26)', async () => {
  let broken = true;
  const {client, run, signal} = stage([], ({path}) => {
    if (path !== 'metadata') return null;
    return broken ? {status: 404} : {body: statement({Goal: all})};
  });
  assert.equal((await run(readCapabilities(client, signal))).ok, false);
  broken = false;
  assert.equal((await run(readCapabilities(client, signal))).ok, true);
});

test('a page of HTML in the place of metadata allows nothing', async () => {
  const {client, run, signal} = stage([], () => ({text: '<html>welcome</html>'}));
  const answer = await run(readCapabilities(client, signal));
  assert.equal(!answer.ok && answer.error.kind, 'unreadable');
});
