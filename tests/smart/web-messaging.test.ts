import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {createWebMessaging, readMessaging, type MessagingPage} from '../../src/smart/web-messaging.ts';

const origin = 'https://ehr.example.org';
const launch = {handle: 'h-1', origin};

interface Sent {
  readonly messagingHandle: string;
  readonly messageId: string;
  readonly messageType: string;
  readonly payload: unknown;
}

/** A panel in a frame of a record, and what the record receives. */
function frame() {
  const sent: {message: Sent; to: string}[] = [];
  const listeners = new Set<(event: MessageEvent) => void>();
  const parent = {postMessage: (message: Sent, to: string) => void sent.push({message, to})};
  const page: MessagingPage = {
    parent,
    opener: null,
    addEventListener: (_type, listener) => void listeners.add(listener),
    removeEventListener: (_type, listener) => void listeners.delete(listener),
  };
  const receive = (data: unknown, from: unknown = parent, by = origin): void => {
    for (const listener of listeners) listener({data, source: from, origin: by} as MessageEvent);
  };
  let ids = 0;
  const bridge = createWebMessaging(page, launch, () => `m${(ids += 1)}`);
  assert.ok(bridge);
  return {bridge, sent, receive, listeners, page};
}

const answer = (id: string, payload: unknown = {}) => ({
  messageId: 'r1',
  responseToMessageId: id,
  additionalResponsesExpected: false,
  payload,
});

describe('SMART Web Messaging', () => {
  it('shakes hands with exactly the origin that the launch names', async () => {
    const {bridge, sent, receive} = frame();
    const shaking = bridge.handshake();
    assert.deepEqual(sent, [
      {
        message: {messagingHandle: 'h-1', messageId: 'm1', messageType: 'status.handshake', payload: {}},
        to: origin,
      },
    ]);
    receive(answer('m1'));
    assert.equal(await shaking, true);
  });

  it('gives up on a record that does not answer', async (test) => {
    test.mock.timers.enable({apis: ['setTimeout']});
    const {bridge, receive} = frame();
    const shaking = bridge.handshake();
    test.mock.timers.tick(1000);
    assert.equal(await shaking, false);
    // Too late is not an answer to anything.
    receive(answer('m1'));
  });

  it('says that the person is done, opens an activity, and keeps a scratchpad', async () => {
    const {bridge, sent, receive} = frame();
    const goal = {resourceType: 'Goal'};
    const asked = [
      bridge.done(),
      bridge.launchActivity('appointment-book', {reason: 'review'}),
      bridge.scratchpad.create(goal),
      bridge.scratchpad.read(),
      bridge.scratchpad.read('Goal/1'),
      bridge.scratchpad.update({...goal, id: '1'}),
      bridge.scratchpad.remove('Goal/1'),
    ];
    assert.deepEqual(
      sent.map(({message}) => [message.messageType, message.payload]),
      [
        ['ui.done', {}],
        ['ui.launchActivity', {activityType: 'appointment-book', activityParameters: {reason: 'review'}}],
        ['scratchpad.create', {resource: goal}],
        ['scratchpad.read', {}],
        ['scratchpad.read', {location: 'Goal/1'}],
        ['scratchpad.update', {resource: {...goal, id: '1'}}],
        ['scratchpad.delete', {location: 'Goal/1'}],
      ],
    );
    for (const {message} of sent.toReversed()) receive(answer(message.messageId, {for: message.messageId}));
    assert.deepEqual(
      (await Promise.all(asked)).map((payload) => payload?.['for']),
      ['m1', 'm2', 'm3', 'm4', 'm5', 'm6', 'm7'],
    );
  });

  it('believes no message of another origin, another window, or for nothing that was sent', async () => {
    const {bridge, receive} = frame();
    let settled = false;
    const done = bridge.done().then((payload) => {
      settled = true;
      return payload;
    });
    const forged: readonly (readonly unknown[])[] = [
      [answer('m1'), undefined, 'https://evil.example.org'],
      [answer('m1'), undefined, 'http://ehr.example.org'],
      [answer('m1'), undefined, 'https://ehr.example.org.evil.example'],
      [answer('m1'), undefined, 'null'],
      [answer('m1'), {}],
      [answer('m1'), null],
      [answer('m2')],
      [{...answer('m1'), responseToMessageId: undefined}],
      ['m1'],
      [null],
    ];
    for (const [data, source, by] of forged) {
      receive(data, ...((source === undefined && by === undefined ? [] : [source, by]) as []));
    }
    await new Promise((resolve) => setImmediate(resolve));
    assert.equal(settled, false);
    receive(answer('m1', {status: 'success'}));
    assert.deepEqual({...(await done)}, {status: 'success'});
  });

  it('listens no more once it is closed, and leaves nobody waiting', async () => {
    const {bridge, listeners} = frame();
    const done = bridge.done();
    bridge.close();
    assert.equal(await done, null);
    assert.equal(listeners.size, 0);
  });

  it('stays off without a handle, an origin, or a window around', () => {
    const {page} = frame();
    assert.equal(createWebMessaging(page, null), null);
    const alone: MessagingPage = {...page, parent: null};
    assert.equal(createWebMessaging(alone, launch), null);
    assert.equal(
      createWebMessaging(
        {
          ...alone,
          get parent() {
            return this;
          },
        },
        launch,
      ),
      null,
    );
  });

  it('speaks to the window that opened the panel where there is no frame', async () => {
    const {page} = frame();
    const sent: unknown[] = [];
    const opener = {postMessage: (_message: unknown, to: string) => void sent.push(to)};
    const bridge = createWebMessaging({...page, parent: null, opener}, launch, () => 'm1');
    void bridge?.handshake();
    bridge?.close();
    assert.deepEqual(sent, [origin]);
  });
});

describe('what a launch says of messaging', () => {
  it('is a handle and a plain https origin', () => {
    assert.deepEqual(readMessaging('h', 'https://ehr.example.org'), {handle: 'h', origin});
    assert.deepEqual(readMessaging('h', 'https://ehr.example.org/'), {handle: 'h', origin});
    assert.deepEqual(readMessaging('h', 'http://localhost:8080'), {
      handle: 'h',
      origin: 'http://localhost:8080',
    });
  });

  for (const [handle, place] of [
    [undefined, origin],
    ['', origin],
    ['h', undefined],
    ['h', '*'],
    ['h', 'null'],
    ['h', 'http://ehr.example.org'],
    ['h', 'https://ehr.example.org/chart'],
    ['h', 'https://user@ehr.example.org'],
    ['h', 'javascript:alert(1)'],
    [7, origin],
  ] as const) {
    it(`is nothing when it gives ${String(handle)} and ${String(place)}`, () => {
      assert.equal(readMessaging(handle, place), null);
    });
  }
});
