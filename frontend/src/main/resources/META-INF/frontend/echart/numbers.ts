// Numbers as people read them in a lab: four significant digits, 3.0e-3 style where small.

/** A number in a tooltip: at most `digits` significant digits. */
export function significant(value: unknown, digits = 4): string {
  if (typeof value !== 'number' || !Number.isFinite(value)) return '–';
  if (value === 0) return '0';
  const size = Math.abs(value);
  if (size < 1e-3 || size >= 1e6) return minus(value.toExponential(digits - 1).replace('e+', 'e'));
  return minus(String(Number(value.toPrecision(digits))));
}

/** A number on an axis: as short as it can be said. */
export function axisNumber(value: number): string {
  if (value === 0) return '0';
  const size = Math.abs(value);
  const rounded = Number(value.toPrecision(4));
  if (size < 1e-3 || size >= 1e5) return minus(rounded.toExponential().replace('e+', 'e'));
  return minus(String(rounded));
}

function minus(text: string): string {
  return text.replace(/-/g, '\u2212');
}
