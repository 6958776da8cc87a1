import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {brokenBuilds} from './broken-builds.ts';
import {check} from './check-history.ts';
import {live, plans} from './desk-history.ts';

const asked = process.env['ISP_HISTORIES'];
const runs = Number(asked ?? 1000);
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

test('two nurses, a bad network and real servers: no action twice, no saved edit lost, nothing overwritten unseen', async () => {
  let saved = 0;
  const started = performance.now();
  await fc.assert(
    fc.asyncProperty(plans(guarded), async (plan) => {
      const lived = await live(plan);
      check(lived.server, lived.wishes);
      saved += lived.saved;
    }),
    {numRuns: runs, ...seed},
  );
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${runs} histories of actions, plans and orders, ${saved} edits called saved, ${seconds} s`);
  assert.ok(saved > runs);
});

for (const broken of brokenBuilds) {
  test(`the histories catch a broken build: ${broken}`, async () => {
    const histories = fc.asyncProperty(plans(fc.constant({conditionalCreate: false})), async (plan) => {
      const lived = await live(plan, broken);
      check(lived.server, lived.wishes, false);
    });
    const found = await fc.check(histories, {numRuns: 1000, seed: 20_261_122, endOnFailure: true});
    assert.ok(found.failed, 'nothing was noticed');
    assert.match(String(found.errorInstance), /overwrote unseen|overwritten unseen|copies|never stood/);
  });
}
