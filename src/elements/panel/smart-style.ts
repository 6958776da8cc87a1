import type {Color} from './contrast.ts';
import type {ChartHost} from './chart-host.ts';
import {smartPalette} from './smart-palette.ts';

/** Words that no value of a style file may have: they would fetch something, or read what the page has. */
const refused = /url\(|image\(|image-set\(|var\(|env\(|attr\(|expression|[;{}\\<>@]/iu;

/** Fonts that stand behind the one of the host. */
const fallback = "system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif";

const worn = new WeakMap<ChartHost, CSSStyleSheet>();

/**
 * Gives a panel the look that its host describes (SMART App Launch 2.2, `smart_style_url`). Every value is checked to be
 * what it says it is; none may fetch anything; colours that would not be readable together are left out, and sizes are
 * held within what can be read. What the page around sets on the element itself goes before all of it. Returns the names
 * of the values that are used.
 */
export function applySmartStyle(
  panel: ChartHost,
  style: Readonly<Record<string, unknown>>,
): readonly string[] {
  const root = panel.renderRoot;
  if (!(root instanceof ShadowRoot)) return [];
  const used: string[] = [];
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(':host{}');
  const [rule] = sheet.cssRules;
  const set = (name: string, value: string): void => {
    if (rule instanceof CSSStyleRule) rule.style.setProperty(name, value);
  };
  const take = (key: string, property: string): string | null => {
    const value = style[key];
    const isPlain = typeof value === 'string' && value.length <= 200 && !refused.test(value);
    return isPlain && CSS.supports(property, value) ? value.trim() : null;
  };
  const color = (key: string): Color | null => {
    const value = take(key, 'color');
    return value === null ? null : resolve(value, root);
  };
  const given = {
    background: color('color_background'),
    text: color('color_text'),
    highlight: color('color_highlight'),
    error: color('color_error'),
  };
  const palette = smartPalette(given);
  if (palette) {
    for (const [name, [red, green, blue]] of Object.entries(palette.colors)) {
      set(`--isp-color-${name}`, `rgb(${red} ${green} ${blue})`);
    }
    panel.theme = palette.dark ? 'dark' : 'light';
    const keys = {background: 'paper', text: 'ink', highlight: 'accent', error: 'error'} as const;
    for (const [name, token] of Object.entries(keys)) {
      if (given[name as keyof typeof keys] === palette.colors[token]) used.push(`color_${name}`);
    }
  }
  const size = (key: string, property: string, name: string, value: (text: string) => string): void => {
    const text = take(key, property);
    // A length of its own: what counts from what is around would count from the panel's own sizes.
    if (text === null || !/^\d+(?:\.\d+)?(?:px|rem|pt)$/u.test(text)) return;
    set(name, value(text));
    used.push(key);
  };
  size('dim_border_radius', 'border-radius', '--isp-radius', (text) => `clamp(0px, ${text}, 16px)`);
  size('dim_font_size', 'font-size', '--isp-font-size', (text) => `clamp(0.8125rem, ${text}, 1.25rem)`);
  size('dim_spacing_size', 'width', '--isp-space', (text) => `clamp(3.5px, ${text} / 5, 6px)`);
  const font = take('font_family_body', 'font-family');
  if (font !== null) {
    set('--isp-font-family', `${font}, ${fallback}`);
    used.push('font_family_body');
  }
  const before = worn.get(panel);
  worn.set(panel, sheet);
  root.adoptedStyleSheets = [...root.adoptedStyleSheets.filter((one) => one !== before), sheet];
  return used;
}

/** A colour as the browser reads it; null for one with transparency, or of a kind that it gives no plain numbers for. */
function resolve(value: string, root: ShadowRoot): Color | null {
  const probe = document.createElement('span');
  probe.style.color = value;
  root.appendChild(probe);
  const match = /^rgb\((\d+), (\d+), (\d+)\)$/u.exec(getComputedStyle(probe).color);
  probe.remove();
  return match ? [Number(match[1]), Number(match[2]), Number(match[3])] : null;
}
