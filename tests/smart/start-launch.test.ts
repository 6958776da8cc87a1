import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {FakeEhr, iss, launchUrl, panel, signedIn, site, startLaunch, Tab} from './fake-browser.ts';

const launchPage = `${panel}/launch.html`;
const encoded = encodeURIComponent(iss);

describe('the launch address', () => {
  const hostile: readonly string[] = [
    '',
    '?launch=xyz',
    '?iss=&launch=xyz',
    `?iss=${encodeURIComponent('https://evil.example/fhir')}&launch=x`,
    `?iss=${encodeURIComponent('https://ehr.example@evil.example/fhir')}&launch=x`,
    `?iss=${encodeURIComponent('https://user@ehr.example/fhir')}&launch=x`,
    `?iss=${encodeURIComponent('https://ehr.example./fhir')}&launch=x`,
    `?iss=${encodeURIComponent('https://EHR.example/fhir')}&launch=x`,
    `?iss=${encodeURIComponent('https://ehr.example/FHIR')}&launch=x`,
    `?iss=${encodeURIComponent('https://ehr.example:443/fhir')}&launch=x`,
    `?iss=${encodeURIComponent('https://ehr.example:8443/fhir')}&launch=x`,
    `?iss=${encodeURIComponent('http://ehr.example/fhir')}&launch=x`,
    `?iss=${encodeURIComponent('https://ehr.example/fhir/../evil')}&launch=x`,
    `?iss=${encodeURIComponent('https://ehr.example/fhir//')}&launch=x`,
    `?iss=${encodeURIComponent('https://ehr.example/fhir?x=1')}&launch=x`,
    `?iss=${encodeURIComponent('https://ehr.example/fhir#x')}&launch=x`,
    `?iss=${encodeURIComponent('https://ehr.example/fhir%2f')}&launch=x`,
    `?iss=${encodeURIComponent('https://ehr.example\\@evil.example/fhir')}&launch=x`,
    `?iss=${encodeURIComponent('https://ehr.example.evil.example/fhir')}&launch=x`,
    `?iss=${encodeURIComponent('https://еhr.example/fhir')}&launch=x`,
    `?iss=${encodeURIComponent('//ehr.example/fhir')}&launch=x`,
    `?iss=${encodeURIComponent(' https://ehr.example/fhir')}&launch=x`,
    `?iss=${encodeURIComponent('https://ehr.example/fhir\n')}&launch=x`,
    `?iss=${encodeURIComponent('javascript:alert(1)')}&launch=x`,
    `?iss=${encodeURIComponent('data:application/json,{}')}&launch=x`,
    `?iss=${encoded}&iss=${encodeURIComponent('https://evil.example')}&launch=x`,
    `?iss=${encoded}&iss=${encoded}&launch=x`,
    `?iss=${encoded}&launch=x&launch=y`,
    `?iss=${encoded}&launch=`,
    `?ISS=${encoded}&launch=x`,
    `?iss=${encoded}&Iss=${encodeURIComponent('https://evil.example')}&launch=x`,
    `?iss=${encoded}&iss[]=x&launch=x`,
    `?fhirServiceUrl=${encodeURIComponent('https://evil.example')}&patientId=1`,
    `?iss=${encoded}&launch=x&fhirServiceUrl=https://evil.example`,
    `?iss=${encoded}&launch=x&fhirserviceurl=https://evil.example`,
    `?iss=${encoded}&launch=x&patientId=7`,
    `?iss=${encoded}&launch=x&patient=7`,
    `?iss=${encoded}&launch=x&encounterId=7`,
    `?iss=${encoded}&launch=x&clientId=evil`,
    `?iss=${encoded}&launch=x&client_id=evil`,
    `?iss=${encoded}&launch=x&redirect_uri=https://evil.example`,
    `?iss=${encoded}&launch=x&redirectUri=https://evil.example`,
    `?iss=${encoded}&launch=x&scope=patient/*.*`,
    `?iss=${encoded}&launch=x&state=1`,
    `?iss=${encoded}&launch=x&code=1`,
    `?iss=${encoded}&launch=x&aud=https://evil.example`,
    `?iss=${encoded}&launch=x&access_token=1`,
    `?iss=${encoded}&launch=x&config=%7B%7D`,
    `?iss%20=${encoded}&launch=x`,
    `?iss%00=${encoded}&iss=${encoded}&launch=x`,
    `#iss=${encoded}&launch=x`,
  ];

  for (const address of hostile) {
    it(`is refused without any request: ${address || '(empty)'} (conformance 1) (T6)`, async () => {
      const ehr = new FakeEhr();
      const tab = new Tab();
      const frame = tab.frame(launchPage + address);
      const problem = await startLaunch(frame, site(), ehr.options);
      assert.ok(
        ['no-issuer', 'unknown-issuer', 'hostile-address'].includes(problem?.kind ?? ''),
        problem?.kind,
      );
      assert.deepEqual([ehr.sent, frame.assigned, tab.session.length], [[], [], 0]);
    });
  }

  it('leaves a harmless parameter of the host behind (conformance 2)', async () => {
    const ehr = new FakeEhr();
    const frame = new Tab().frame(`${launchUrl}&site=`.replace('&site=', '&x-vendor=7&lang=fr-CA'));
    assert.equal(await startLaunch(frame, site(), ehr.options), null);
    assert.doesNotMatch(frame.assigned[0] ?? '', /vendor|lang/);
  });
});

describe('the start of a launch', () => {
  const begin = async (ehr: FakeEhr, given = site(), address = launchUrl) => {
    const frame = new Tab().frame(address);
    const problem = await startLaunch(frame, given, ehr.options);
    return {problem, url: frame.assigned[0] === undefined ? null : new URL(frame.assigned[0])};
  };

  it('asks for a code with S256, an unguessable state, a nonce, the launch token and the issuer as audience (conformance 4)', async () => {
    const ehr = new FakeEhr();
    const {url} = await begin(ehr);
    const query = url?.searchParams;
    assert.equal(url?.origin, 'https://login.example');
    assert.equal(query?.get('response_type'), 'code');
    assert.equal(query?.get('client_id'), 'panel-1');
    assert.equal(query?.get('aud'), iss);
    assert.equal(query?.get('launch'), 'xyz');
    assert.equal(query?.get('redirect_uri'), `${panel}/index.html`);
    assert.equal(query?.get('code_challenge_method'), 'S256');
    assert.match(query?.get('code_challenge') ?? '', /^[\w-]{43}$/);
    assert.match(query?.get('state') ?? '', /^[0-9a-f-]{36}$/);
    assert.match(query?.get('nonce') ?? '', /^[0-9a-f-]{36}$/);
    assert.equal(ehr.sent.length, 1);
    assert.equal(ehr.sent[0]?.headers.get('authorization'), null);
  });

  it('never makes the same state, nonce or challenge twice, and does not use Math.random (conformance 3) (T7)', async (context) => {
    context.mock.method(Math, 'random', () => assert.fail('Math.random'));
    const seen = new Set<string>();
    for (let n = 0; n < 5; n++) {
      const {url} = await begin(new FakeEhr());
      for (const name of ['state', 'nonce', 'code_challenge']) seen.add(url?.searchParams.get(name) ?? '');
    }
    assert.equal(seen.size, 15);
  });

  it('keeps the verifier out of every address (conformance 4)', async () => {
    const ehr = new FakeEhr();
    const tab = new Tab();
    await signedIn(ehr, tab.frame(launchUrl));
    const entry = JSON.parse([...tab.session.entries.values()][0] ?? '');
    assert.ok(entry.oauth.codeVerifier.length >= 43);
    for (const {url} of ehr.sent) assert.ok(!url.includes(entry.oauth.codeVerifier));
  });

  it('asks for a patient picker when the address has no launch token', async () => {
    const {url} = await begin(new FakeEhr(), site(), `${launchPage}?iss=${encoded}`);
    assert.equal(url?.searchParams.get('launch'), null);
    assert.match(url?.searchParams.get('scope') ?? '', /^launch\/patient openid fhirUser online_access /);
  });

  it('asks for the least scopes, in the syntax that the server says it has', async () => {
    const scopes = async (capabilities: string[], features = {}, issuer = {}) => {
      const ehr = new FakeEhr();
      ehr.configuration = {...ehr.configuration, capabilities};
      const {url} = await begin(ehr, site({features}, issuer));
      return url?.searchParams.get('scope');
    };
    const v2 =
      'launch openid fhirUser patient/Patient.r patient/Encounter.rs patient/CarePlan.crus patient/Goal.crus ' +
      'patient/CareTeam.crus patient/EpisodeOfCare.crus patient/Condition.rs patient/Observation.crus patient/RelatedPerson.rs patient/Task.crus ' +
      'patient/Communication.crus patient/Appointment.rs patient/Consent.crus patient/QuestionnaireResponse.rs patient/DocumentReference.crus ' +
      'patient/Provenance.crus ' +
      'user/Practitioner.rs user/PractitionerRole.rs user/Organization.rs user/Location.rs';
    assert.equal(await scopes(['permission-v2']), v2);
    assert.equal(await scopes(['permission-v2'], {write: false}), v2.replaceAll('crus', 'rs'));
    const v1 = await scopes(['permission-v1']);
    assert.match(v1 ?? '', /patient\/Goal\.read patient\/Goal\.write/);
    assert.doesNotMatch(v1 ?? '', /\.rs|\.crus|\*|Patient\.write|Encounter\.write/);
    assert.equal(await scopes(['permission-v1'], {}, {scopesVersion: 'v2'}), v2);
    // Settings in the record, only where it says that it keeps them, and only those of the panel.
    const settings = `${v2} user/Basic.s?code=urn:isp-panel|site-settings`;
    assert.equal(await scopes(['permission-v2', 'smart-app-state']), settings);
    assert.equal(await scopes(['permission-v1', 'smart-app-state']), v1);
  });

  it('keeps the query that an authorize endpoint already has (conformance 7)', async () => {
    const ehr = new FakeEhr();
    ehr.configuration = {
      ...ehr.configuration,
      authorization_endpoint: 'https://login.example/a?p=b2c_1&x=a%26b#f',
    };
    const {url} = await begin(ehr);
    assert.equal(url?.searchParams.get('p'), 'b2c_1');
    assert.equal(url?.searchParams.get('x'), 'a&b');
    assert.equal(url?.searchParams.get('client_id'), 'panel-1');
    assert.equal(url?.href.split('?').length, 2);
    assert.doesNotMatch(url?.search ?? '', /\+/);
  });

  it('resolves relative endpoints against the FHIR base (conformance 8)', async () => {
    const ehr = new FakeEhr();
    ehr.configuration = {
      ...ehr.configuration,
      authorization_endpoint: '/oauth/authorize',
      token_endpoint: 'auth/token',
    };
    const tab = new Tab();
    const frame = tab.frame(launchUrl);
    await startLaunch(frame, site(), ehr.options);
    assert.match(frame.assigned[0] ?? '', /^https:\/\/ehr\.example\/oauth\/authorize\?/);
    assert.match(
      [...tab.session.entries.values()][0] ?? '',
      /"tokenUri":"https:\/\/ehr\.example\/fhir\/auth\/token"/,
    );
  });

  it('falls back to the older extension of the CapabilityStatement', async () => {
    const ehr = new FakeEhr();
    ehr.configuration = null;
    const uri = (url: string, valueUri: string) => ({url, valueUri});
    const extension = {
      url: 'http://fhir-registry.smarthealthit.org/StructureDefinition/oauth-uris',
      extension: [uri('authorize', 'https://login.example/a'), uri('token', 'https://login.example/t')],
    };
    ehr.metadata = {rest: [{security: {extension: [extension]}}]};
    assert.equal((await begin(ehr)).problem?.kind, 'no-pkce');
    const {url} = await begin(ehr, site({}, {pkce: 'unadvertised'}));
    assert.equal(url?.searchParams.get('code_challenge_method'), 'S256');
    assert.match(url?.searchParams.get('scope') ?? '', /patient\/Goal\.write/);
  });

  it('goes nowhere when the server names no endpoint, a foreign one, no S256, or does not answer (T8)', async () => {
    const cases: readonly [Record<string, unknown>, string][] = [
      [{authorization_endpoint: undefined}, 'no-endpoints'],
      [{authorization_endpoint: ''}, 'no-endpoints'],
      [{token_endpoint: 7}, 'no-endpoints'],
      [{authorization_endpoint: 'https://evil.example/authorize'}, 'foreign-endpoint'],
      [{authorization_endpoint: 'https://login.example@evil.example/a'}, 'foreign-endpoint'],
      [{authorization_endpoint: 'http://login.example/a'}, 'foreign-endpoint'],
      [{authorization_endpoint: 'javascript:alert(1)'}, 'foreign-endpoint'],
      [{token_endpoint: 'https://evil.example/token'}, 'foreign-endpoint'],
      [{token_endpoint: '//evil.example/token'}, 'foreign-endpoint'],
      [{code_challenge_methods_supported: ['plain']}, 'no-pkce'],
    ];
    for (const [change, kind] of cases) {
      const ehr = new FakeEhr();
      ehr.configuration = {...ehr.configuration, ...change};
      const {problem, url} = await begin(ehr);
      assert.deepEqual([problem?.kind, url], [kind, null], JSON.stringify(change));
    }
    const away = new FakeEhr();
    away.fetch = () => Promise.reject(new TypeError('Failed to fetch'));
    assert.equal((await begin(away)).problem?.kind, 'unreachable');
  });

  it('says when the browser lets it keep nothing, and whether a new window would help (conformance 12) (T21)', async () => {
    const frame = new Tab().frame(launchUrl);
    frame.blocked = true;
    const ehr = new FakeEhr();
    assert.deepEqual(await startLaunch(frame, site(), ehr.options), {kind: 'storage-blocked', framed: true});
    assert.deepEqual(ehr.sent, []);
  });

  it('does not start in a frame of a page that the site does not name (T19)', async () => {
    for (const ancestors of [
      ['https://evil.example'],
      ['https://chart.example', 'https://evil.example'],
      ['null'],
    ]) {
      const frame = new Tab().frame(launchUrl);
      frame.ancestors = ancestors;
      const ehr = new FakeEhr();
      assert.equal((await startLaunch(frame, site(), ehr.options))?.kind, 'framed-by-stranger');
      assert.deepEqual(ehr.sent, []);
    }
  });

  it('uses endpoints of the last 24 hours at once, only for an issuer still on the list', async () => {
    const ehr = new FakeEhr();
    const tab = new Tab();
    await signedIn(ehr, tab.frame(launchUrl));
    const cached = [...tab.local.entries.values()].join();
    assert.doesNotMatch(cached, /launch|patient\/|access|verifier|xyz/);
    const release: (() => void)[] = [];
    const slow = {
      ...ehr.options,
      fetch: () =>
        new Promise<Response>((resolve) => release.push(() => resolve(new Response('', {status: 500})))),
    };
    const frame = tab.frame(launchUrl);
    const leaving = startLaunch(frame, site(), slow);
    while (frame.assigned.length === 0) await new Promise(setImmediate);
    assert.equal(frame.assigned.length, 1);
    release.shift()?.();
    while (release.length === 0) await new Promise(setImmediate);
    release.shift()?.();
    assert.equal(await leaving, null);
    ehr.clock += 25 * 3600 * 1000;
    const before = ehr.sent.length;
    await signedIn(ehr, tab.frame(launchUrl));
    assert.equal(ehr.sent.length, before + 1);
  });
});
