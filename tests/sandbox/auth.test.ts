import assert from 'node:assert/strict';
import {describe, test} from 'node:test';
import type {LaunchOptions} from '../../sandbox/smart/launches.ts';
import {
  authorizeRequest,
  client,
  follow,
  PEOPLE,
  read,
  tokenRequest,
  type Answer,
} from './sandbox-session.ts';
import {withSandbox} from './sandbox-session.ts';

let clock = 0;
const use = withSandbox({people: PEOPLE, now: () => new Date(Date.now() + clock)});

const launchOf = (options: LaunchOptions = {}) => use().launch({patientId: 'anna', options}).launch;

/** A whole launch with a correct client: the code and the token response. */
async function signIn(options: LaunchOptions = {}, more: Record<string, string | null> = {}) {
  const launch = launchOf(options);
  const {url, verifier, state, redirectUri} = authorizeRequest(use(), launch.token, more);
  const back = await follow(url);
  assert.equal(back.searchParams.get('state'), more['state'] ?? state);
  assert.equal(back.origin + back.pathname, redirectUri);
  const code = back.searchParams.get('code') ?? '';
  const form = {
    grant_type: 'authorization_code',
    code,
    redirect_uri: redirectUri,
    code_verifier: verifier,
    client_id: 'isp-panel',
  };
  return {
    launch,
    form,
    code,
    exchange: (change: Record<string, string> = {}) => tokenRequest(use(), {...form, ...change}),
  };
}

async function signedIn(
  options: LaunchOptions = {},
  more: Record<string, string | null> = {},
): Promise<Answer> {
  const answer = await (await signIn(options, more)).exchange();
  assert.equal(answer.status, 200, answer.text);
  return answer;
}

const claimsOf = (answer: Answer): Record<string, unknown> =>
  JSON.parse(Buffer.from(String(answer.body.id_token).split('.')[1] ?? '', 'base64url').toString()) as Record<
    string,
    unknown
  >;
const reads = async (token: unknown): Promise<number> =>
  (
    await fetch(`${use().fhirUrl}/open/fhir/Patient/anna`, {
      headers: {Authorization: `Bearer ${String(token)}`, Accept: 'application/fhir+json'},
    })
  ).status;

describe('the authorize endpoint', () => {
  test('sends the browser back with a code that breaks careless clients, and notes a correct client', async () => {
    const {code, exchange, launch} = await signIn();
    assert.match(code, /\+\/=&$/u);
    assert.equal((await exchange()).status, 200);
    assert.deepEqual(launch.checks.failures(), []);
    assert.ok(launch.checks.results().length >= 12);
  });

  test('refuses on its own page what must not be sent anywhere', async () => {
    const {panelUrl} = use();
    const bad: Record<string, string | null>[] = [
      {client_id: 'other'},
      {client_id: null},
      {redirect_uri: null},
      {redirect_uri: 'https://evil.example/'},
      {redirect_uri: `${panelUrl}/index.html?x=1`},
      {redirect_uri: `${panelUrl}/index.html/`},
      {redirect_uri: `${panelUrl}/INDEX.html`},
      {redirect_uri: `${panelUrl.replace('127.0.0.1', 'localhost')}/index.html`},
    ];
    for (const change of bad) {
      const {url} = authorizeRequest(use(), launchOf().token, change);
      const answer = await fetch(url, {redirect: 'manual'});
      assert.deepEqual([answer.status, answer.headers.get('location')], [400, null], JSON.stringify(change));
    }
  });

  test('sends everything else that is wrong back as an OAuth error, with the state', async () => {
    const bad: [Record<string, string | null>, string][] = [
      [{response_type: 'token'}, 'invalid_request'],
      [{aud: 'https://other.example/fhir'}, 'invalid_request'],
      [{aud: null}, 'invalid_request'],
      [{code_challenge: null}, 'invalid_request'],
      [{code_challenge: 'short'}, 'invalid_request'],
      [{code_challenge_method: 'plain'}, 'invalid_request'],
      [{code_challenge_method: null}, 'invalid_request'],
      [{scope: 'launch patient/Goal.everything'}, 'invalid_scope'],
      [{launch: 'unknown'}, 'invalid_request'],
      [{launch: null}, 'invalid_request'],
    ];
    for (const [change, error] of bad) {
      const {url, state} = authorizeRequest(use(), launchOf().token, change);
      const back = await follow(url);
      assert.equal(back.searchParams.get('error'), error, JSON.stringify(change));
      assert.equal(back.searchParams.get('state'), state);
      assert.equal(back.searchParams.get('code'), null);
    }
    const stateless = await follow(authorizeRequest(use(), launchOf().token, {state: null}).url);
    assert.equal(stateless.searchParams.get('error'), 'invalid_request');
  });

  test('takes a launch once, not after ten minutes, and not in another record system', async () => {
    const launch = launchOf();
    await follow(authorizeRequest(use(), launch.token).url);
    const again = await follow(authorizeRequest(use(), launch.token).url);
    assert.equal(again.searchParams.get('error'), 'invalid_request');
    const late = launchOf();
    clock += 10 * 60_000 + 1;
    assert.equal(
      (await follow(authorizeRequest(use(), late.token).url)).searchParams.get('error'),
      'invalid_request',
    );
    const other = use().launch({patientId: 'anna', personality: 'readonly'}).launch;
    assert.equal(
      (await follow(authorizeRequest(use(), other.token).url)).searchParams.get('error'),
      'invalid_request',
    );
  });

  test('lets a standalone launch pick its patient, and takes the same request by POST', async () => {
    const scope = 'launch/patient openid patient/Patient.r';
    const {url, verifier, redirectUri} = authorizeRequest(use(), null, {scope});
    const picker = await (await fetch(url)).text();
    const request = /name="request" value="([^"]+)"|request=([\w-]+)/u.exec(picker);
    const id = request?.[1] ?? request?.[2] ?? '';
    const choose = (more: string) =>
      fetch(`${use().fhirUrl}/open/auth/choose?request=${id}${more}`, {redirect: 'manual'});
    const back = new URL((await choose('&patient=bob')).headers.get('location') ?? '');
    assert.equal((await choose('&patient=bob')).status, 400, 'a page is used once');
    const answer = await tokenRequest(use(), {
      grant_type: 'authorization_code',
      code: back.searchParams.get('code') ?? '',
      redirect_uri: redirectUri,
      code_verifier: verifier,
      client_id: 'isp-panel',
    });
    assert.equal(answer.body.patient, 'bob');
    const launch = launchOf();
    const posted = new URL(authorizeRequest(use(), launch.token).url);
    const sent = await fetch(posted.origin + posted.pathname, {
      method: 'POST',
      body: posted.searchParams,
      redirect: 'manual',
    });
    assert.match(sent.headers.get('location') ?? '', /[?&]code=/u);
  });

  test('asks first where the launch says so; a refusal comes back as access_denied', async () => {
    const {url, state} = authorizeRequest(use(), launchOf({ask: true}).token);
    const asked = await (await fetch(url)).text();
    const request = /request=([\w-]+)|name="request" value="([^"]+)"/u.exec(asked);
    const id = request?.[1] ?? request?.[2] ?? '';
    const back = await follow(`${use().fhirUrl}/open/auth/choose?request=${id}&allow=no`);
    assert.deepEqual(
      [back.searchParams.get('error'), back.searchParams.get('state')],
      ['access_denied', state],
    );
  });
});

describe('the token endpoint', () => {
  test('gives the whole launch context and an id_token with the nonce', async () => {
    const nonce = 'n-0S6_WzA2Mj';
    const answer = await signedIn(
      {
        encounterId: 'e1',
        needPatientBanner: false,
        intent: 'review',
        hostStyle: true,
        fhirContext: [{reference: 'CareTeam/t1'}],
      },
      {nonce},
    );
    const {
      patient,
      encounter,
      need_patient_banner: banner,
      intent,
      fhirContext,
      smart_style_url: style,
    } = answer.body;
    assert.deepEqual(
      [patient, encounter, banner, intent, fhirContext],
      ['anna', 'e1', false, 'review', [{reference: 'CareTeam/t1'}]],
    );
    assert.match(String(style), /^http:.*smart-style\.json$/u);
    const {iss, aud, nonce: said, exp, fhirUser} = claimsOf(answer);
    assert.deepEqual([iss, aud, said], [`${use().fhirUrl}/open/fhir`, 'isp-panel', nonce]);
    assert.match(String(fhirUser), /\/open\/fhir\/Practitioner\//u);
    assert.ok(Number(exp) * 1000 > Date.now());
    assert.equal(answer.headers.get('cache-control'), 'no-store');
    assert.equal(await reads(answer.body.access_token), 200);
  });

  test('leaves out what the launch says, and grants less than was asked where it denies', async () => {
    const short = await signedIn({omitExpiresIn: true, omitScope: true});
    assert.deepEqual([short.body.expires_in, short.body.scope], [undefined, undefined]);
    const denied = await signedIn({denyScopes: ['patient/Goal.']});
    assert.equal(denied.body.scope, 'launch openid fhirUser online_access patient/Patient.r');
  });

  test('refuses a code that is unknown, not this client’s, not with its verifier or address, or late', async () => {
    const changes: Record<string, string>[] = [
      {code: 'nonsense'},
      {client_id: 'other'},
      {redirect_uri: 'https://evil.example/'},
      {code_verifier: 'x'.repeat(43)},
      {code_verifier: ''},
    ];
    for (const change of changes) {
      const answer = await (await signIn()).exchange(change);
      assert.deepEqual([answer.status, answer.body.error], [400, 'invalid_grant'], JSON.stringify(change));
    }
    const late = await signIn();
    clock += 60_001;
    assert.equal((await late.exchange()).body.error, 'invalid_grant');
    assert.equal((await tokenRequest(use(), {grant_type: 'password'})).body.error, 'unsupported_grant_type');
  });

  test('a code that is used twice ends what the first use gave', async () => {
    const {exchange, launch} = await signIn();
    const first = await exchange();
    assert.equal(await reads(first.body.access_token), 200);
    assert.equal((await exchange()).body.error, 'invalid_grant');
    assert.equal(await reads(first.body.access_token), 401);
    assert.deepEqual(
      launch.checks.failures().map(({id}) => id),
      ['code-once'],
    );
  });

  test('rotates refresh tokens; one used twice ends everything of the launch', async () => {
    const first = await signedIn();
    const refresh = (token: unknown, clientId = 'isp-panel') =>
      tokenRequest(use(), {grant_type: 'refresh_token', refresh_token: String(token), client_id: clientId});
    assert.equal((await refresh(first.body.refresh_token, 'other')).body.error, 'invalid_grant');
    const second = await refresh(first.body.refresh_token);
    assert.equal(second.status, 200);
    assert.notEqual(second.body.refresh_token, first.body.refresh_token);
    assert.deepEqual([second.body.patient, second.body.id_token], ['anna', undefined]);
    assert.equal((await refresh(first.body.refresh_token)).body.error, 'invalid_grant');
    assert.equal(await reads(second.body.access_token), 401);
    assert.equal((await refresh(second.body.refresh_token)).body.error, 'invalid_grant');
    assert.equal((await signedIn({}, {scope: 'launch patient/Patient.r'})).body.refresh_token, undefined);
  });

  test('an access token lives as long as the launch says', async () => {
    const {body} = await signedIn({tokenLife: 5});
    assert.equal(body.expires_in, 5);
    assert.equal(await reads(body.access_token), 200);
    clock += 5000;
    assert.equal(await reads(body.access_token), 401);
  });

  test('the checks name what a careless client does', async () => {
    const {form, launch} = await signIn(
      {},
      {state: '12345', scope: 'launch patient/*.rs', patientName: 'Anna'},
    );
    await read(
      await fetch(`${use().fhirUrl}/open/auth/token`, {
        method: 'POST',
        headers: {Authorization: 'Basic eDp5'},
        body: new URLSearchParams({...form, client_secret: 's'}),
      }),
    );
    const failed = launch.checks.failures().map(({id}) => id);
    for (const id of ['state', 'scope-form', 'no-extra-fields', 'no-secret'])
      assert.ok(failed.includes(id as never), id);
  });
});

test('granted scopes hold for the token, and a read-only system grants no write', async () => {
  const {body} = await signedIn({}, {scope: 'launch patient/Goal.rs'});
  const headers = {Authorization: `Bearer ${String(body.access_token)}`, Accept: 'application/fhir+json'};
  const status = async (path: string) =>
    (await fetch(`${use().fhirUrl}/open/fhir/${path}`, {headers})).status;
  assert.deepEqual(
    [await status('Goal/g1'), await status('Encounter/e1'), await status('Goal/bob-goal')],
    [200, 403, 403],
  );
  const {launch} = use().launch({patientId: 'anna', personality: 'readonly'});
  const base = `${use().fhirUrl}/readonly`;
  const {url, verifier, redirectUri} = authorizeRequest(use(), launch.token, {aud: `${base}/fhir`});
  const back = await follow(url.replace('/open/auth', '/readonly/auth'));
  const form = {
    grant_type: 'authorization_code',
    code: back.searchParams.get('code') ?? '',
    redirect_uri: redirectUri,
    code_verifier: verifier,
    client_id: 'isp-panel',
  };
  const answer = await read(
    await fetch(`${base}/auth/token`, {method: 'POST', body: new URLSearchParams(form)}),
  );
  assert.match(String(answer.body.scope), /patient\/Goal\.rs$/u);
});

test('discovery says what there is', async () => {
  const base = `${use().fhirUrl}/open/fhir`;
  const configuration = await read(await fetch(`${base}/.well-known/smart-configuration`));
  assert.deepEqual(configuration.body.code_challenge_methods_supported, ['S256']);
  assert.equal(configuration.body.token_endpoint, `${use().fhirUrl}/open/auth/token`);
  const ask = client(use());
  assert.equal((await ask('GET', 'metadata')).body.resourceType, 'CapabilityStatement');
});
