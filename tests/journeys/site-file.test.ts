import assert from 'node:assert/strict';
import {after, before, it} from 'node:test';
import {openPanel, openStage, waitForText, type Stage} from './stage.ts';

let stage: Stage;
before(async () => {
  stage = await openStage({site: {zone: 'Mars/Base', counting: {mergeMinutes: 'fifteen'}}});
});
after(() => stage?.close());

it('a launched panel names the settings that could not be used, and counts by the defaults', async () => {
  const page = await openPanel(stage, {person: 'reference', lang: 'en-CA'});
  const text = await waitForText(page, /could not be used: zone, counting\.mergeMinutes\./);
  assert.match(text, /11 ED visits/);
});
