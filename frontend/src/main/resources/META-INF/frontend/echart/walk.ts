// The points of a chart by the arrow keys: left and right along a series, up and down between series.

/** A point of a chart by the places of its series and of itself. */
export interface Place {
  series: number;
  index: number;
  /** Its place among the points of its series that can be seen, from 1, and how many these are. */
  nth: number;
  of: number;
}

/** Where a key leads from a place; null where the key is for somebody else. */
export function walk(option: any, shown: (name: string) => boolean, from: Place | null, key: string): Place | null {
  const rows = points(option, shown);
  if (rows.length === 0) return null;
  const row = Math.max(0, from ? rows.findIndex((one) => one.series === from.series) : 0);
  const column = from ? Math.max(0, rows[row].indices.indexOf(from.index)) : -1;
  switch (key) {
    case 'ArrowRight':
      return at(rows[row], column + 1);
    case 'ArrowLeft':
      return at(rows[row], column < 0 ? rows[row].indices.length - 1 : column - 1);
    case 'PageDown':
      return at(rows[row], column + 10);
    case 'PageUp':
      return at(rows[row], column - 10);
    case 'Home':
      return at(rows[row], 0);
    case 'End':
      return at(rows[row], rows[row].indices.length - 1);
    case 'ArrowDown':
      return at(rows[Math.min(row + 1, rows.length - 1)], Math.max(0, column));
    case 'ArrowUp':
      return at(rows[Math.max(row - 1, 0)], Math.max(0, column));
    default:
      return null;
  }
}

interface Row {
  series: number;
  indices: number[];
}

function points(option: any, shown: (name: string) => boolean): Row[] {
  return (option.series as any[])
    .map((series, place) => ({ series: place, indices: series.silent || !shown(series.name) ? [] : finite(series.data) }))
    .filter((row) => row.indices.length > 0);
}

function finite(data: any[]): number[] {
  return data.flatMap((item, i) => {
    const value = Array.isArray(item) ? item : item.value;
    return typeof value[value.length - 1] === 'number' ? [i] : [];
  });
}

function at(row: Row, column: number): Place {
  const place = Math.min(Math.max(column, 0), row.indices.length - 1);
  return { series: row.series, index: row.indices[place], nth: place + 1, of: row.indices.length };
}
