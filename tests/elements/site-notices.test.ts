import {assert} from '@open-wc/testing';
import type {PanelConfig} from '../../src/app/browser-panel.ts';
import {fakeRecord} from '../helpers/fake-record.ts';
import {hasNoAxeFaults} from './harness/every-look.ts';
import {PanelHarness} from './harness/panel-harness.ts';
import {settled, widen, type Look} from './harness/stage.ts';
import {usual} from './plan/plan-states.ts';

const notices: PanelConfig['notices'] = [
  {path: 'zone', kind: 'wrong-value'},
  {path: 'counting.mergeMinuts', kind: 'unknown-key'},
];

async function shown(config: PanelConfig, look: Look = {}): Promise<PanelHarness> {
  const panel = await PanelHarness.show(fakeRecord(usual()), look);
  panel.element.config = config;
  await settled();
  return panel;
}

describe('settings of the site that could not be used', () => {
  before(() => widen(420));

  hasNoAxeFaults('named on the panel', async (look) => (await shown({notices}, look)).element);

  it('are named once, with what holds instead, and do not cover the chart', async () => {
    const panel = await shown({notices});
    assert.deepEqual(panel.notices, [
      'Some settings could not be used: zone, counting.mergeMinuts. Defaults hold instead; tell technical support.',
    ]);
    assert.equal(panel.parts('isp-notice')[0]?.getAttribute('tone'), 'due');
    assert.include(panel.text, 'EXEMPLE, Marguerite');
  });

  it('are named in French as well', async () => {
    const panel = await shown({notices}, {language: 'fr-CA'});
    assert.match(
      panel.notices.join('|'),
      /^Réglages qui n’ont pas pu être utilisés\s: zone, counting\.mergeMinuts\. Les valeurs par défaut les remplacent;/u,
    );
  });

  it('are the whole file when that could not be read', async () => {
    const panel = await shown({notices: [{path: '', kind: 'unreadable'}]});
    assert.include(panel.notices.join('|'), 'could not be used: isp-site.json.');
  });

  it('leave the panel as it is when there are none', async () => {
    for (const config of [{}, {notices: []}]) assert.deepEqual((await shown(config)).notices, []);
  });
});
