import {assert} from '@open-wc/testing';
import {contrast, type Color} from '../../src/elements/panel/contrast.ts';
import type {IspPanel} from '../../src/elements/panel/isp-panel.ts';
import {applySmartStyle} from '../../src/elements/panel/smart-style.ts';
import {fakeRecord} from '../helpers/fake-record.ts';
import {axeFaults, settled, showPanel, widen} from './harness/stage.ts';
import {usual} from './plan/plan-states.ts';

const show = (): Promise<IspPanel> => showPanel(fakeRecord(usual()));

/** A token as the panel computes it. */
function token(panel: IspPanel, name: string): string {
  const probe = document.createElement('span');
  panel.renderRoot.append(probe);
  probe.style.color = `var(${name})`;
  const found = getComputedStyle(probe).color;
  probe.remove();
  return found;
}

const rgb = (text: string): Color => {
  const [red, green, blue] = (text.match(/\d+/gu) ?? []).map(Number);
  return [red ?? -1, green ?? -1, blue ?? -1];
};

const value = (panel: IspPanel, name: string): string =>
  getComputedStyle(panel).getPropertyValue(name).trim();

describe('the look that a host describes', () => {
  before(() => widen(420));

  it('gives its colours, sizes and font to the panel', async () => {
    const panel = await show();
    const used = applySmartStyle(panel, {
      color_background: '#edeae3',
      color_error: '#9e2d2d',
      color_highlight: '#1f497d',
      color_modal_backdrop: '',
      color_success: '#498e49',
      color_text: '#303030',
      dim_border_radius: '6px',
      dim_font_size: '15px',
      dim_spacing_size: '20px',
      font_family_body: "Georgia, Times, 'Times New Roman', serif",
      font_family_heading: "'HelveticaNeue-Light', Arial, sans-serif",
    });
    assert.deepEqual(used, [
      'color_background',
      'color_text',
      'color_highlight',
      'color_error',
      'dim_border_radius',
      'dim_font_size',
      'dim_spacing_size',
      'font_family_body',
    ]);
    assert.equal(getComputedStyle(panel).backgroundColor, 'rgb(237, 234, 227)');
    assert.equal(getComputedStyle(panel).color, 'rgb(48, 48, 48)');
    assert.equal(token(panel, '--_accent'), 'rgb(31, 73, 125)');
    assert.equal(getComputedStyle(panel).fontSize, '15px');
    assert.match(getComputedStyle(panel).fontFamily, /^Georgia/u);
    await settled();
    assert.deepEqual(await axeFaults(panel), []);
  });

  it('takes a dark host as a dark theme, and every text stays readable', async () => {
    const panel = await show();
    applySmartStyle(panel, {color_background: '#10161c', color_text: '#f2f2f2', color_highlight: '#7fb4ff'});
    await settled();
    assert.equal(panel.theme, 'dark');
    const paper = rgb(token(panel, '--_paper'));
    for (const name of ['ink', 'muted', 'accent', 'due', 'error']) {
      assert.isAtLeast(contrast(rgb(token(panel, `--_${name}`)), paper), 4.5, name);
    }
    assert.deepEqual(await axeFaults(panel), []);
  });

  it('leaves colours out that cannot be read together', async () => {
    const panel = await show();
    const before = token(panel, '--_ink');
    assert.deepEqual(applySmartStyle(panel, {color_background: '#777777', color_text: '#888888'}), []);
    assert.equal(token(panel, '--_ink'), before);
  });

  it('keeps its own accent where that of the host is too pale, and takes the rest', async () => {
    const panel = await show();
    const own = token(panel, '--_accent');
    const used = applySmartStyle(panel, {
      color_background: '#ffffff',
      color_text: '#111111',
      color_highlight: '#ffee88',
    });
    assert.deepEqual(used, ['color_background', 'color_text']);
    assert.equal(token(panel, '--_accent'), own);
  });

  for (const [what, bad] of Object.entries({
    'fetches something': {color_background: 'url(https://evil.example/x)', font_family_body: 'url(x)'},
    'reads what the page has': {color_text: 'var(--secret)', dim_font_size: 'var(--x)'},
    'is no value at all': {color_text: 'tasty', dim_font_size: 'big', dim_border_radius: '50%'},
    'breaks out of its place': {font_family_body: 'Arial; } :host { display: none', color_text: '#111}'},
    'is transparent': {color_background: 'rgb(0 0 0 / 0%)', color_text: 'transparent'},
    'is no text': {color_text: 7, dim_font_size: null, font_family_body: {}},
  })) {
    it(`uses nothing that ${what}`, async () => {
      const panel = await show();
      assert.deepEqual(applySmartStyle(panel, bad), []);
      assert.equal(getComputedStyle(panel).display, 'block');
    });
  }

  it('holds sizes within what can be read', async () => {
    const panel = await show();
    applySmartStyle(panel, {dim_font_size: '3px', dim_border_radius: '400px', dim_spacing_size: '1000px'});
    assert.equal(getComputedStyle(panel).fontSize, '13px');
    assert.include(value(panel, '--isp-radius'), 'clamp');
  });

  it('gives way to what the page sets on the element itself, and to another description', async () => {
    const panel = await show();
    applySmartStyle(panel, {dim_font_size: '18px'});
    assert.equal(getComputedStyle(panel).fontSize, '18px');
    applySmartStyle(panel, {dim_font_size: '16px'});
    assert.equal(getComputedStyle(panel).fontSize, '16px');
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('isp-panel { --isp-font-size: 14px }');
    document.adoptedStyleSheets = [sheet];
    assert.equal(getComputedStyle(panel).fontSize, '14px');
    document.adoptedStyleSheets = [];
  });
});
