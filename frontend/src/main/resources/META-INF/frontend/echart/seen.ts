// How a person looks at a chart, kept in the tab of the browser: a reload shows it so again.

/** What is shown of a chart. */
export interface Seen {
  /** Names of the legend, and whether they are shown. */
  shown: Record<string, boolean>;
  /** In per cent of the whole. */
  zooms: { dataZoomId: string; start: number; end: number }[];
}

const keyOf = (chart: string) => `shiftscope.seen.${location.pathname}#${chart}`;

export function keepSeen(chart: string, seen: Seen) {
  try {
    sessionStorage.setItem(keyOf(chart), JSON.stringify(seen));
  } catch (refused) {
    console.debug('What is seen of a chart could not be kept', refused); // no room, or none allowed
  }
}

export function seenBefore(chart: string): Seen {
  try {
    return { shown: {}, zooms: [], ...JSON.parse(sessionStorage.getItem(keyOf(chart)) ?? '{}') };
  } catch {
    return { shown: {}, zooms: [] };
  }
}
