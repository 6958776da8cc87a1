import type {PanelState} from '../../src/app/state.ts';
import {fakeRecord} from '../helpers/fake-record.ts';
import {showPanel, until, widen} from './harness/stage.ts';
import {usual} from './plan/plan-states.ts';

// Parts whose code comes with a section that is left out. In a page of its own: an element is registered once and for all.

const read: PanelState = {...usual(), use: {status: 'failed', problem: {kind: 'timeout'}}};

describe('a panel without all of its sections', () => {
  before(() => widen(420));

  it('has the crisis plan in its line at a glance, also without the plan', async () => {
    const panel = await showPanel(fakeRecord(read), {sections: 'glance'});
    const glance = panel.shadowRoot?.querySelector('isp-headlines')?.shadowRoot;
    await until('the crisis plan can be drawn', () => glance?.querySelector('isp-crisis:defined') !== null);
  });

  it('has what is due, also without what comes below the team', async () => {
    const panel = await showPanel(fakeRecord(read), {sections: 'due'});
    await until(
      'what is due can be drawn',
      () => panel.shadowRoot?.querySelector('isp-due:defined') !== null,
    );
  });
});
