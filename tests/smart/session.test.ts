import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {
  completeLaunch,
  FakeEhr,
  type Frame,
  idToken,
  iss,
  launched,
  launchUrl,
  panel,
  signedIn,
  site,
  startLaunch,
  Tab,
  value,
} from './fake-browser.ts';

const kindOf = (result: {ok: boolean; error?: {kind: string}}): string =>
  result.ok ? 'open' : (result.error?.kind ?? '');

describe('the redirect address', () => {
  it('exchanges codes with any characters, in the body, once, with the verifier and nothing secret (conformance 6)', async () => {
    for (const code of ['a+b/c=&d', '%2B%25', 'x y', 'é&code=evil', '==', 'a#b?c']) {
      const ehr = new FakeEhr();
      const result = await launched(ehr, new Tab().frame(launchUrl), site(), code);
      assert.equal(kindOf(result), 'open', code);
      const [sent, ...others] = ehr.requests('/token');
      assert.equal(others.length, 0);
      const form = new URLSearchParams(sent?.body);
      assert.equal(form.get('code'), code);
      assert.equal(form.get('grant_type'), 'authorization_code');
      assert.equal(form.get('client_id'), 'panel-1');
      assert.match(form.get('code_verifier') ?? '', /^[\w-]{43,128}$/u);
      assert.equal(form.get('client_secret'), null);
      assert.equal(sent?.headers.get('authorization'), null);
    }
  });

  it('has a clean address before anything is sent (conformance 9) (T10)', async () => {
    const ehr = new FakeEhr();
    const frame = new Tab().frame(launchUrl);
    frame.goTo(await signedIn(ehr, frame));
    const seen: string[] = [];
    const fetch = (url: string, init: RequestInit) => {
      seen.push(frame.location.href);
      return ehr.fetch(url, init);
    };
    assert.equal(kindOf(await completeLaunch(frame, site(), {...ehr.options, fetch})), 'open');
    assert.deepEqual(new Set(seen), new Set([`${panel}/index.html`]));
  });

  it('refuses an answer twice, of another frame’s making, of no launch, or too late (T7)', async () => {
    const ehr = new FakeEhr();
    const tab = new Tab();
    const frame = tab.frame(launchUrl);
    const back = await signedIn(ehr, frame);
    frame.goTo(back);
    assert.equal(kindOf(await completeLaunch(frame, site(), ehr.options)), 'open');
    const sent = ehr.sent.length;
    const replay = tab.frame(back);
    assert.equal(kindOf(await completeLaunch(replay, site(), ehr.options)), 'unknown-launch');
    const stranger = new Tab().frame(await signedIn(ehr, tab.frame(launchUrl)));
    assert.equal(kindOf(await completeLaunch(stranger, site(), ehr.options)), 'unknown-launch');
    const late = tab.frame(await signedIn(ehr, tab.frame(launchUrl)));
    ehr.clock += 3_600_001;
    assert.equal(kindOf(await completeLaunch(late, site(), ehr.options)), 'unknown-launch');
    assert.equal(ehr.requests('/token').length, 1);
    assert.equal(ehr.sent.slice(sent).filter(({method}) => method === 'POST').length, 0);
  });

  it('uses an answer once, also while its code is on the way and after it was refused (T7)', async () => {
    const ehr = new FakeEhr();
    const tab = new Tab();
    const back = await signedIn(ehr, tab.frame(launchUrl));
    ehr.refused = Response.json({error: 'invalid_grant'}, {status: 400});
    const both = [tab.frame(back), tab.frame(back)].map((frame) =>
      completeLaunch(frame, site(), ehr.options),
    );
    assert.deepEqual((await Promise.all(both)).map(kindOf), ['no-token', 'unknown-launch']);
    const again = await completeLaunch(tab.frame(back), site(), ehr.options);
    assert.equal(kindOf(again), 'unknown-launch');
    assert.equal(ehr.requests('/token').length, 1);
  });

  it('refuses forged states, whatever they look like, without a request (conformance 3) (T7)', async () => {
    const tab = new Tab();
    const ehr = new FakeEhr();
    await signedIn(ehr, tab.frame(launchUrl));
    const sent = ehr.sent.length;
    const forged: [string, string][] = [
      ['?code=x', 'unknown-launch'],
      ['?state=x', 'unknown-launch'],
      ['?code=x&state=1', 'unknown-launch'],
      ['?code=x&state=constructor', 'unknown-launch'],
      ['?code=x&state=00000000-0000-4000-8000-000000000000', 'unknown-launch'],
      ['?code=x&code=y&state=1', 'hostile-address'],
      ['?code=x&state=1&state=2', 'hostile-address'],
      ['?error=a&error=b', 'hostile-address'],
      ['?error=access_denied', 'unknown-launch'],
    ];
    for (const [query, kind] of forged) {
      const frame = tab.frame(`${panel}/index.html${query}`);
      assert.equal(kindOf(await completeLaunch(frame, site(), ehr.options)), kind, query);
      assert.equal(frame.location.href, `${panel}/index.html`);
    }
    assert.equal(ehr.sent.length, sent);
  });

  it('an answer that fails never falls back to what the frame had before', async () => {
    const ehr = new FakeEhr();
    const frame = new Tab().frame(launchUrl);
    assert.equal(kindOf(await launched(ehr, frame)), 'open');
    const state = frame.history.state;
    frame.goTo(`${panel}/index.html?code=x&state=00000000-0000-4000-8000-000000000000`);
    frame.history.replaceState(state, '', frame.location.href);
    assert.equal(kindOf(await completeLaunch(frame, site(), ehr.options)), 'unknown-launch');
    assert.equal(kindOf(await completeLaunch(frame, site(), ehr.options)), 'not-launched');
  });

  it('says why the record system refused, with a link only to a listed place (conformance 10)', async () => {
    const refuse = async (uri: string) => {
      const ehr = new FakeEhr();
      const frame = new Tab().frame(launchUrl);
      const state = new URL(await signedIn(ehr, frame)).searchParams.get('state') ?? '';
      const answer = `error=access_denied&error_description=Non%20autoris%C3%A9&error_uri=${encodeURIComponent(uri)}`;
      frame.goTo(`${panel}/index.html?state=${state}&${answer}`);
      const result = await completeLaunch(frame, site(), ehr.options);
      assert.equal(ehr.requests('/token').length, 0);
      return result.ok || result.error;
    };
    const told = (uri: string | null) => ({
      kind: 'refused',
      error: 'access_denied',
      description: 'Non autorisé',
      uri,
    });
    assert.deepEqual(await refuse('https://login.example/why?x=1'), told('https://login.example/why?x=1'));
    for (const uri of [
      'https://evil.example/',
      'javascript:alert(1)',
      'nothing',
      'https://login.example@evil.example/',
    ])
      assert.deepEqual(await refuse(uri), told(null), uri);
  });

  it('refuses the answer of another authorization server (T8)', async () => {
    const ehr = new FakeEhr();
    const frame = new Tab().frame(launchUrl);
    const back = await signedIn(ehr, frame);
    frame.goTo(`${back}&iss=${encodeURIComponent('https://evil.example')}`);
    assert.equal(kindOf(await completeLaunch(frame, site(), ehr.options)), 'foreign-endpoint');
    assert.equal(ehr.requests('/token').length, 0);
    const good = new Tab().frame(launchUrl);
    good.goTo(`${await signedIn(ehr, good)}&iss=${encodeURIComponent(iss)}`);
    assert.equal(kindOf(await completeLaunch(good, site(), ehr.options)), 'open');
  });

  it('does not open inside a page that the site does not name, nor for an issuer that left the list (T19)', async () => {
    const ehr = new FakeEhr();
    const frame = new Tab().frame(launchUrl);
    frame.goTo(await signedIn(ehr, frame));
    frame.ancestors = ['https://evil.example'];
    assert.equal(kindOf(await completeLaunch(frame, site(), ehr.options)), 'framed-by-stranger');
    const gone = new Tab().frame(launchUrl);
    gone.goTo(await signedIn(ehr, gone));
    const other = site({}, {iss: 'https://other.example/fhir'});
    assert.equal(kindOf(await completeLaunch(gone, other, ehr.options)), 'unknown-launch');
    assert.equal(ehr.requests('/token').length, 0);
  });

  it('sends no code to a token endpoint that changed since the cached one (T8)', async () => {
    const ehr = new FakeEhr();
    const tab = new Tab();
    await signedIn(ehr, tab.frame(launchUrl));
    const frame = tab.frame(launchUrl);
    const away = {...ehr.options, fetch: () => Promise.reject(new TypeError('Failed to fetch'))};
    assert.equal(await startLaunch(frame, site(), away), null);
    const back = ehr.signIn(frame.assigned.at(-1) ?? '');
    ehr.configuration = {...ehr.configuration, token_endpoint: 'https://login.example/token2'};
    frame.goTo(back);
    assert.equal(kindOf(await completeLaunch(frame, site(), ehr.options)), 'foreign-endpoint');
    assert.equal(ehr.requests('/token').length, 0);
    assert.equal(tab.local.length, 0, 'the cached endpoints are forgotten');
  });

  it('uses cached endpoints that a fresh reading confirms, and says when there is no answer', async () => {
    const ehr = new FakeEhr();
    const tab = new Tab();
    await signedIn(ehr, tab.frame(launchUrl));
    const away = {...ehr.options, fetch: () => Promise.reject(new TypeError('Failed to fetch'))};
    for (const [options, kind] of [
      [ehr.options, 'open'],
      [away, 'unreachable'],
    ] as const) {
      const frame = tab.frame(launchUrl);
      assert.equal(await startLaunch(frame, site(), away), null);
      frame.goTo(ehr.signIn(frame.assigned.at(-1) ?? ''));
      assert.equal(kindOf(await completeLaunch(frame, site(), options)), kind);
    }
  });
});

describe('the token response', () => {
  const open = async (
    change: Record<string, unknown>,
    claims: Record<string, unknown> | null = {},
    given = site(),
  ) => {
    const ehr = new FakeEhr();
    ehr.token = {...ehr.token, ...change};
    ehr.claims = claims === null ? null : {...ehr.claims, ...claims};
    return launched(ehr, new Tab().frame(launchUrl), given);
  };

  it('never asks for a style sheet of the host, wherever it is said to be (conformance 21)', async () => {
    for (const address of [
      'https://evil.example/style.json',
      'javascript:alert(1)',
      'data:text/css,*{}',
      '//evil',
      '/../x',
      7,
    ]) {
      const ehr = new FakeEhr();
      ehr.token = {...ehr.token, smart_style_url: address};
      const {context} = value(await launched(ehr, new Tab().frame(launchUrl), site()));
      assert.ok(context.smartStyleUrl === null || context.smartStyleUrl.startsWith('https://'));
      assert.ok(ehr.sent.every(({url}) => !/style|evil|javascript|data:/u.test(url)));
    }
  });

  it('gives the whole context', async () => {
    const {context, scopes, fhirBase} = value(
      await open({
        patient: 'Patient/pat-1',
        encounter: 'enc-1',
        need_patient_banner: false,
        intent: 'order-review',
        smart_style_url: 'https://ehr.example/style.json',
        smart_web_messaging_handle: 'm-1',
        smart_web_messaging_origin: 'https://ehr.example',
        scope: 'patient/Goal.rs',
        fhirContext: [
          {reference: 'CarePlan/7', role: 'launch'},
          {reference: 'https://evil.example/CarePlan/7'},
          {canonical: 'x'},
          7,
        ],
      }),
    );
    assert.deepEqual(context, {
      patientId: 'pat-1',
      encounterId: 'enc-1',
      user: 'Practitioner/p1',
      needPatientBanner: false,
      intent: 'order-review',
      fhirContext: [{reference: 'CarePlan/7', role: 'launch'}],
      smartStyleUrl: 'https://ehr.example/style.json',
      messaging: ['m-1', 'https://ehr.example'],
    });
    assert.deepEqual([scopes, fhirBase], ['patient/Goal.rs', iss]);
  });

  it('without scope granted what was asked; without expires_in lasts until the server refuses (conformance 15)', async () => {
    const ehr = new FakeEhr();
    ehr.token = {access_token: 'access-1', patient: 'pat-1'};
    const session = value(await launched(ehr, new Tab().frame(launchUrl)));
    assert.match(session.scopes, /^launch openid fhirUser .*patient\/Goal\.crus/u);
    ehr.clock += 20 * 3_600_000;
    const answer = await session.transport.request({method: 'GET', path: 'Patient/pat-1', headers: {}});
    assert.equal(answer.status, 200);
  });

  it('opens no chart without a patient, or with one that is no id', async () => {
    for (const patient of [undefined, '', 7, '../Patient/1', 'a/b', 'Encounter/1', 'x'.repeat(65)])
      assert.equal(kindOf(await open({patient})), 'no-patient', String(patient));
  });

  it('keeps the banner unless the host says that it shows one (conformance 19)', async () => {
    for (const said of [true, undefined, null, 'false', 0])
      assert.equal(value(await open({need_patient_banner: said})).context.needPatientBanner, true);
  });

  it('reads an id_token in UTF-8, and refuses one that is not of this launch (conformance 5, 14)', async () => {
    const refused: [Record<string, unknown>, Record<string, unknown>?][] = [
      [{nonce: 'other'}],
      [{aud: 'panel-2'}],
      [{aud: ['panel-2']}],
      [{aud: ['panel-1', 'panel-2']}],
      [{aud: ['panel-1', 'panel-2'], azp: 'panel-2'}],
      [{iss: 'https://evil.example'}],
      [{iss: undefined}],
      [{exp: 1}],
      [{exp: 'never'}],
      [{exp: undefined}],
    ];
    for (const [claims] of refused)
      assert.equal(kindOf(await open({}, claims)), 'identity-unproven', JSON.stringify(claims));
    const accepted: Record<string, unknown>[] = [
      {aud: ['panel-1']},
      {aud: ['panel-1', 'panel-2'], azp: 'panel-1'},
      {iss: `${iss}/`},
      {name: 'Ælfgifu Ŷ 李 🩺'},
    ];
    for (const claims of accepted)
      assert.equal(value(await open({}, claims)).context.user, 'Practitioner/p1', JSON.stringify(claims));
  });

  it('takes a missing nonce only where the site says so, and a wrong one nowhere', async () => {
    assert.equal(kindOf(await open({}, {nonce: undefined})), 'identity-unproven');
    const lax = site({}, {requireNonce: false});
    assert.equal(kindOf(await open({}, {nonce: undefined}, lax)), 'open');
    assert.equal(kindOf(await open({}, {nonce: 'other'}, lax)), 'identity-unproven');
  });

  it('holds the issuer of an id_token to the listed places when discovery named none', async () => {
    const withIssuer = async (tokenIssuer: string) => {
      const ehr = new FakeEhr();
      ehr.configuration = {...ehr.configuration, issuer: undefined};
      ehr.claims = {...ehr.claims, iss: tokenIssuer};
      return kindOf(await launched(ehr, new Tab().frame(launchUrl)));
    };
    assert.equal(await withIssuer('https://login.example/realm'), 'open');
    assert.equal(await withIssuer('https://evil.example/realm'), 'identity-unproven');
    assert.equal(await withIssuer('realm'), 'identity-unproven');
  });

  it('names nobody without an id_token, and reads an older profile claim', async () => {
    assert.equal(value(await open({}, null)).context.user, null);
    assert.equal(
      value(await open({}, {fhirUser: undefined, profile: 'Practitioner/p9'})).context.user,
      'Practitioner/p9',
    );
    assert.equal(value(await open({}, {fhirUser: 'https://x.example/Device/1'})).context.user, null);
    assert.equal(value(await open({}, {fhirUser: 7})).context.user, null);
  });

  it('opens with any access token: opaque, a JWT, or what only looks like one', async () => {
    for (const token of [
      'x',
      'a.b.c',
      '..',
      'é.ü.ñ',
      idToken({exp: 1}),
      idToken({exp: 'x'}),
      `x.${btoa('7')}.y`,
    ]) {
      const session = value(await open({access_token: token, expires_in: undefined}));
      assert.equal(session.context.patientId, 'pat-1', token);
    }
  });

  it('names nobody in an id_token that is none', async () => {
    for (const text of ['x', 'a.b', 'a.%.c', `a.${btoa('[]')}.c`, `a.${btoa('{}')}.c`]) {
      const ehr = new FakeEhr();
      ehr.claims = null;
      ehr.token = {...ehr.token, id_token: text};
      assert.equal(kindOf(await launched(ehr, new Tab().frame(launchUrl))), 'identity-unproven', text);
    }
  });

  it('tells a refused code from no answer', async () => {
    const refused = new FakeEhr();
    refused.refused = Response.json({error: 'invalid_grant'}, {status: 400});
    const frame = new Tab().frame(launchUrl);
    assert.deepEqual(await launched(refused, frame), {
      ok: false,
      error: {kind: 'no-token', error: 'invalid_grant'},
    });
    for (const body of ['<html>', '', '{}', '{"access_token":7}']) {
      const odd = new FakeEhr();
      odd.refused = new Response(body);
      assert.deepEqual(await launched(odd, new Tab().frame(launchUrl)), {
        ok: false,
        error: {kind: 'no-token', error: null},
      });
    }
    const away = new FakeEhr();
    const lost = new Tab().frame(launchUrl);
    lost.goTo(await signedIn(away, lost));
    const fetch = () => Promise.reject(new TypeError('Failed to fetch'));
    assert.equal(kindOf(await completeLaunch(lost, site(), {...away.options, fetch})), 'unreachable');
  });
});

describe('a reload', () => {
  it('of two charts in one tab keeps each patient, twenty times in turn (conformance 11) (T1)', async () => {
    const tab = new Tab();
    const frames: {frame: Frame; ehr: FakeEhr; patient: string}[] = [];
    for (const patient of ['pat-a', 'pat-b']) {
      const ehr = new FakeEhr();
      ehr.token = {...ehr.token, patient, access_token: `access-${patient}`};
      ehr.validTokens.add(`access-${patient}`);
      const frame = tab.frame(launchUrl);
      assert.equal(value(await launched(ehr, frame)).context.patientId, patient);
      frames.push({frame, ehr, patient});
    }
    for (let n = 0; n < 20; n++) {
      for (const {frame, ehr, patient} of frames) {
        const session = value(await completeLaunch(frame, site(), ehr.options));
        assert.equal(session.context.patientId, patient);
        await session.transport.request({method: 'GET', path: `Patient/${patient}`, headers: {}});
        assert.equal(ehr.sent.at(-1)?.headers.get('authorization'), `Bearer access-${patient}`);
      }
    }
  });

  it('holds neither a refresh token nor an id_token, and nothing outside the tab (T11)', async () => {
    const ehr = new FakeEhr();
    const tab = new Tab();
    await launched(ehr, tab.frame(launchUrl));
    const kept = [...tab.session.entries.values()].join();
    assert.match(kept, /access-1/u);
    assert.doesNotMatch(kept, /refresh-1|id_token|verifier|Zo/u);
    assert.doesNotMatch([...tab.local.entries.values()].join(), /access|pat-1/u);
  });

  it('ends where the access has run out, was ended, or may not be kept', async () => {
    const ehr = new FakeEhr();
    const frame = new Tab().frame(launchUrl);
    await launched(ehr, frame);
    ehr.clock += 3_600_001;
    assert.equal(kindOf(await completeLaunch(frame, site(), ehr.options)), 'expired');
    assert.equal(kindOf(await completeLaunch(frame, site(), ehr.options)), 'not-launched');
    const ended = new Tab().frame(launchUrl);
    value(await launched(ehr, ended)).end();
    assert.equal(kindOf(await completeLaunch(ended, site(), ehr.options)), 'not-launched');
    const memory = site({persist: 'memory'});
    const tab = new Tab();
    const unkept = tab.frame(launchUrl);
    assert.equal(kindOf(await launched(ehr, unkept, memory)), 'open');
    assert.equal(tab.session.length, 0);
    assert.equal(kindOf(await completeLaunch(unkept, memory, ehr.options)), 'not-launched');
  });

  it('ends where the issuer has left the list, and where nothing was ever launched', async () => {
    const ehr = new FakeEhr();
    const tab = new Tab();
    const frame = tab.frame(launchUrl);
    await launched(ehr, frame);
    assert.equal(
      kindOf(await completeLaunch(frame, site({}, {iss: 'https://other.example/fhir'}), ehr.options)),
      'unknown-issuer',
    );
    assert.equal(
      kindOf(await completeLaunch(tab.frame(`${panel}/index.html`), site(), ehr.options)),
      'not-launched',
    );
  });

  it('where storage is blocked says so, and whether a new window would help', async () => {
    const ehr = new FakeEhr();
    const frame = new Tab().frame(launchUrl);
    frame.goTo(await signedIn(ehr, frame));
    frame.blocked = true;
    assert.deepEqual(await completeLaunch(frame, site(), ehr.options), {
      ok: false,
      error: {kind: 'storage-blocked', framed: true},
    });
  });

  it('is not harmed by damaged entries and those of other versions', async () => {
    const ehr = new FakeEhr();
    for (const text of [
      '',
      'null',
      '{',
      '[]',
      '{"phase":"open"}',
      '{"phase":"open","at":1e99}',
      '{"phase":"other","at":1}',
      '{"phase":"pending","at":9e15}',
    ]) {
      const tab = new Tab();
      const frame = tab.frame(launchUrl);
      await launched(ehr, frame);
      const [name] = [...tab.session.entries.keys()];
      tab.session.setItem(name ?? '', text);
      tab.session.setItem('of somebody else', '{');
      assert.equal(kindOf(await completeLaunch(frame, site(), ehr.options)), 'not-launched', text);
      assert.deepEqual([...tab.session.entries.keys()], ['of somebody else'], 'what is damaged is removed');
    }
  });
});
