/** A colour without transparency: red, green and blue from 0 to 255. */
export type Color = readonly [red: number, green: number, blue: number];

/** Contrast of two colours, from 1 to 21 (WCAG 2.2, contrast ratio). */
export function contrast(one: Color, other: Color): number {
  const [light, dark] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

/** Relative luminance, from 0 (black) to 1 (white) (WCAG 2.2). */
export function luminance(color: Color): number {
  const [red, green, blue] = color.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
}

/** A colour between two: `share` of the first, from 0 to 1. */
export function mix(one: Color, other: Color, share: number): Color {
  const at = (part: 0 | 1 | 2): number => Math.round(one[part] * share + other[part] * (1 - share));
  return [at(0), at(1), at(2)];
}
