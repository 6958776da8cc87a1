import assert from 'node:assert/strict';
import {afterEach, describe, test} from 'node:test';
import {FAULT_KINDS, Faults, type FaultKind, type FaultRule} from '../../sandbox/faults.ts';
import {client, issue, newGoal, withSandbox, type Answer} from './sandbox-session.ts';

const use = withSandbox();
afterEach(() => use().faults.clear());

/** What a browser would see: an answer, or no answer at all. */
async function see(rule: FaultRule, method = 'GET', path = 'Goal/g1'): Promise<Answer | 'no answer'> {
  const ask = client(use());
  use().faults.add(rule);
  try {
    return await ask(method, path, method === 'POST' ? {body: newGoal()} : {});
  } catch {
    return 'no answer';
  } finally {
    use().faults.clear();
  }
}

const STATUSES: readonly [kind: FaultKind, code: string][] = [
  ['400', 'invalid'],
  ['401', 'login'],
  ['403', 'forbidden'],
  ['404', 'not-found'],
  ['409', 'conflict'],
  ['410', 'deleted'],
  ['412', 'conflict'],
  ['422', 'business-rule'],
  ['429', 'throttled'],
  ['500', 'exception'],
  ['502', 'transient'],
  ['503', 'transient'],
  ['504', 'timeout'],
];

describe('each fault does what it says', () => {
  for (const [kind, code] of STATUSES) {
    test(kind, async () => {
      const answer = await see({kind, retryAfter: 7});
      assert.ok(answer !== 'no answer');
      assert.deepEqual(
        [answer.status, answer.body.resourceType, issue(answer).code],
        [Number(kind), 'OperationOutcome', code],
      );
      assert.equal(answer.headers.get('retry-after'), kind === '429' || kind === '503' ? '7' : null);
      const before = use().store.count('Goal', 'anna');
      await see({kind}, 'POST', 'Goal');
      assert.equal(use().store.count('Goal', 'anna'), before, 'nothing was written');
    });
  }

  test('422 names an element', async () => {
    const first = await see({kind: '422'}, 'POST', 'Goal');
    const named = await see({kind: '422', expression: 'Goal.target[0].dueDate'}, 'POST', 'Goal');
    assert.ok(first !== 'no answer' && named !== 'no answer');
    assert.deepEqual(
      [issue(first).expression, issue(named).expression],
      [['Goal.description'], ['Goal.target[0].dueDate']],
    );
  });

  test('reset and close: no answer, nothing done', async () => {
    for (const kind of ['reset', 'close'] as const) {
      const before = use().store.count('Goal', 'anna');
      assert.equal(await see({kind}, 'POST', 'Goal'), 'no answer');
      assert.equal(use().store.count('Goal', 'anna'), before);
    }
  });

  test('drop-after-write: no answer, and done', async () => {
    const before = use().store.count('Goal', 'anna');
    assert.equal(await see({kind: 'drop-after-write'}, 'POST', 'Goal'), 'no answer');
    assert.equal(use().store.count('Goal', 'anna'), before + 1);
  });

  test('hang: nothing until the client gives up', async () => {
    const {token, base} = use().grant('anna', 'patient/*.rs');
    const headers = {Authorization: `Bearer ${token}`};
    use().faults.add({kind: 'hang', path: '/Goal/g1'});
    const giveUp = new AbortController();
    const waiting = fetch(`${base}/Goal/g1`, {headers, signal: giveUp.signal}).then(() => 'hang');
    const other = fetch(`${base}/Patient/anna`, {headers}).then(() => 'other');
    assert.equal(await Promise.race([waiting, other]), 'other');
    giveUp.abort();
    await assert.rejects(waiting, {name: 'AbortError'});
  });

  test('slow: after what was asked later, and whole', async () => {
    const ask = client(use());
    use().faults.add({kind: 'slow', ms: 300, path: '/Goal/g1'});
    const order: string[] = [];
    const [slow] = await Promise.all(
      ['Goal/g1', 'Goal/g2'].map(async (path) => {
        const answer = await ask('GET', path);
        order.push(path);
        return answer;
      }),
    );
    assert.deepEqual(order, ['Goal/g2', 'Goal/g1']);
    assert.equal(slow?.body.id, 'g1');
  });

  test('truncated: 200, and the body breaks off', async () => {
    const {token, base} = use().grant('anna', 'patient/*.rs');
    use().faults.add({kind: 'truncated'});
    const response = await fetch(`${base}/Goal/g1`, {headers: {Authorization: `Bearer ${token}`}});
    assert.equal(response.status, 200);
    await assert.rejects(response.text());
  });

  test('html200, empty200, outcome200: 200 with something else', async () => {
    const [html, empty, outcome] = [
      await see({kind: 'html200'}),
      await see({kind: 'empty200'}),
      await see({kind: 'outcome200'}),
    ];
    assert.ok(html !== 'no answer' && empty !== 'no answer' && outcome !== 'no answer');
    assert.deepEqual([html.status, empty.status, outcome.status], [200, 200, 200]);
    assert.match(html.headers.get('content-type') ?? '', /text\/html/u);
    assert.equal(empty.text, '');
    assert.deepEqual([outcome.body.resourceType, issue(outcome).severity], ['OperationOutcome', 'error']);
  });

  test('redirect: elsewhere', async () => {
    const {token, base} = use().grant('anna', 'patient/*.rs');
    use().faults.add({kind: 'redirect'});
    const response = await fetch(`${base}/Goal/g1`, {
      headers: {Authorization: `Bearer ${token}`},
      redirect: 'manual',
    });
    assert.deepEqual(
      [response.status, response.headers.get('location')],
      [302, `${use().fhirUrl}/elsewhere`],
    );
  });

  test('no-cors: an answer that a browser must not show', async () => {
    const {token, base} = use().grant('anna', 'patient/*.rs');
    const allowed = async () => {
      const headers = {Authorization: `Bearer ${token}`, Origin: use().panelUrl};
      return (await fetch(`${base}/Goal/g1`, {headers})).headers.get('access-control-allow-origin');
    };
    assert.equal(await allowed(), use().panelUrl);
    use().faults.add({kind: 'no-cors'});
    assert.equal(await allowed(), null);
  });

  test('expire-token: this request and all later ones are refused', async () => {
    const ask = client(use());
    use().faults.add({kind: 'expire-token', nth: 1});
    assert.deepEqual(
      [(await ask('GET', 'Goal/g1')).status, (await ask('GET', 'Goal/g1')).status],
      [401, 401],
    );
  });

  test('other-patient: somebody else’s record slips in', async () => {
    const found = await see({kind: 'other-patient'}, 'GET', 'Goal?patient=anna');
    const one = await see({kind: 'other-patient'});
    assert.ok(found !== 'no answer' && one !== 'no answer');
    assert.match(found.text, /Patient\/bob/u);
    assert.equal(one.body.id, 'bob-goal');
  });

  test('every kind stands in this file', () => {
    const tested = [
      ...STATUSES.map(([kind]) => kind),
      'reset',
      'close',
      'drop-after-write',
      'hang',
      'slow',
      'truncated',
      'html200',
      'empty200',
      'outcome200',
      'redirect',
      'no-cors',
      'expire-token',
      'other-patient',
    ];
    assert.deepEqual(tested.toSorted(), [...FAULT_KINDS].toSorted());
  });
});

describe('when a fault is played', () => {
  const played = (rule: FaultRule, calls: readonly [string, string][]): boolean[] => {
    const faults = new Faults();
    faults.add(rule);
    return calls.map(([method, path]) => faults.match(method, path) !== null);
  };
  const get = (path: string): [string, string] => ['GET', path];

  test('by path, by method, by the n-th call; never on a preflight unless it is asked for', () => {
    const goals = [get('/open/fhir/Goal'), get('/open/fhir/Patient/1'), get('/open/auth/token')];
    assert.deepEqual(played({kind: '500'}, goals), [true, true, false]);
    assert.deepEqual(played({kind: '500', path: '/Goal'}, goals), [true, false, false]);
    assert.deepEqual(
      played({kind: '500', method: 'POST'}, [get('/open/fhir/Goal'), ['POST', '/open/fhir/Goal']]),
      [false, true],
    );
    assert.deepEqual(played({kind: '500', nth: 2}, [goals[0]!, goals[0]!, goals[0]!]), [false, true, false]);
    assert.deepEqual(played({kind: '500', nth: [1, 3]}, [goals[0]!, goals[0]!, goals[0]!]), [
      true,
      false,
      true,
    ]);
    assert.deepEqual(played({kind: '500'}, [['OPTIONS', '/open/fhir/Goal']]), [false]);
    assert.deepEqual(played({kind: '500', method: 'OPTIONS'}, [['OPTIONS', '/open/fhir/Goal']]), [true]);
  });

  test('by chance, the same in every run', () => {
    const calls = Array.from({length: 400}, () => get('/open/fhir/Goal'));
    const [one, two, other] = [1, 1, 2].map((seed) => played({kind: '500', probability: 0.25, seed}, calls));
    assert.deepEqual(one, two);
    assert.notDeepEqual(one, other);
    const hits = one?.filter(Boolean).length ?? 0;
    assert.ok(hits > 60 && hits < 140, String(hits));
  });

  test('the first rule that fits wins; what was played is counted; one or all can be switched off', () => {
    const faults = new Faults();
    const first = faults.add({kind: '500', nth: 1});
    faults.add({kind: '403'});
    assert.deepEqual(
      [faults.match('GET', '/fhir/Goal')?.kind, faults.match('GET', '/fhir/Goal')?.kind],
      ['500', '403'],
    );
    assert.deepEqual(
      faults.list().map(({kind, calls, played: times}) => [kind, calls, times]),
      [
        ['500', 2, 1],
        ['403', 2, 1],
      ],
    );
    faults.clear(first);
    faults.clear(99);
    assert.equal(faults.list().length, 1);
    faults.clear();
    assert.equal(faults.match('GET', '/fhir/Goal'), null);
    assert.throws(() => faults.add({kind: 'quake' as FaultKind}));
  });
});
