import {assert} from '@open-wc/testing';
import {html} from 'lit';
import {defineSections} from '../../src/elements/panel/define-sections.ts';
import {fakeRecord} from '../helpers/fake-record.ts';
import {findLayoutFaults} from '../journeys/layout-faults.ts';
import {smallTargets, stretch, tinyText} from './harness/faults.ts';
import {PanelHarness} from './harness/panel-harness.ts';
import {
  clearStage,
  itInForcedColors,
  languages,
  settled,
  showElement,
  widen,
  widths,
} from './harness/stage.ts';
import {states, usual} from './plan/plan-states.ts';

defineSections();

/** Opens every fold, so that what is in them is looked at too. */
async function unfoldAll(panel: PanelHarness): Promise<void> {
  for (const part of [panel.goals, panel.team]) {
    for (const line of part.folds) if (!part.isUnfolded(line)) await part.unfold(line);
  }
  // The identity line lies over what is scrolled under it, as it should.
  scrollTo(0, 0);
}

describe('the layout', () => {
  after(() => widen(1024));

  it('is found at fault when it is', async () => {
    await widen(320);
    clearStage();
    await showElement(
      html`<div>
        <p style="width: 400px; font-size: 8px">Too wide</p>
        <button style="all: unset">x</button>
      </div>`,
    );
    assert.include(
      findLayoutFaults().map(({kind}) => kind),
      'sideways-scroll',
    );
    assert.deepEqual(tinyText(document.body), ['Too wide']);
    assert.equal(smallTargets(document.body).length, 1);
  });

  for (const width of widths) {
    for (const language of languages) {
      for (const [name, state] of Object.entries(states)) {
        it(`has no sideways scroll, cut or covered text, no small target: ${width} px, ${language}, ${name}`, async () => {
          await widen(width);
          const panel = await PanelHarness.show(fakeRecord(state()), {language});
          if (name === 'usual') await unfoldAll(panel);
          assert.deepEqual(findLayoutFaults(), []);
          assert.deepEqual(smallTargets(panel.element), []);
          assert.deepEqual(tinyText(panel.element), []);
        });
      }
    }
  }

  for (const width of widths.filter((each) => each <= 320)) {
    for (const [name, state] of Object.entries(states)) {
      it(`holds words a third longer than French: ${width} px, ${name}`, async () => {
        await widen(width);
        await showElement(
          html`<isp-plan></isp-plan> <isp-care-team></isp-care-team>`,
          {language: 'fr-CA'},
          fakeRecord(state()),
          (words) => ({...words, messages: stretch(words.messages)}),
        );
        await settled();
        assert.deepEqual(findLayoutFaults(), []);
      });
    }
  }

  it('puts the plan beside the rest from 880 px of its own, not of the window', async () => {
    await widen(1200);
    const panel = await PanelHarness.show(fakeRecord(usual()));
    const left = (tag: string): number => panel.parts(tag)[0]?.getBoundingClientRect().left ?? NaN;
    assert.isBelow(left('isp-plan'), left('isp-use'));
    assert.equal(left('isp-plan'), left('isp-care-team'));
    panel.element.setAttribute('style', 'width: 420px');
    await settled();
    assert.equal(left('isp-plan'), left('isp-use'));
  });

  itInForcedColors('has acts that can be read in the colours that the system forces', async () => {
    await widen(420);
    const panel = await PanelHarness.show(fakeRecord(usual()));
    const {color, backgroundColor, forcedColorAdjust} = getComputedStyle(panel.goals.add.button('Add'));
    // Where the system may adjust, it puts its own ground under the words: black on black.
    assert.equal(forcedColorAdjust, 'none');
    assert.notEqual(color, backgroundColor);
  });

  it('keeps who it is in sight when the page is scrolled', async () => {
    await widen(320);
    const panel = await PanelHarness.show(fakeRecord(usual()));
    scrollTo(0, 900);
    await settled();
    const top = panel.parts('isp-identity')[0]?.getBoundingClientRect().top ?? NaN;
    assert.isAtLeast(top, 0);
    assert.isBelow(top, 40);
  });

  it('never leaves what takes the focus under the identity line', async () => {
    await widen(320);
    const panel = await PanelHarness.show(fakeRecord(usual()));
    scrollTo(0, document.documentElement.scrollHeight);
    const edit = panel.goals.goal('Know whom').button('Edit');
    edit.focus();
    await settled();
    const line = panel.parts('.identity')[0]?.getBoundingClientRect().bottom ?? NaN;
    assert.isAtLeast(edit.getBoundingClientRect().top, line);
  });
});
