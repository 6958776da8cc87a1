import assert from 'node:assert/strict';
import {globSync, readFileSync} from 'node:fs';
import {test} from 'node:test';
import {FAULT_KINDS} from '../../sandbox/faults.ts';
import {PERSONALITIES} from '../../sandbox/fhir/personalities.ts';
import {CLIENT_REQUIREMENTS} from '../../sandbox/smart/client-checks.ts';
import type {Sandbox} from '../../sandbox/start-sandbox.ts';
import {
  authorizeRequest,
  client,
  follow,
  newGoal,
  read,
  withSandbox,
  type Answer,
} from './sandbox-session.ts';

const use = withSandbox();
const FOLDER = new URL('../../sandbox/chart/', import.meta.url);

async function ask(
  {chartUrl}: Sandbox,
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Answer & {readonly json: unknown}> {
  const answer = await read(
    await fetch(`${chartUrl}${path}`, {
      method,
      headers,
      ...(body === undefined ? {} : {body: JSON.stringify(body)}),
    }),
  );
  const isJson = (answer.headers.get('content-type') ?? '').startsWith('application/json');
  return {...answer, json: isJson ? JSON.parse(answer.text) : null};
}

const PAGES: readonly (readonly [path: string, type: RegExp, content: RegExp])[] = [
  ['/', /^text\/html/, /id="patient-list"/],
  ['/?patient=anna&autolaunch=1', /^text\/html/, /id="patient-list"/],
  ['/checks', /^text\/html/, /id="launches"/],
  ['/app.js', /^text\/javascript/, /readState/],
  ['/base.css', /^text\/css/, /color-scheme/],
  ['/icon.svg', /^image\/svg/, /<svg/],
];

for (const [path, type, content] of PAGES) {
  test(`the chart serves ${path}`, async () => {
    const answer = await ask(use(), 'GET', path);
    assert.equal(answer.status, 200);
    assert.match(answer.headers.get('content-type') ?? '', type);
    assert.match(answer.headers.get('content-security-policy') ?? '', /script-src 'self';.*style-src 'self'/);
    assert.match(answer.text, content);
  });
}

test('nothing outside the folder of the chart is served', async () => {
  const refused = [
    '/../package.json',
    '/%2e%2e/faults.js',
    '/..%2fpackage.json',
    '/nothing.js',
    '/api/nothing',
  ];
  for (const path of refused) assert.equal((await ask(use(), 'GET', path)).status, 404, path);
});

for (const file of globSync('*.html', {cwd: FOLDER})) {
  test(`${file} has no inline script, style or listener, and names only files that exist`, () => {
    const html = readFileSync(new URL(file, FOLDER), 'utf8');
    assert.doesNotMatch(html, /<style|\sstyle=|\son[a-z]+=|javascript:/i);
    for (const [, attributes, content] of html.matchAll(/<script([^>]*)>([\s\S]*?)<\/script>/g)) {
      assert.match(attributes ?? '', /\ssrc="\/[a-z-]+\.js"/);
      assert.equal(content, '');
    }
    const named = [...html.matchAll(/(?:src|href)="\/([a-z-]+\.(?:js|css|svg))"/g)].map(([, name]) => name);
    const there = globSync('*', {cwd: FOLDER});
    assert.deepEqual(
      named.filter((name) => !there.includes(name ?? '')),
      [],
    );
  });
}

const SWITCHES: readonly (readonly [method: string, path: string, body?: unknown])[] = [
  ['POST', '/api/launch', {patientId: 'anna'}],
  ['POST', '/api/standalone', {}],
  ['POST', '/api/settings', {latencyMs: 9000}],
  ['POST', '/api/expire', {}],
  ['POST', '/_faults', {kind: '500'}],
  ['DELETE', '/_faults'],
  ['DELETE', '/api/log'],
];

for (const [method, path, body] of SWITCHES) {
  for (const origin of ['https://elsewhere.example', 'null']) {
    test(`a page of the origin ${origin} cannot ${method} ${path}`, async () => {
      const sandbox = use();
      const launches = sandbox.launches.list.length;
      const answer = await ask(sandbox, method, path, body, {Origin: origin, 'Content-Type': 'text/plain'});
      assert.equal(answer.status, 403);
      assert.equal(sandbox.launches.list.length, launches);
      assert.equal(sandbox.faults.list().length, 0);
      assert.equal(sandbox.settings.latencyMs, 0);
    });
  }
}

test('the chart lists its people, its record systems and the faults it can play', async () => {
  const {people, personalities, faults} = (await ask(use(), 'GET', '/api/people')).json as {
    people: {id: string; name: string; birthDate: string}[];
    personalities: {name: string}[];
    faults: string[];
  };
  assert.deepEqual(
    people.map(({id, name, birthDate}) => [id, name, birthDate]),
    [
      ['anna', 'CÔTÉ, Anna', '1950-02-03'],
      ['bob', 'ROY, Bob', '1960-01-01'],
    ],
  );
  assert.deepEqual(
    personalities.map(({name}) => name),
    PERSONALITIES.map(({name}) => name),
  );
  assert.deepEqual(faults, FAULT_KINDS);
});

test('a launch made by the chart opens the panel on its patient, in its language and theme', async () => {
  const sandbox = use();
  const choice = {
    patientId: 'anna',
    personality: 'readonly',
    lang: 'fr-CA',
    theme: 'dark',
    options: {needPatientBanner: false},
  };
  const {launchId, url} = (await ask(sandbox, 'POST', '/api/launch', choice)).json as {
    launchId: string;
    url: string;
  };
  const address = new URL(url);
  assert.equal(address.origin + address.pathname, `${sandbox.panelUrl}/launch.html`);
  assert.equal(address.searchParams.get('iss'), `${sandbox.fhirUrl}/readonly/fhir`);
  assert.equal(address.searchParams.get('lang'), 'fr-CA');
  assert.equal(address.searchParams.get('theme'), 'dark');
  const launch = sandbox.launches.byId(launchId);
  assert.equal(launch?.patientId, 'anna');
  assert.equal(launch.token, address.searchParams.get('launch'));
  assert.deepEqual(launch.options, {needPatientBanner: false});
});

test('a standalone launch names the record system and nothing else', async () => {
  const {url} = (await ask(use(), 'POST', '/api/standalone', {lang: 'en-CA'})).json as {url: string};
  assert.deepEqual([...new URL(url).searchParams.keys()], ['iss', 'lang']);
});

test('the record tells what is in it and what was written since the start, to each patient their own', async () => {
  const sandbox = use();
  const record = async (patient: string) =>
    (await ask(sandbox, 'GET', `/api/record?patient=${patient}`)).json as {
      counts: {type: string; count: number}[];
      written: {type: string; versionId: string; method: string; text: string}[];
    };
  const before = await record('anna');
  assert.deepEqual(before.written, []);
  assert.equal(before.counts.find(({type}) => type === 'Goal')?.count, 2);
  const send = client(sandbox);
  const goal = sandbox.store.get('Goal', 'g1');
  await send('PUT', 'Goal/g1', {body: {...goal, priority: undefined}, headers: {'If-Match': 'W/"1"'}});
  await send('POST', 'Goal', {body: newGoal({description: {text: 'Sing'}})});
  const {written} = await record('anna');
  assert.deepEqual(
    written.map(({method, text, versionId}) => [method, text, versionId]),
    [
      ['POST', 'Sing', '1'],
      ['PUT', 'Walk', '2'],
    ],
  );
  assert.deepEqual((await record('bob')).written, []);
  assert.deepEqual(await record('nobody'), {counts: [], written: []});
});

test('the log is followed live and can be cleared', async () => {
  const sandbox = use();
  const live = await fetch(`${sandbox.chartUrl}/api/log/live`);
  assert.equal(live.headers.get('content-type'), 'text/event-stream');
  assert.ok(live.body !== null);
  const reader = live.body.pipeThrough(new TextDecoderStream()).getReader();
  await client(sandbox)('GET', 'Goal/g1');
  let text = '';
  while (!text.includes('data: ')) text += (await reader.read()).value ?? '';
  await reader.cancel();
  assert.match(text, /"method":"GET","path":"\/open\/fhir\/Goal\/g1"/);
  await ask(sandbox, 'DELETE', '/api/log');
  assert.deepEqual((await ask(sandbox, 'GET', '/api/log')).json, {entries: [], preflights: []});
});

test('the checks tell for each launch which requirements were met', async () => {
  const sandbox = use();
  const {launchId, url} = sandbox.launch({patientId: 'anna'});
  await follow(
    authorizeRequest(sandbox, new URL(url).searchParams.get('launch'), {code_challenge_method: 'plain'}).url,
  );
  const all = (await ask(sandbox, 'GET', '/api/checks')).json as {
    id: string;
    checks: {id: string; failed: number}[];
  }[];
  const mine = new Map(all.find(({id}) => id === launchId)?.checks.map((check) => [check.id, check.failed]));
  assert.equal(mine.get('pkce'), 1);
  assert.equal(mine.get('aud'), 0);
  assert.equal(mine.has('refresh'), false);
  const requirements = (await ask(sandbox, 'GET', '/api/requirements')).json as {id: string}[];
  assert.deepEqual(
    requirements.map(({id}) => id),
    Object.keys(CLIENT_REQUIREMENTS),
  );
});

test('a fault that makes no sense is refused with a reason', async () => {
  const sandbox = use();
  for (const rule of [{kind: 'flood'}, {kind: 'slow', path: '['}]) {
    const answer = await ask(sandbox, 'POST', '/_faults', rule);
    assert.equal(answer.status, 400);
    assert.match(String(answer.body.error), /flood|regular expression/);
  }
  assert.deepEqual((await ask(sandbox, 'GET', '/_faults')).json, []);
});
