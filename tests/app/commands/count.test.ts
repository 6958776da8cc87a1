import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {Counter} from '../../../src/app/commands/count.ts';
import type {Session} from '../../../src/app/session.ts';
import type {PanelState} from '../../../src/app/state.ts';
import type {Gap, Loaded} from '../../../src/domain/completeness.ts';
import {countUse} from '../../../src/domain/count-use.ts';
import type {HistoryChunk} from '../../../src/domain/history.ts';
import {err, ok} from '../../../src/domain/result.ts';
import {ordinary, record} from '../../domain/records.ts';
import {FakeTransport} from '../../fhir/fake-transport.ts';
import {VirtualTime} from '../../fhir/virtual-time.ts';
import {recordStage} from './record-stage.ts';

const asOf = '2026-11-22T15:00:00Z';

/** Visits three days apart, the newest first. */
function chunk(n: number, done: boolean, gaps: readonly Gap[] = []): Loaded<HistoryChunk> {
  const records = Array.from({length: n}, (_, place) => {
    const start = new Date(Date.parse('2026-11-20T15:00:00Z') - place * 3 * 86_400_000).toISOString();
    return record({id: `e${place}`, start});
  });
  return {value: {records, done}, gaps, asOf};
}

const loading = (since?: string): Gap => ({reason: 'loading', what: 'Encounter', ...(since && {since})});

/** A session whose clock moves a millisecond with each look, and whose pauses end when they are told to. */
function stage(): {
  readonly session: Session;
  readonly use: () => PanelState['use'];
  readonly pauses: (() => void)[];
  readonly shown: number[];
  close(): void;
} {
  const time = new VirtualTime(0);
  const made = recordStage({transport: new FakeTransport(time, () => ({status: 404}))});
  const pauses: (() => void)[] = [];
  const shown: number[] = [];
  let clock = 0;
  let open = true;
  const session: Session = {
    ...made.session,
    today: () => '2026-11-22',
    now: () => (clock += 1),
    pause: () => new Promise((resolve) => pauses.push(resolve)),
    isOpen: () => open,
    update(change) {
      if (open) made.session.update(change);
      const {use} = made.state();
      if (use.status === 'ready') shown.push(use.value.records.length);
    },
  };
  return {session, use: () => made.state().use, pauses, shown, close: () => (open = false)};
}

/** Ends all pauses until nothing waits for one any more. */
async function goOn(pauses: (() => void)[]): Promise<number> {
  let ended = 0;
  for (let idle = 0; idle < 20; idle += 1) {
    await new Promise((resolve) => setImmediate(resolve));
    for (const end of pauses.splice(0)) {
      end();
      ended += 1;
      idle = 0;
    }
  }
  return ended;
}

const numbers = (use: PanelState['use']): unknown => use.status === 'ready' && use.value.proof;

describe('a long count', () => {
  it('is done in slices, and gives what the whole at once gives', async () => {
    const {session, use, pauses, shown} = stage();
    const whole = chunk(5000, true);
    const counter = new Counter(session);
    const added = counter.add(whole);
    const ended = await goOn(pauses);
    await added;
    assert.ok(ended > 10, `${ended} pauses`);
    assert.deepEqual(shown, [5000]);
    assert.deepEqual(numbers(use()), countUse({...ordinary, configHash: '', records: whole.value.records}));
  });

  it('of few visits needs no pause', async () => {
    const {session, pauses, shown} = stage();
    await new Counter(session).add(chunk(3, true));
    assert.deepEqual([pauses.length, shown], [0, [3]]);
  });

  it('that is overtaken is dropped, and who waits for it waits for the newest', async () => {
    const {session, pauses, shown} = stage();
    const counter = new Counter(session);
    let first = '';
    const added = counter.add(chunk(5000, false, [loading()])).then(() => (first = shown.join()));
    while (pauses.length === 0) await new Promise((resolve) => setImmediate(resolve));
    const end = counter.end(ok(chunk(5100, true)));
    await goOn(pauses);
    await Promise.all([added, end]);
    assert.deepEqual(shown, [5100]);
    assert.equal(first, '5100');
  });

  it('of a patient who left the screen changes nothing any more', async () => {
    const {session, use, pauses, close} = stage();
    const added = new Counter(session).add(chunk(5000, true));
    while (pauses.length === 0) await new Promise((resolve) => setImmediate(resolve));
    close();
    await goOn(pauses);
    await added;
    assert.equal(use().status, 'loading');
  });

  it('of an older reading does not take the place of a newer one', async () => {
    const {session, pauses, shown} = stage();
    const older = new Counter(session).add(chunk(5000, true));
    while (pauses.length === 0) await new Promise((resolve) => setImmediate(resolve));
    await new Counter(session).add(chunk(2, true));
    await goOn(pauses);
    await older;
    assert.deepEqual(shown, [2]);
  });
});

describe('while older months are being read', () => {
  it('the newest months count as whole as soon as that is shown, the others do not', async () => {
    const {session, use, pauses, shown} = stage();
    const counter = new Counter(session);
    await counter.add(chunk(100, false, [loading()]));
    const complete = (): unknown => {
      const section = use();
      if (section.status !== 'ready') return null;
      const {last12Months, previous12Months} = section.value.proof.windows;
      return [last12Months.complete, previous12Months.complete, section.value.historyComplete];
    };
    assert.deepEqual(complete(), [false, false, false]);
    const more = counter.add(chunk(120, false, [loading('2025-11-23')]));
    await goOn(pauses);
    await more;
    assert.deepEqual(complete(), [true, false, false]);
    const back = counter.add(chunk(125, false, [loading()]));
    await goOn(pauses);
    await back;
    assert.deepEqual(complete(), [false, false, false]);
    const end = counter.end(ok(chunk(130, true)));
    await goOn(pauses);
    await end;
    assert.deepEqual(
      [complete(), shown],
      [
        [true, true, true],
        [100, 120, 125, 130],
      ],
    );
  });

  it('a few more records are no reason to count again, twice as many are', async () => {
    const {session, pauses, shown} = stage();
    const counter = new Counter(session);
    for (const n of [50, 60, 99, 100, 150, 200]) {
      const added = counter.add(chunk(n, false, [loading()]));
      await goOn(pauses);
      await added;
    }
    assert.deepEqual(shown, [50, 100, 200]);
  });

  it('a refresh shows nothing that is shorter than what stands there', async () => {
    const {session, pauses, shown} = stage();
    await new Counter(session).add(chunk(100, false, [loading()]));
    const again = new Counter(session);
    for (const n of [50, 120]) {
      const added = again.add(chunk(n, false, [loading()]));
      await goOn(pauses);
      await added;
    }
    assert.deepEqual(shown, [100, 120]);
  });

  it('a failure leaves what was read, with the gap, and nothing is whole any more', async () => {
    const {session, use, pauses} = stage();
    const counter = new Counter(session);
    await counter.add(chunk(100, false, [loading('2025-11-23')]));
    const end = counter.end(err({kind: 'timeout'}));
    await goOn(pauses);
    await end;
    const section = use();
    assert.ok(section.status === 'ready');
    assert.deepEqual(section.gaps, [{reason: 'timeout', what: 'Encounter'}]);
    assert.equal(section.value.proof.windows.last6Months.complete, false);
  });
});
