import {contrast, luminance, mix, type Color} from './contrast.ts';

/** The colours that a host gives; null for one that it does not give, or that cannot be used. */
export interface GivenColors {
  readonly background: Color | null;
  readonly text: Color | null;
  readonly highlight: Color | null;
  readonly error: Color | null;
}

/** Least contrast of text on its ground, and of the border of a control (WCAG 2.2, 1.4.3 and 1.4.11). */
const TEXT = 4.5;
const BORDER = 3;

const white: Color = [255, 255, 255];
const ink: Color = [28, 33, 38];
/** Accent, error and due on light paper, and on dark. */
const usual = {
  light: {accent: [11, 92, 107], error: [163, 33, 28], due: [138, 75, 0]},
  dark: {accent: [124, 199, 213], error: [255, 157, 150], due: [240, 183, 102]},
} as const satisfies Record<string, Record<string, Color>>;

/**
 * All colours of the panel made from the few of a host, by the name after `--isp-color-`; null when they would not be
 * readable together: then the panel keeps its own. One that alone is not readable is replaced by the panel's own.
 */
export function smartPalette({background, text, highlight, error}: GivenColors): {
  readonly dark: boolean;
  readonly colors: Readonly<Record<string, Color>>;
} | null {
  if (!background && !text && !highlight && !error) return null;
  const paper = background ?? (text && luminance(text) > 0.4 ? ink : white);
  const dark = luminance(paper) < 0.2;
  const words = text ?? (dark ? white : ink);
  const own = usual[dark ? 'dark' : 'light'];
  const sunken = mix(words, paper, 0.05);
  const grounds = [paper, sunken];
  const reads = (color: Color): boolean =>
    [...grounds, mix(color, paper, 0.1)].every((ground) => contrast(color, ground) >= TEXT);
  const fit = (given: Color | null, usually: Color): Color => (given && reads(given) ? given : usually);
  const muted = mix(words, paper, 0.78);
  const accent = fit(highlight, own.accent);
  const wrong = fit(error, own.error);
  const strong = mix(words, paper, 0.6);
  const onAccent = contrast(white, accent) >= TEXT ? white : ink;
  const isReadable =
    [words, muted, accent, wrong, own.due].every(reads) &&
    contrast(onAccent, accent) >= TEXT &&
    grounds.every((ground) => contrast(strong, ground) >= BORDER);
  if (!isReadable) return null;
  const colors = {
    paper,
    surface: paper,
    sunken,
    ink: words,
    muted,
    line: mix(words, paper, 0.18),
    'line-strong': strong,
    accent,
    'accent-soft': mix(accent, paper, 0.1),
    'on-accent': onAccent,
    due: own.due,
    'due-soft': mix(own.due, paper, 0.1),
    error: wrong,
    'error-soft': mix(wrong, paper, 0.1),
    focus: accent,
  };
  return {dark, colors};
}
