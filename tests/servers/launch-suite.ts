import assert from 'node:assert/strict';
import type {Issuer} from '../../src/config/issuer.ts';
import {discover} from '../../src/smart/endpoints.ts';
import type {SmartSession} from '../../src/smart.ts';
import {completeLaunch, site, startLaunch, Tab} from '../smart/fake-browser.ts';
import {Checks, NotHere, type Outcome} from './check.ts';

export interface LaunchChoice {
  readonly iss: string;
  /** The token of an EHR launch; null for a standalone one. */
  readonly launch: string | null;
  readonly clientId: string;
  /** The redirect address that is registered. */
  readonly redirect: string;
  /** Origins of its endpoints, when they are elsewhere. */
  readonly tokenOrigins: readonly string[];
}

/** How often a sign-in page may send on before a person has to look at it. */
const MOST_REDIRECTS = 12;

/** Launches the panel on a record system as a browser would, by conformance number; gives the session when it opened. */
export async function checkLaunch(
  choice: LaunchChoice,
): Promise<{readonly outcomes: readonly Outcome[]; readonly session: SmartSession | null}> {
  const checks = new Checks();
  const {iss, launch, clientId, redirect} = choice;
  const settings = {
    tokenOrigins: [...choice.tokenOrigins],
    pkce: 'unadvertised',
    requireNonce: false,
  };
  const given = site({frameAncestors: []}, {iss, clientId, ...settings});
  const [issuer] = given.issuers;
  const folder = new URL('.', redirect).href;
  const address = new URL('launch.html', folder);
  address.searchParams.set('iss', iss);
  if (launch !== null) address.searchParams.set('launch', launch);
  const frame = new Tab().frame(address.href);
  frame.ancestors = [];
  const name = new URL(redirect).pathname.split('/').at(-1) || '.';
  let session: SmartSession | null = null;
  let back = '';

  await checks.run([8], 'its endpoints are found, on listed origins', async () => {
    const found = await discover(issuer as Issuer);
    assert.ok(found.ok, found.ok ? '' : found.error.kind);
    return `authorize ${found.value.authorize}, token ${found.value.token}`;
  });
  await checks.run([4], 'it says that it does PKCE with S256', async () => {
    const found = await discover(issuer as Issuer);
    if (!found.ok) throw new NotHere(found.error.kind);
    if (!found.value.s256) throw new NotHere('S256 is not advertised: set pkce to unadvertised');
    return 'S256';
  });
  await checks.run(
    [1, 2, 3, 4],
    'a launch asks for a code with S256, a random state and its own address',
    async () => {
      const problem = await startLaunch(frame, given, {redirect: name});
      assert.equal(problem, null, JSON.stringify(problem));
      const query = new URL(frame.assigned.at(-1) ?? '').searchParams;
      assert.equal(query.get('code_challenge_method'), 'S256');
      assert.match(query.get('state') ?? '', /^[0-9a-f-]{36}$/u);
      assert.deepEqual([query.get('aud'), query.get('redirect_uri')], [iss, redirect]);
      return query.get('scope') ?? '';
    },
  );
  await checks.run([6, 9, 13], 'it sends the browser back with a code', async () => {
    const start = frame.assigned.at(-1);
    if (start === undefined) throw new NotHere('no launch was begun');
    back = await followRedirects(start, redirect);
    const error = new URL(back).searchParams.get('error');
    assert.equal(error, null, `${error}: ${new URL(back).searchParams.get('error_description')}`);
    return 'by itself';
  });
  await checks.run([5, 14, 15, 19], 'the code gives tokens of this launch, with a patient', async () => {
    if (back === '') throw new NotHere('there is no code');
    frame.goTo(back);
    const opened = await completeLaunch(frame, given);
    assert.ok(opened.ok, opened.ok ? '' : JSON.stringify(opened.error));
    session = opened.value;
    assert.equal(new URL(frame.location.href).search, '');
    const {patientId, user} = session.context;
    return `Patient/${patientId}, ${user ?? 'nobody named'}, scopes ${session.scopes}`;
  });
  await checks.run([3], 'the same answer opens nothing a second time', async () => {
    if (back === '') throw new NotHere('there is no code');
    const again = await completeLaunch(frame.goTo(back), given);
    assert.equal(again.ok, false);
    return 'refused';
  });
  return {outcomes: checks.outcomes, session};
}

/** Goes where the sign-in sends a browser that fills in nothing, until it comes back to us. */
async function followRedirects(start: string, redirect: string): Promise<string> {
  let address = start;
  const cookies = new Map<string, string>();
  for (let hop = 0; hop < MOST_REDIRECTS; hop += 1) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(address, {redirect: 'manual', headers: cookie ? {cookie} : {}});
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/u.exec(line) ?? [];
      cookies.set(name, value);
    }
    const next = answer.headers.get('location');
    if (next === null)
      throw new NotHere(`somebody has to sign in: HTTP ${answer.status} at ${new URL(address).origin}`);
    address = new URL(next, address).href;
    if (address.startsWith(`${redirect}?`)) return address;
  }
  throw new NotHere(`after ${MOST_REDIRECTS} redirects it is at ${new URL(address).origin} still`);
}
