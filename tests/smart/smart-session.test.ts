import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {SmartSession} from '../../src/smart/smart-session.ts';
import {completeLaunch, FakeEhr, launched, launchUrl, site, Tab, value, type Frame} from './fake-browser.ts';

const read = {method: 'GET', path: 'Patient/pat-1', headers: {}} as const;

async function open(change: Record<string, unknown> = {}) {
  const ehr = new FakeEhr();
  ehr.token = {...ehr.token, ...change};
  const frame = new Tab().frame(launchUrl);
  const session = value(await launched(ehr, frame));
  const ends: string[] = [];
  session.onEnd((why) => ends.push(why));
  return {ehr, frame, session, ends, renewals: () => ehr.requests('/token').length - 1};
}

const ten = (session: SmartSession) =>
  Promise.all(Array.from({length: 10}, () => session.transport.request(read)));
const reload = (ehr: FakeEhr, frame: Frame) => completeLaunch(frame, site(), ehr.options);

describe('a session', () => {
  it('renews once for ten parallel requests at expiry, and a reload finds the new token (conformance 16) (T22)', async () => {
    const {ehr, frame, session, renewals} = await open();
    ehr.clock += 3_600_000;
    assert.deepEqual(new Set((await ten(session)).map(({status}) => status)), new Set([200]));
    assert.equal(renewals(), 1);
    const form = new URLSearchParams(ehr.requests('/token')[1]?.body);
    assert.deepEqual(Object.fromEntries(form), {
      grant_type: 'refresh_token',
      refresh_token: 'refresh-1',
      client_id: 'panel-1',
    });
    const again = value(await reload(ehr, frame));
    await again.transport.request(read);
    assert.equal(ehr.sent.at(-1)?.headers.get('authorization'), 'Bearer access-2');
  });

  it('renews once for ten parallel refusals', async () => {
    const {ehr, session, renewals} = await open();
    ehr.clock += 60_000;
    ehr.validTokens.delete('access-1');
    assert.deepEqual(new Set((await ten(session)).map(({status}) => status)), new Set([200]));
    assert.equal(renewals(), 1);
  });

  it('lives on when the token endpoint does not answer or is in trouble (conformance 17)', async () => {
    const troubles: (() => Response | Promise<Response>)[] = [
      () => Promise.reject(new TypeError('Failed to fetch')),
      () => new Response('', {status: 500}),
      () => new Response('', {status: 503}),
      () => new Response('', {status: 429}),
      () => new Response('', {status: 408}),
      () => new Response('<html>sign in</html>'),
      () => Response.json({token_type: 'Bearer'}),
    ];
    for (const trouble of troubles) {
      const {ehr, session, ends} = await open();
      const good = ehr.refreshed;
      ehr.refreshed = trouble;
      ehr.clock += 3_600_000;
      await assert.rejects(session.transport.request(read));
      assert.deepEqual(ends, []);
      ehr.refreshed = good;
      assert.equal((await session.transport.request(read)).status, 200);
    }
  });

  it('ends with invalid_grant, and with a token for another patient, which is never used (conformance 17)', async () => {
    const cases: [Response, string][] = [
      [Response.json({error: 'invalid_grant'}, {status: 400}), 'revoked'],
      [Response.json({access_token: 'access-2', patient: 'pat-2'}), 'other-patient'],
    ];
    for (const [answer, why] of cases) {
      const {ehr, frame, session, ends} = await open();
      ehr.refreshed = () => answer;
      ehr.clock += 3_600_000;
      await assert.rejects(session.transport.request(read), {failure: 'signed-out'});
      assert.deepEqual(ends, [why]);
      assert.equal(
        ehr.sent.filter(({headers}) => headers.get('authorization') === 'Bearer access-2').length,
        0,
      );
      const after = await reload(ehr, frame);
      assert.deepEqual(after.ok || after.error.kind, 'not-launched');
    }
  });

  it('takes a renewed token for the same patient, however it is written', async () => {
    const {ehr, session} = await open();
    ehr.refreshed = () =>
      Response.json({access_token: 'access-2', patient: 'Patient/pat-1', expires_in: '60'});
    ehr.clock += 3_600_000;
    assert.equal((await session.transport.request(read)).status, 200);
  });

  it('goes on with what it has when the server renews nothing for public clients', async () => {
    const {ehr, session, ends, renewals} = await open();
    ehr.refreshed = () => Response.json({error: 'unauthorized_client'}, {status: 401});
    ehr.clock += 50 * 60_000;
    for (let n = 0; n < 3; n++) {
      assert.equal((await session.transport.request(read)).status, 200);
      await new Promise(setImmediate);
    }
    assert.equal(renewals(), 1);
    ehr.clock += 10 * 60_000;
    await assert.rejects(session.transport.request(read), {failure: 'signed-out'});
    assert.deepEqual(ends, ['expired']);
  });

  it('holds a lock of its own over all tabs while it renews, and does without where there is none (T22)', async () => {
    const names: string[] = [];
    const request = async (name: string, work: () => Promise<void>) => {
      names.push(name);
      await work();
    };
    const locked = async (locks: {request: typeof request}) => {
      const {ehr, frame, session, renewals} = await open();
      Object.assign(frame.navigator, {locks});
      ehr.clock += 3_600_000;
      assert.equal((await session.transport.request(read)).status, 200);
      assert.equal(renewals(), 1);
    };
    await locked({request});
    assert.match(names.join(), /^isp-refresh:[0-9a-f-]{36}$/u);
    await locked({request: () => Promise.reject(new DOMException('no', 'SecurityError'))});
  });

  it('sends the token to no other place, and says once that it ended', async () => {
    const {ehr, session, ends} = await open();
    const sent = ehr.sent.length;
    for (const path of [
      'https://evil.example/fhir/Patient/1',
      '//evil.example/x',
      '../other',
      'https://ehr.example/fhirx/Patient/1',
    ])
      await assert.rejects(session.transport.request({...read, path}), {failure: 'held-elsewhere'}, path);
    assert.equal(ehr.sent.length, sent);
    session.end();
    session.end();
    await assert.rejects(session.transport.request(read), {failure: 'signed-out'});
    assert.deepEqual([ends, ehr.sent.length], [['closed'], sent]);
  });
});
