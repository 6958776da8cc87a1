import {createRandom} from '../fixtures/generate/random.ts';

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const high = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? high : ((sorted[middle - 1] ?? Number.NaN) + high) / 2;
}

/** Median with a 90 % bootstrap interval (2,000 resamples, always the same ones). */
export function interval(values: readonly number[]): {
  readonly median: number;
  readonly low: number;
  readonly high: number;
} {
  const random = createRandom('bootstrap');
  const medians = Array.from({length: 2000}, () => median(values.map(() => random.pick(values)))).sort(
    (a, b) => a - b,
  );
  return {median: median(values), low: medians[100] ?? Number.NaN, high: medians[1899] ?? Number.NaN};
}

/** Slope of the line through the points of two logarithms: 1 is growth in proportion. */
export function logLogSlope(points: readonly (readonly [number, number])[]): number {
  const logs = points.map(([x, y]) => [Math.log(x), Math.log(y)] as const);
  const mean = (i: 0 | 1): number => logs.reduce((sum, point) => sum + point[i], 0) / logs.length;
  const [mx, my] = [mean(0), mean(1)];
  const top = logs.reduce((sum, [x, y]) => sum + (x - mx) * (y - my), 0);
  return top / logs.reduce((sum, [x]) => sum + (x - mx) ** 2, 0);
}
