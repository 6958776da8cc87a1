import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {TransportError} from '../../src/fhir/transport.ts';
import {createTokenKeeper, type EndReason, type Renewal, type Tokens} from '../../src/smart/token-keeper.ts';

const minute = 60_000;

/** A keeper of a token of an hour, whose renewals are answered as told. */
function keep(tokens: Partial<Tokens> = {}) {
  const state = {
    now: 0,
    renewals: [] as string[],
    answers: [] as (Renewal | Promise<Renewal>)[],
    kept: [] as Tokens[],
    ends: [] as EndReason[],
    locks: 0,
  };
  const keeper = createTokenKeeper({
    tokens: {access: 'a1', refresh: 'r1', issuedAt: 0, expiresAt: 60 * minute, ...tokens},
    now: () => state.now,
    renew: async (refresh) => {
      state.renewals.push(refresh);
      return (await state.answers.shift()) ?? {kind: 'later'};
    },
    exclusively: async (work) => {
      state.locks += 1;
      await work();
    },
    onRenewed: (renewed) => state.kept.push(renewed),
    onEnd: (why) => state.ends.push(why),
  });
  const renewed = (n: number, more: Partial<Tokens> = {}): Renewal => ({
    kind: 'renewed',
    tokens: {
      access: `a${n}`,
      refresh: `r${n}`,
      issuedAt: state.now,
      expiresAt: state.now + 60 * minute,
      ...more,
    },
  });
  return {keeper, state, renewed};
}

const isNetwork = (error: unknown): boolean => error instanceof TransportError && error.failure === 'network';

describe('the access token', () => {
  it('is given as long as it is good, without a renewal', async () => {
    const {keeper, state} = keep();
    state.now = 40 * minute;
    assert.equal(await keeper.getToken('first'), 'a1');
    assert.deepEqual(state.renewals, []);
  });

  it('is renewed once for ten requests at its end', async () => {
    const {keeper, state, renewed} = keep();
    state.now = 60 * minute;
    state.answers = [renewed(2)];
    const tokens = await Promise.all(Array.from({length: 10}, () => keeper.getToken('first')));
    assert.deepEqual(new Set(tokens), new Set(['a2']));
    assert.deepEqual([state.renewals, state.locks], [['r1'], 1]);
  });

  it('is renewed once for ten requests that were refused with it', async () => {
    const {keeper, state, renewed} = keep();
    state.now = 10 * minute;
    state.answers = [renewed(2)];
    const tokens = await Promise.all(Array.from({length: 10}, () => keeper.getToken('refresh', 'a1')));
    assert.deepEqual(new Set(tokens), new Set(['a2']));
    assert.equal(await keeper.getToken('refresh', 'a1'), 'a2', 'who comes late gets the new one');
    assert.deepEqual(state.renewals, ['r1']);
  });

  it('uses the rotated refresh token next, and the old one where the server does not rotate (conformance 18)', async () => {
    const {keeper, state, renewed} = keep();
    state.now = 60 * minute;
    state.answers = [renewed(2)];
    await keeper.getToken('first');
    state.now = 120 * minute;
    state.answers = [renewed(3, {refresh: null})];
    await keeper.getToken('first');
    state.now = 180 * minute;
    state.answers = [renewed(4)];
    assert.equal(await keeper.getToken('first'), 'a4');
    assert.deepEqual(state.renewals, ['r1', 'r2', 'r2']);
    assert.deepEqual(
      state.kept.map(({access}) => access),
      ['a2', 'a3', 'a4'],
    );
  });

  it('is renewed before a write that could outlive it, and in the background when it is old', async () => {
    const {keeper, state, renewed} = keep();
    state.now = 59 * minute + 30_000;
    state.answers = [renewed(2)];
    assert.equal(await keeper.getToken('write'), 'a2');
    const old = keep();
    old.state.now = 49 * minute;
    old.state.answers = [old.renewed(2)];
    assert.equal(await old.keeper.getToken('first'), 'a1', 'nobody waits');
    await new Promise(setImmediate);
    assert.equal(await old.keeper.getToken('first'), 'a2');
    assert.deepEqual(old.state.renewals, ['r1']);
  });

  it('survives a server that does not answer: tried again later, not at every request', async () => {
    const {keeper, state, renewed} = keep();
    state.now = 50 * minute;
    for (let n = 0; n < 5; n++) {
      assert.equal(await keeper.getToken('first'), 'a1');
      await new Promise(setImmediate);
    }
    assert.equal(state.renewals.length, 1);
    state.now += 10_000;
    await keeper.getToken('first');
    await new Promise(setImmediate);
    assert.equal(state.renewals.length, 2);
    state.now = 61 * minute;
    await assert.rejects(keeper.getToken('first'), isNetwork);
    await assert.rejects(keeper.getToken('refresh', 'a1'), isNetwork);
    assert.deepEqual(state.ends, []);
    state.answers = [renewed(2)];
    assert.equal(await keeper.getToken('first'), 'a2');
  });

  it('ends once, for good, when the server revoked it or names another patient', async () => {
    for (const why of ['revoked', 'other-patient'] as const) {
      const {keeper, state} = keep();
      state.now = 60 * minute;
      state.answers = [{kind: 'ended', why}];
      assert.deepEqual(await Promise.all([keeper.getToken('first'), keeper.getToken('write')]), [null, null]);
      assert.equal(await keeper.getToken('refresh', 'a1'), null);
      assert.deepEqual([state.ends, state.renewals.length], [[why], 1]);
    }
  });

  it('is used to its end where it can never be renewed', async () => {
    const {keeper, state} = keep();
    state.now = 50 * minute;
    state.answers = [{kind: 'never'}];
    await keeper.getToken('first');
    await new Promise(setImmediate);
    assert.equal(await keeper.getToken('refresh', 'a1'), null, 'a refusal is passed on');
    assert.equal(await keeper.getToken('first'), 'a1');
    state.now = 60 * minute;
    assert.equal(await keeper.getToken('first'), null);
    assert.deepEqual([state.ends, state.renewals], [['expired'], ['r1']]);
  });

  it('without a refresh token and without an end is used until the server refuses it', async () => {
    const {keeper, state} = keep({refresh: null, expiresAt: null});
    state.now = 1000 * minute;
    assert.equal(await keeper.getToken('write'), 'a1');
    assert.equal(await keeper.getToken('refresh', 'a1'), null);
    assert.deepEqual(state.ends, []);
  });

  it('that was just renewed is not renewed again because one resource is refused', async () => {
    const {keeper, state, renewed} = keep();
    state.now = 10_000;
    state.answers = [renewed(2)];
    assert.equal(
      await keeper.getToken('refresh', 'a1'),
      'a2',
      'the first one may have been ended by the server',
    );
    state.now = 20_000;
    assert.equal(await keeper.getToken('refresh', 'a2'), null);
    assert.equal(state.renewals.length, 1);
    state.now = 41_000;
    state.answers = [renewed(3)];
    assert.equal(await keeper.getToken('refresh', 'a2'), 'a3');
  });

  it('that the server gives again unchanged does not go round in circles', async () => {
    const {keeper, state, renewed} = keep();
    state.now = 10 * minute;
    state.answers = [renewed(1)];
    await assert.rejects(keeper.getToken('refresh', 'a1'), isNetwork);
    assert.equal(state.renewals.length, 1);
  });

  it('is forgotten when the chart is closed, also while a renewal is under way', async () => {
    const {keeper, state, renewed} = keep();
    state.now = 60 * minute;
    const {promise, resolve} = Promise.withResolvers<Renewal>();
    state.answers = [promise];
    const waiting = keeper.getToken('first');
    keeper.end('closed');
    resolve(renewed(2));
    assert.equal(await waiting, null);
    keeper.end('closed');
    assert.deepEqual([state.kept, state.ends], [[], ['closed']]);
  });
});
