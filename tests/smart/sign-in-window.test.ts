import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {HandBackEvent, OpenerPage} from '../../src/smart/sign-in-window.ts';
import {
  completeLaunch,
  FakeEhr,
  Frame,
  launchUrl,
  panel,
  site,
  startLaunch,
  Tab,
  value,
} from './fake-browser.ts';

const {handBack, prepareSignInWindow} = await import('../../src/smart/sign-in-window.ts');

const inWindow = site({authMode: 'popup'});
const origin = new URL(panel).origin;

/** A window as the page that opened it sees it. */
class Opened {
  closed = false;
  readonly url: string;
  constructor(url: string) {
    this.url = url;
  }
  close(): void {
    this.closed = true;
  }
}

/** A frame in which the browser keeps nothing, and that may open windows. */
class Opener extends Frame implements OpenerPage {
  readonly windows: Opened[] = [];
  readonly #listeners = new Set<(event: HandBackEvent) => void>();
  stopsWindows = false;
  override blocked = true;

  open(url: string): Opened | null {
    if (this.stopsWindows) return null;
    const opened = new Opened(url);
    this.windows.push(opened);
    return opened;
  }
  addEventListener(_: 'message', listener: (event: HandBackEvent) => void): void {
    this.#listeners.add(listener);
  }
  removeEventListener(_: 'message', listener: (event: HandBackEvent) => void): void {
    this.#listeners.delete(listener);
  }
  get listeners(): number {
    return this.#listeners.size;
  }
  receive(event: HandBackEvent): void {
    for (const listener of this.#listeners) listener(event);
  }
}

/** The redirect page of a launch whose person is to sign in in a window: as far as the button. */
async function ready(ehr: FakeEhr, given = inWindow) {
  const frame = new Opener(new Tab(), launchUrl);
  assert.equal(await startLaunch(frame, given, ehr.options), null);
  const address = frame.assigned.at(-1) ?? '';
  frame.goTo(address);
  const without = await completeLaunch(frame, given, ehr.options);
  assert.deepEqual(without, {ok: false, error: {kind: 'not-launched'}});
  const signIn = value(await prepareSignInWindow(frame, given, address, ehr.options));
  return {frame, address, signIn};
}

/** What the window posts when it comes back to `address`, and to which origin. */
function handedBack(address: string): {message: unknown; to: string; closed: boolean} | null {
  const posted: {message: unknown; to: string}[] = [];
  let closed = false;
  const opener = {postMessage: (message: unknown, to: string) => void posted.push({message, to})};
  const done = handBack({opener, close: () => (closed = true)}, address);
  assert.equal(done, posted.length === 1);
  const [first] = posted;
  return first ? {...first, closed} : null;
}

const isPending = async (done: Promise<unknown>): Promise<boolean> => {
  const nothing = {};
  await new Promise(setImmediate);
  return (await Promise.race([done, Promise.resolve(nothing)])) === nothing;
};

describe('a sign-in in a window of its own', () => {
  it('opens the chart in the frame, with nothing stored before, where the browser keeps nothing for it (conformance 12) (T21)', async () => {
    const ehr = new FakeEhr();
    const {frame, signIn} = await ready(ehr);
    assert.equal(ehr.requests('/token').length, 0);
    assert.equal(signIn.open(), true);
    const [opened] = frame.windows;
    assert.ok(opened);
    assert.match(opened.url, /^https:\/\/login\.example\/authorize\?/u);
    const back = handedBack(ehr.signIn(opened.url));
    frame.receive({origin: back?.to ?? '', source: opened, data: back?.message});
    const session = value(await signIn.done);
    assert.equal(session.context.patientId, 'pat-1');
    assert.deepEqual([opened.closed, frame.listeners], [true, 0]);
    assert.equal(frame.location.href, `${panel}/index.html`);
    assert.equal(
      (await session.transport.request({method: 'GET', path: 'Patient/pat-1', headers: {}})).status,
      200,
    );
    const form = new URLSearchParams(ehr.requests('/token')[0]?.body);
    assert.match(form.get('code_verifier') ?? '', /^[\w-]{43,128}$/u);
  });

  it('hands its answer back to this very origin and no other, whatever the address says (conformance 13)', () => {
    for (const query of [
      '?code=c&state=s',
      '?error=access_denied&state=s',
      '?code=c&state=s&origin=https://evil.example',
    ]) {
      const back = handedBack(`${panel}/index.html${query}`);
      assert.deepEqual(back, {message: {type: 'isp-sign-in', answer: query}, to: origin, closed: true});
    }
    for (const query of ['', '?code=c', '?code=a&code=b&state=s', '?iss=https://ehr.example/fhir&launch=x'])
      assert.equal(handedBack(`${panel}/index.html${query}`), null, query);
    assert.equal(handBack({opener: null, close: assert.fail}, `${panel}/index.html?code=c&state=s`), false);
  });

  it('passes over what comes from elsewhere, from another window or for another sign-in (conformance 13) (T18)', async () => {
    const ehr = new FakeEhr();
    const {frame, signIn} = await ready(ehr);
    const early = {type: 'isp-sign-in', answer: '?code=x&state=00000000-0000-4000-8000-000000000000'};
    frame.receive({origin, source: undefined, data: early});
    frame.receive({origin, source: null, data: early});
    assert.equal(signIn.open(), true);
    const [opened] = frame.windows;
    const right = handedBack(ehr.signIn(opened?.url ?? ''))?.message as {type: string; answer: string};
    const other = await ready(ehr);
    other.signIn.open();
    const ofOther = handedBack(ehr.signIn(other.frame.windows[0]?.url ?? ''))?.message;
    const forged: HandBackEvent[] = [
      {origin: 'https://evil.example', source: opened, data: right},
      {origin: 'null', source: opened, data: right},
      {origin: `${origin}.evil.example`, source: opened, data: right},
      {origin: origin.replace('https', 'http'), source: opened, data: right},
      {origin, source: {}, data: right},
      {origin, source: frame, data: right},
      {origin, source: opened, data: ofOther},
      {origin, source: opened, data: early},
      {origin, source: opened, data: {...right, type: 'isp-other'}},
      {origin, source: opened, data: {...right, answer: `https://evil.example/${right.answer}`}},
      {origin, source: opened, data: {...right, answer: `${right.answer}&code=y`}},
      {origin, source: opened, data: right.answer},
      {origin, source: opened, data: null},
      {origin, source: opened, data: {type: 'isp-sign-in'}},
    ];
    for (const event of forged) frame.receive(event);
    assert.equal(await isPending(signIn.done), true);
    assert.equal(ehr.requests('/token').length, 0);
    frame.receive({origin, source: opened, data: right});
    assert.equal((await signIn.done).ok, true);
    // The same answer again: nobody listens any more.
    frame.receive({origin, source: opened, data: right});
    assert.equal(ehr.requests('/token').length, 1);
  });

  it('listens to the newest window only, and says when the browser stopped it', async () => {
    const ehr = new FakeEhr();
    const {frame, signIn} = await ready(ehr);
    frame.stopsWindows = true;
    assert.equal(signIn.open(), false);
    frame.stopsWindows = false;
    assert.equal(signIn.open(), true);
    assert.equal(signIn.open(), true);
    const [former, newest] = frame.windows;
    const data = handedBack(ehr.signIn(newest?.url ?? ''))?.message;
    frame.receive({origin, source: former, data});
    assert.equal(await isPending(signIn.done), true);
    frame.receive({origin, source: newest, data});
    assert.equal((await signIn.done).ok, true);
  });

  it('tells what the record system refused', async () => {
    const ehr = new FakeEhr();
    const {frame, signIn} = await ready(ehr);
    signIn.open();
    const [opened] = frame.windows;
    const state = new URL(opened?.url ?? '').searchParams.get('state') ?? '';
    frame.receive({
      origin,
      source: opened,
      data: {type: 'isp-sign-in', answer: `?error=access_denied&state=${state}`},
    });
    const refused = await signIn.done;
    assert.equal(refused.ok || refused.error.kind, 'refused');
    assert.equal(ehr.requests('/token').length, 0);
  });

  it('is offered only where the site says so: always, or where the browser keeps nothing', async () => {
    for (const [authMode, blocked, there] of [
      ['redirect', false, 'login.example'],
      ['redirect', true, 'storage-blocked'],
      ['auto', false, 'login.example'],
      ['auto', true, 'panel.example'],
      ['popup', false, 'panel.example'],
      ['popup', true, 'panel.example'],
    ] as const) {
      const frame = new Tab().frame(launchUrl);
      frame.blocked = blocked;
      const problem = await startLaunch(frame, site({authMode}), new FakeEhr().options);
      const went = frame.assigned.map((url) => new URL(url).host);
      assert.deepEqual(problem ? [problem.kind] : went, [there], `${authMode} ${blocked}`);
    }
  });

  it('takes on only what was checked of the launch address, and checks it again', async () => {
    const frame = new Opener(new Tab(), `${launchUrl}&lang=fr-CA&theme=dark&extra=1`);
    await startLaunch(frame, inWindow, new FakeEhr().options);
    const query = new URL(frame.assigned[0] ?? '').searchParams;
    assert.deepEqual([...query.keys()].toSorted(), ['iss', 'lang', 'launch', 'theme']);
    const ehr = new FakeEhr();
    const refused: readonly [string, string][] = [
      ['?iss=https://evil.example/fhir&launch=x', 'unknown-issuer'],
      ['?launch=x', 'no-issuer'],
      ['?iss=https://ehr.example/fhir&launch=x&clientId=y', 'hostile-address'],
    ];
    for (const [address, kind] of refused) {
      const result = await prepareSignInWindow(frame, inWindow, `${panel}/index.html${address}`, ehr.options);
      assert.equal(result.ok || result.error.kind, kind, address);
    }
    frame.ancestors = ['https://evil.example'];
    const framed = await prepareSignInWindow(frame, inWindow, launchUrl, ehr.options);
    assert.equal(framed.ok || framed.error.kind, 'framed-by-stranger');
    assert.deepEqual(ehr.sent, []);
  });
});
