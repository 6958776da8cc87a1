import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {live, plans} from './history.ts';

const asked = process.env['ISP_HISTORIES'];
const histories = Number(asked ?? 2000);
/** The same histories each time in the normal run, new ones where many are asked for. */
const seed = asked === undefined ? {seed: 20_261_122} : {};

const guarded = fc.record(
  {
    conditionalCreate: fc.constantFrom(true, false, 'blocked' as const),
    identifierSearch: fc.constantFrom('works' as const, 'ignored' as const, 'refused' as const),
    representation: fc.boolean(),
    pageSize: fc.constantFrom(100, 2),
    drops: fc.constantFrom([], [], [], ['identifier']),
  },
  {requiredKeys: []},
);

test('two panels, a bad network and real servers: no goal twice, no saved edit lost, nothing overwritten unseen', async () => {
  let saved = 0;
  const started = performance.now();
  await fc.assert(
    fc.asyncProperty(plans(guarded), async (plan) => {
      saved += (await live(plan)).saved;
    }),
    {numRuns: histories, ...seed},
  );
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${histories} histories, ${saved} edits called saved, ${seconds} s`);
  assert.ok(saved > histories);
});
