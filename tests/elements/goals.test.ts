import {expect} from '@open-wc/testing';
import {fakeRecord} from '../helpers/fake-record.ts';
import {axeFaults, inForcedColors, languages, press, type, widen} from './harness/stage.ts';
import {PanelHarness} from './harness/panel-harness.ts';
import {states, usual} from './plan/plan-states.ts';

describe('isp-goals', () => {
  before(() => widen(420));

  for (const [name, state] of Object.entries(states)) {
    for (const language of languages) {
      for (const theme of ['light', 'dark'] as const) {
        it(`has nothing that axe objects to: ${name}, ${language}, ${theme}`, async () => {
          const panel = await PanelHarness.show(fakeRecord(state()), {language, theme});
          expect(await axeFaults(panel.element)).to.deep.equal([]);
        });
      }
    }
    it(`has nothing that axe objects to: ${name}, forced colours`, async () => {
      await inForcedColors(async () => {
        const panel = await PanelHarness.show(fakeRecord(state()));
        expect(await axeFaults(panel.element)).to.deep.equal([]);
      });
    });
  }

  it('shows the open goals by rank and folds the closed ones', async () => {
    const {goals} = await PanelHarness.show(fakeRecord(usual()));
    expect(goals.goals.map((goal) => goal.words)).to.deep.equal([
      'Know whom to call when I cannot breathe at night, so I am not alone with it',
      'Retourner marcher au marché le samedi avec ma sœur',
      'Keep my apartment',
    ]);
    expect(goals.folds).to.deep.equal(['2 more goals', '2 closed']);
  });

  it('adds a goal by keyboard alone: words, Enter, and the focus is on the new goal', async () => {
    const record = fakeRecord(usual());
    const {goals} = await PanelHarness.show(record);
    goals.add.field('New goal').focus();
    await type('Cook for my grandchildren');
    await press('Enter');
    expect(record.written.goals).to.equal(1);
    expect(goals.goal('Cook for').hasFocus).to.equal(true);
  });
});
