export interface Summary {
  count: number;
  p50: number;
  p95: number;
}

/** The quantile at `share`, interpolated linearly. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const position = (sorted.length - 1) * share;
  const low = sorted[Math.floor(position)] ?? Number.NaN;
  const high = sorted[Math.ceil(position)] ?? Number.NaN;
  return low + (high - low) * (position % 1);
}

const tenths = (value: number): number => Math.round(value * 10) / 10;

/** Rounded to tenths of a millisecond, the precision to which the clocks of two pages agree. */
export const summarise = (values: readonly number[]): Summary => ({
  count: values.length,
  p50: tenths(quantile(values, 0.5)),
  p95: tenths(quantile(values, 0.95)),
});
