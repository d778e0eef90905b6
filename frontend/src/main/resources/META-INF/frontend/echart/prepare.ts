// Completes an option that came as plain JSON with what JSON cannot carry: functions, and what depends on the width.
import { errorBar } from './errorBar';
import { append, plain, rich } from './notation';
import { significant, tickLabel } from './numbers';

/** Below this width, in pixels, a chart has less room at its sides. */
const NARROW = 520;
const LEGEND_LINE = 28;
const LEGEND_ITEM = 20 + 5 + 10;

/** What an option is drawn on. */
export interface Ground {
  width: number;
  still: boolean;
  palette: string[];
  /** Of a text at 12 pixels' height. */
  textWidth(text: string): number;
  /** Of a saved picture; empty in the page, where a heading says it. */
  title: string;
  ticks(axis: 'xAxis' | 'yAxis'): number[];
}

const list = (value: any): any[] => (Array.isArray(value) ? value : value ? [value] : []);

export function prepare(option: any, ground: Ground): any {
  const narrow = ground.width < NARROW;
  const names = legendNames(option);
  const titled = ground.title ? 26 : 0;
  const noted = option.note ? 17 * option.note.split('\n').length : 0;
  const legend = names.length === 0 ? 0 : legendLines(names, ground) * LEGEND_LINE;
  const top = titled + noted + legend + (option.marked ? 26 : 12);
  return {
    animationDuration: 250,
    animationDurationUpdate: 250,
    ...option,
    animation: !ground.still && option.animation !== false,
    title: title(option, ground),
    legend: {
      ...option.legend,
      show: names.length > 0,
      type: 'plain',
      left: 4,
      top: titled + noted + 4,
      width: ground.width - 12,
      textStyle: { rich },
    },
    grid: { ...option.grid, top, right: option.visualMap ? (narrow ? 84 : 112) : narrow ? 12 : 18 },
    xAxis: list(option.xAxis).map((one) => axis(one, () => ground.ticks('xAxis'))),
    yAxis: list(option.yAxis).map((one) => axis(one, () => ground.ticks('yAxis'))),
    series: list(option.series).map((one) => series(one, ground.palette)),
    ...(option.visualMap && { visualMap: { ...option.visualMap, formatter: (value: number) => significant(value, 3) } }),
    // Its buttons are the page's own, and what lies in a box is told, not shown.
    brush: { toolbox: [], xAxisIndex: 0, yAxisIndex: 0, transformable: false, outOfBrush: {}, inBrush: {} },
    tooltip: { confine: true, ...option.tooltip, formatter: tooltip },
    // The zoom into a box is this feature's; its buttons are the page's own.
    toolbox: { left: -200, itemSize: 0, showTitle: false, feature: { dataZoom: { brushStyle: { opacity: 0.2 } } } },
  };
}

/** One name alone says what the heading says. */
function legendNames(option: any): string[] {
  const names = list(option.legend?.data).map((entry) => String(entry.name));
  return names.length > 1 ? names : [];
}

function legendLines(names: string[], ground: Ground): number {
  let lines = 1;
  let used = 0;
  for (const name of names) {
    const needed = LEGEND_ITEM + ground.textWidth(name);
    if (used > 0 && used + needed > ground.width - 16) {
      lines++;
      used = 0;
    }
    used += needed;
  }
  return lines;
}

/** What bars are stands on the picture; its title only where no heading is above it. */
function title(option: any, ground: Ground) {
  return {
    show: Boolean(ground.title || option.note),
    left: 8,
    top: 4,
    itemGap: 4,
    text: ground.title,
    subtext: option.note ?? '',
    textStyle: { rich },
    // Said, since ECharts would take the width of 国, which fonts without it do not have.
    subtextStyle: { rich, fontSize: 11, lineHeight: 15 },
    ...(!ground.title && { padding: [0, 0, 0, 0], itemGap: 0 }),
  };
}

/** `names` are those of the ticks, which are numbers else. */
function axis(axis: any, ticks: () => number[]) {
  const logarithmic = axis.type === 'log';
  const said = (value: number) => axis.names?.[ticks().indexOf(value)] ?? tickLabel(value, ticks(), logarithmic);
  return {
    ...axis,
    nameTextStyle: { rich, ...axis.nameTextStyle },
    axisLine: { onZero: false, ...axis.axisLine },
    axisLabel: {
      hideOverlap: true,
      formatter: axis.type === 'category' ? undefined : said,
      ...(axis.names && { rich }),
      ...axis.axisLabel,
    },
    axisPointer: { label: { formatter: (at: any) => significant(at.value) }, ...axis.axisPointer },
  };
}

/**
 * `colorOf` takes a place in the theme's palette, so that a fit has the colour of its curve; an item's `rank` takes one on a scale
 * from 0 to 1; `symbolEvery` shows every n-th symbol of a curve; a `hollow` item is a rim.
 */
function series(series: any, palette: string[]) {
  const color = series.colorOf === undefined ? undefined : palette[series.colorOf % palette.length];
  const every = series.symbolEvery;
  return {
    ...series,
    ...(series.renderItem === 'errorBar' && { renderItem: errorBar }),
    ...(color && { itemStyle: { color, ...series.itemStyle }, lineStyle: { color, ...series.lineStyle } }),
    ...(every && {
      symbolSize: (_value: unknown, at: any) => (at.dataIndex % every === Math.floor(every / 2) ? series.symbolSize : 0),
    }),
    ...(series.data && { data: series.data.map((item: any) => hollowed(heated(item), color)) }),
    ...(series.markLine && { markLine: { ...series.markLine, label: { rich, ...series.markLine.label } } }),
  };
}

function heated(item: any) {
  if (item.rank === undefined) return item;
  return { ...item, itemStyle: { color: ranked(item.rank), ...item.itemStyle } };
}

/** Only the rim in the colour that the point would have. */
function hollowed(item: any, color?: string) {
  if (!item.hollow) return item;
  return { ...item, itemStyle: { borderWidth: 1.5, borderColor: item.itemStyle?.color ?? color, ...item.itemStyle, color: 'transparent' } };
}

/** From cold to hot, readable on light and dark. */
function ranked(rank: number): string {
  const stops = [
    [44, 123, 214],
    [132, 92, 210],
    [208, 76, 140],
    [232, 120, 60],
  ];
  const at = Math.min(Math.max(rank, 0), 1) * (stops.length - 1);
  const i = Math.min(Math.floor(at), stops.length - 2);
  const mix = stops[i].map((part, k) => Math.round(part + (stops[i + 1][k] - part) * (at - i)));
  return `rgb(${mix.join(',')})`;
}

/** A point in words: its own where it has some. */
export function say(series: any, item: any, xName: string): string {
  if (item?.tip) return plain(String(item.tip).split('\n').join(', '));
  const value = Array.isArray(item) ? item : (item?.value ?? []);
  return plain(`${series.name}, ${xName} ${significant(value[0])}: ${significant(value[value.length - 1])}`);
}

function tooltip(given: any): string | HTMLElement {
  const points = list(given).filter((point) => point.seriesName && !point.seriesName.startsWith('\u0000'));
  const box = document.createElement('div');
  box.style.lineHeight = '1.45';
  const tip = !Array.isArray(given) && given.data?.tip;
  if (tip) {
    String(tip)
      .split('\n')
      .forEach((text, i) => row(box, text, i === 0));
    return box;
  }
  if (points.length === 0) return '';
  if (Array.isArray(given)) row(box, significant(points[0].axisValue), true);
  points.forEach((point) => {
    const value = Array.isArray(point.value) ? point.value[point.value.length - 1] : point.value;
    const line = row(box, `${point.seriesName}  ${significant(value)}`, false);
    const dot = document.createElement('span');
    dot.style.cssText = 'display:inline-block;width:8px;height:8px;border-radius:50%;margin-right:6px';
    dot.style.background = typeof point.color === 'string' ? point.color : 'gray';
    line.prepend(dot);
  });
  return box;
}

function row(box: HTMLElement, text: string, strong: boolean): HTMLElement {
  const line = document.createElement('div');
  append(line, text);
  if (strong) line.style.fontWeight = '600';
  box.append(line);
  return line;
}
