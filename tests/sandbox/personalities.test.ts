import assert from 'node:assert/strict';
import {describe, test} from 'node:test';
import {PERSONALITIES, type Personality} from '../../sandbox/fhir/personalities.ts';
import {
  authorizeRequest,
  client,
  follow,
  ids,
  newGoal,
  read,
  withSandbox,
  type Ask,
} from './sandbox-session.ts';
import type {JsonObject} from '../../sandbox/json.ts';

const use = withSandbox();
const as = (personality: string): Ask => client(use(), undefined, 'anna', {personality});
const anna = {reference: 'Patient/anna'};

/** What a plan needs, by personality: status of a create of each type. The vendors' published statements. */
const CREATES: readonly [name: string, goal: number, plan: number, team: number, note: number][] = [
  ['open', 201, 201, 201, 201],
  ['readonly', 405, 405, 405, 405],
  ['epic', 403, 403, 403, 201],
  ['oracle', 403, 403, 403, 201],
  ['athena', 404, 404, 404, 404],
  ['meditech', 404, 404, 404, 404],
  ['openemr', 201, 201, 201, 404],
  ['hapi', 201, 201, 201, 201],
  ['medplum', 201, 201, 201, 201],
  ['launcher', 201, 201, 201, 201],
];

function note(more: JsonObject = {}, format = 'application/xhtml+xml'): JsonObject {
  return {
    resourceType: 'DocumentReference',
    status: 'current',
    docStatus: 'final',
    type: {coding: [{system: 'http://loinc.org', code: '52521-2'}]},
    subject: anna,
    author: [{reference: 'Practitioner/doc'}],
    content: [{attachment: {contentType: format, data: 'PHA+cGxhbjwvcD4='}}],
    context: {period: {start: '2026-11-22T10:00:00Z', end: '2026-11-22T10:00:00Z'}},
    ...more,
  };
}

const BODIES: Readonly<Record<string, JsonObject>> = {
  Goal: newGoal(),
  CarePlan: {resourceType: 'CarePlan', status: 'active', intent: 'plan', subject: anna},
  CareTeam: {resourceType: 'CareTeam', status: 'active', subject: anna},
  DocumentReference: note(),
};

describe('what each record system takes of a plan', () => {
  test('every personality is in the table', () => {
    assert.deepEqual(
      CREATES.map(([name]) => name),
      PERSONALITIES.map(({name}) => name),
    );
  });
  for (const [name, ...statuses] of CREATES) {
    test(`${name} answers ${statuses.join(', ')} to a goal, a plan, a team and a note`, async () => {
      const ask = as(name);
      for (const [at, [type, body]] of Object.entries(BODIES).entries()) {
        assert.equal((await ask('POST', type, {body})).status, statuses[at], type);
      }
    });
    test(`${name} says in its CapabilityStatement what it does`, async () => {
      const {body} = await as(name)('GET', 'metadata');
      const [rest] = body.rest as [{resource: {type: string; interaction: {code: string}[]}[]}];
      for (const [at, type] of Object.keys(BODIES).entries()) {
        const said = rest.resource.find((one) => one.type === type)?.interaction.map(({code}) => code);
        assert.equal(said?.includes('create'), statuses[at] === 201, type);
        assert.equal(said?.includes('search-type'), true, type);
      }
    });
  }
});

const SEARCHES: readonly [name: string, path: string, status: number, found?: readonly string[]][] = [
  ['epic', 'CarePlan?patient=anna', 400],
  ['epic', 'CarePlan?patient=anna&category=assess-plan', 400],
  ['epic', 'CarePlan?patient=anna&category=38717003,734163000', 200],
  ['epic', 'Goal?patient=anna&achievement-status=achieved', 200, ['g1', 'g2']],
  ['epic', 'Encounter?patient=anna&_sort=-date', 200, ['e1', 'e2', 'e3']],
  ['oracle', 'CarePlan?patient=anna&category=38717003', 400],
  ['oracle', 'CarePlan?patient=anna&category=assess-plan', 200],
  ['oracle', 'CarePlan?patient=anna&category=assess-plan&date=ge2026-01-01', 400],
  ['oracle', 'CarePlan?patient=anna&category=assess-plan&date=ge2026-01-01&date=le2026-12-31', 200],
  ['oracle', 'Goal?patient=anna&lifecycle-status=active', 400],
  ['oracle', 'Encounter?patient=anna&class=EMER', 400],
  ['athena', 'Encounter?patient=anna&class=EMER', 400],
  ['athena', 'Encounter?patient=anna&date=ge2026-02-01', 200, ['e2', 'e3']],
  ['meditech', 'Task?patient=anna', 404],
  ['meditech', 'Goal?patient=anna&colour=red', 200, ['g1', 'g2']],
  ['openemr', 'Encounter?patient=anna&_sort=-date', 200],
  ['hapi', 'Goal?patient=anna&colour=red', 400],
  ['medplum', 'Goal?patient=anna&colour=red', 400],
];

describe('what each record system takes of a search', () => {
  for (const [name, path, status, found] of SEARCHES) {
    test(`${name} answers ${status} to ${path}`, async () => {
      const answer = await as(name)('GET', path);
      assert.equal(answer.status, status, answer.text);
      if (found)
        assert.deepEqual(
          ids(answer)
            .filter((id) => /^[eg]\d$/.test(id))
            .toSorted(),
          found,
        );
    });
  }

  test('Epic tells of what it passed over, and of nothing found, in entries of the answer', async () => {
    const outcomes = async (path: string) => ids(await as('epic')('GET', path), 'outcome').length;
    assert.equal(await outcomes('Goal?patient=anna'), 0);
    assert.equal(await outcomes('Goal?patient=anna&colour=red'), 1);
    assert.equal(await outcomes('Appointment?patient=anna'), 1);
  });

  test('some take no search by POST', async () => {
    for (const {name, search} of PERSONALITIES) {
      const answer = await as(name)('POST', 'Encounter/_search', {
        body: 'patient=anna',
        type: 'application/x-www-form-urlencoded',
      });
      assert.equal(answer.status === 200, search.byPost, name);
    }
  });

  for (const {name, search} of PERSONALITIES) {
    test(`${name} pages by "${search.paging.parameter}" to the end, ${search.total ? 'with' : 'without'} a total`, async () => {
      const ask = as(name);
      const seen: string[] = [];
      const counted = name === 'openemr' ? '' : '&_count=2';
      let next: string | undefined = `Encounter?patient=anna${counted}`;
      let pages = 0;
      while (next !== undefined && pages < 9) {
        const {body, status, text} = await ask('GET', next);
        assert.equal(status, 200, text);
        pages += 1;
        for (const {resource} of body.entry as {resource: JsonObject}[]) seen.push(String(resource.id));
        assert.equal('total' in body, search.total && search.bundle === 'searchset');
        assert.equal(body.type, search.bundle);
        next = (body.link as JsonObject[]).find(({relation}) => relation === 'next')?.url as
          string | undefined;
        if (next) assert.match(next, new RegExp(`[?]${search.paging.parameter}=`));
      }
      assert.deepEqual(seen.toSorted(), ['e1', 'e2', 'e3']);
      assert.equal(pages, counted ? 2 : 1);
    });
  }
});

describe('how each record system guards against two people', () => {
  const rows: readonly [name: string, put: number, patch: number][] = [
    ['open', 412, 412],
    ['hapi', 409, 409],
    ['medplum', 412, 200],
    ['launcher', 412, 412],
    ['openemr', 200, 403],
  ];
  for (const [name, put, patch] of rows) {
    test(`${name} answers ${put} to a PUT with an old If-Match`, async () => {
      const ask = as(name);
      const {body} = await ask('POST', 'Goal', {body: newGoal()});
      const headers = {'If-Match': 'W/"7"'};
      const path = `Goal/${String(body.id)}`;
      assert.equal((await ask('PUT', path, {body, headers})).status, put);
      if (patch === 403) return;
      const operations = [{op: 'replace', path: '/description/text', value: 'Cook'}];
      const patched = await ask('PATCH', path, {
        body: operations,
        headers,
        type: 'application/json-patch+json',
      });
      assert.equal(patched.status, patch);
    });
  }
});

describe('what a clinical note must look like', () => {
  const rows: readonly [what: string, name: string, body: JsonObject, status: number][] = [
    ['plain text', 'epic', note({}, 'text/plain; charset=utf-8'), 201],
    ['plain text', 'oracle', note({}, 'text/plain'), 422],
    ['a FHIR Bundle', 'epic', note({}, 'application/fhir+json'), 422],
    ['no author', 'oracle', note({author: []}), 422],
    ['no author', 'epic', note({author: undefined}), 201],
    ['a period without a time', 'oracle', note({context: {period: {end: '2026-11-22'}}}), 422],
    ['a preliminary state', 'oracle', note({docStatus: 'preliminary'}), 422],
    ['a type of its own', 'epic', note({type: {coding: [{system: 'urn:x', code: 'y'}]}}), 422],
  ];
  for (const [what, name, body, status] of rows) {
    test(`${name} answers ${status} to ${what}`, async () => {
      assert.equal((await as(name)('POST', 'DocumentReference', {body})).status, status);
    });
  }

  test('a note that replaces another makes it superseded', async () => {
    const ask = as('epic');
    const {body} = await ask('POST', 'DocumentReference', {body: note()});
    const target = {reference: `DocumentReference/${String(body.id)}`};
    await ask('POST', 'DocumentReference', {body: note({relatesTo: [{code: 'replaces', target}]})});
    assert.equal((await ask('GET', target.reference)).body.status, 'superseded');
  });
});

describe('how each record system words things', () => {
  test('Epic has classes of its own', async () => {
    const {body} = await as('epic')('GET', 'Encounter/e1');
    assert.deepEqual(body.class, {
      system: 'urn:oid:1.2.840.114350.1.72.1.7.7.10.696784.13260',
      code: '4',
      display: 'HOV',
    });
    assert.equal(((await as('hapi')('GET', 'Encounter/e1')).body.class as JsonObject).code, 'EMER');
  });

  test('Oracle sends the old address of achievements, times in UTC and plans without activities', async () => {
    const sandbox = use();
    const system = 'http://terminology.hl7.org/CodeSystem/goal-achievement';
    const coding = [{system, code: 'improving'}];
    const {body: goal} = await as('open')('POST', 'Goal', {body: newGoal({achievementStatus: {coding}})});
    const activity = [{detail: {status: 'scheduled', description: 'Call'}}];
    const {body: plan} = await as('open')('POST', 'CarePlan', {body: {...BODIES['CarePlan'], activity}});
    const ask = as('oracle');
    const {text} = await ask('GET', `Goal/${String(goal.id)}`);
    assert.match(text, /"http:\/\/hl7\.org\/fhir\/goal-achievement"/);
    assert.match((await ask('GET', 'Encounter/e1')).text, /"2026-01-10T15:00:00Z"/);
    assert.equal('activity' in (await ask('GET', `CarePlan/${String(plan.id)}`)).body, false);
    assert.ok(sandbox.store.get('CarePlan', String(plan.id))?.activity);
  });

  test('MEDITECH gives errors without an OperationOutcome', async () => {
    const refused = await as('meditech')('POST', 'Goal', {body: newGoal()});
    assert.equal(refused.text, 'The request failed.');
    assert.equal((await as('epic')('POST', 'Goal', {body: newGoal()})).body.resourceType, 'OperationOutcome');
  });
});

describe('what tokens of each record system are like', () => {
  async function exchange(personality: Personality, scope: string) {
    const sandbox = use();
    const base = `${sandbox.fhirUrl}/${personality.name}`;
    const {launch} = sandbox.launch({patientId: 'anna', personality: personality.name});
    const {url, verifier, redirectUri} = authorizeRequest(sandbox, launch.token, {
      aud: `${base}/fhir`,
      scope,
    });
    const back = await follow(url.replace('/open/auth', `/${personality.name}/auth`));
    const token = async (form: Record<string, string>) =>
      read(
        await fetch(`${base}/auth/token`, {
          method: 'POST',
          body: new URLSearchParams({client_id: 'isp-panel', ...form}),
        }),
      );
    const code = back.searchParams.get('code') ?? '';
    const first = await token({
      grant_type: 'authorization_code',
      code,
      redirect_uri: redirectUri,
      code_verifier: verifier,
    });
    return {error: back.searchParams.get('error'), first: first.body, token};
  }
  const scopeOf = ({scopes}: Personality) =>
    scopes.versions.includes('v2')
      ? 'launch openid online_access patient/Goal.crus patient/DocumentReference.crus patient/Task.crus'
      : 'launch openid online_access patient/Goal.read patient/Goal.write patient/Task.read';

  for (const personality of PERSONALITIES) {
    const {name, tokens} = personality;
    test(`${name} gives tokens of ${tokens.life} s, and a refresh token that ${tokens.refresh}`, async () => {
      const {first, token} = await exchange(personality, scopeOf(personality));
      assert.equal(first.expires_in, tokens.life);
      assert.equal('refresh_token' in first, tokens.refresh !== 'none');
      if (tokens.refresh === 'none') return;
      const again = await token({grant_type: 'refresh_token', refresh_token: String(first.refresh_token)});
      assert.equal(again.status, 200);
      assert.equal('refresh_token' in again.body, tokens.refresh === 'rotates');
    });
  }

  const granted: readonly [name: string, scopes: string][] = [
    ['open', 'patient/Goal.crus patient/DocumentReference.crus patient/Task.crus'],
    ['epic', 'patient/Goal.rs patient/DocumentReference.crus patient/Task.rus'],
    ['oracle', 'patient/Goal.rs patient/DocumentReference.crus'],
    ['meditech', 'patient/Goal.read patient/Task.read'],
  ];
  for (const [name, scopes] of granted) {
    test(`${name} grants no more than it can do: ${scopes}`, async () => {
      const personality = PERSONALITIES.find((one) => one.name === name) as Personality;
      const {first} = await exchange(personality, scopeOf(personality));
      assert.equal(first.scope, `launch openid online_access ${scopes}`);
    });
  }

  test('MEDITECH speaks the first version of scopes only', async () => {
    const meditech = PERSONALITIES.find(({name}) => name === 'meditech') as Personality;
    const {error} = await exchange(meditech, 'launch openid patient/Goal.rs');
    assert.equal(error, 'invalid_scope');
  });
});

describe('what a browser may send and see', () => {
  for (const {name, allowHeaders, exposeHeaders} of PERSONALITIES) {
    test(`${name} answers a preflight with its own lists`, async () => {
      const {fhirUrl, panelUrl} = use();
      const {headers} = await fetch(`${fhirUrl}/${name}/fhir/Goal/g1`, {
        method: 'OPTIONS',
        headers: {Origin: panelUrl, 'Access-Control-Request-Method': 'PUT'},
      });
      assert.equal(headers.get('access-control-allow-headers'), allowHeaders.join(', '));
      assert.equal(headers.get('access-control-expose-headers'), exposeHeaders.join(', '));
    });
  }
});

test('a token of HAPI, Medplum and the launcher opens other charts too, so that the panel must look itself', async () => {
  for (const {name, confines} of PERSONALITIES) {
    assert.equal((await as(name)('GET', 'Goal/bob-goal')).status, confines ? 403 : 200, name);
  }
});
