// Numbers as people read them in a lab: four significant digits, 3.0e-3 style where small.

/** A number in a tooltip: at most `digits` significant digits. */
export function significant(value: unknown, digits = 4): string {
  if (typeof value !== 'number' || !Number.isFinite(value)) return '–';
  if (value === 0) return '0';
  const size = Math.abs(value);
  const rounded = Number(value.toPrecision(digits));
  if (size < 1e-3 || size >= 1e6) return minus(rounded.toExponential().replace('e+', 'e'));
  return minus(String(rounded));
}

/** A number on an axis: as short as can be said, with as many digits as tell the ticks apart. */
export function tickLabel(value: number, ticks: number[], logarithmic: boolean): string {
  const step = least(value, ticks);
  if (value === 0 || (!logarithmic && Math.abs(value) < step * 1e-6)) return '0';
  const tolerance = logarithmic ? Math.min(Math.abs(value) * 5e-4, step / 3) : step / 100;
  for (let digits = 1; digits < 16; digits++) {
    const rounded = Number(value.toPrecision(digits));
    if (Math.abs(rounded - value) <= tolerance) return short(rounded);
  }
  return short(value);
}

/** The distance from a tick to its nearest neighbour. */
function least(value: number, ticks: number[]): number {
  const gaps = ticks.map((tick) => Math.abs(tick - value)).filter((gap) => gap > 0);
  return gaps.length === 0 ? Math.abs(value) : gaps.reduce((least, gap) => Math.min(least, gap));
}

function short(value: number): string {
  const size = Math.abs(value);
  if (size < 1e-3 || size >= 1e5) return minus(value.toExponential().replace('e+', 'e'));
  return minus(String(value));
}

function minus(text: string): string {
  return text.replace(/-/g, '\u2212');
}
