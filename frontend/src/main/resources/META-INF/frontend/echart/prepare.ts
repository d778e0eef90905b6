// Completes an option that came as plain JSON with what JSON cannot carry: functions.
import { errorBar } from './errorBar';
import { axisNumber, significant } from './numbers';
import { toolbox, type ToolboxActions } from './toolbox';

/** Below this width, in pixels, the legend has a line of its own under the buttons. */
export const NARROW = 520;

const list = (value: any): any[] => (Array.isArray(value) ? value : value ? [value] : []);

export function prepare(option: any, actions: ToolboxActions, still: boolean, palette: string[], narrow: boolean): any {
  return {
    animationDuration: 250,
    animationDurationUpdate: 250,
    ...option,
    animation: !still && option.animation !== false,
    xAxis: list(option.xAxis).map(axis),
    yAxis: list(option.yAxis).map(axis),
    series: list(option.series).map((one) => series(one, palette)),
    tooltip: { confine: true, ...option.tooltip, formatter: tooltip },
    toolbox: option.toolbox === false ? undefined : toolbox(actions, narrow),
    ...(narrow && {
      legend: { ...option.legend, width: '94%', top: 26 },
      grid: { ...option.grid, top: (option.grid?.top ?? 44) + 24, right: option.visualMap ? 84 : 12 },
    }),
  };
}

function axis(axis: any) {
  return {
    ...axis,
    axisLabel: { hideOverlap: true, formatter: axis.type === 'category' ? undefined : axisNumber, ...axis.axisLabel },
    axisPointer: { label: { formatter: (at: any) => significant(at.value) }, ...axis.axisPointer },
  };
}

/** `colorOf` takes a place in the theme's palette, so that a fit has the colour of its curve; `rank` one on a scale from 0 to 1. */
function series(series: any, palette: string[]) {
  const color =
    series.rank !== undefined ? ranked(series.rank) : series.colorOf !== undefined ? palette[series.colorOf % palette.length] : undefined;
  return {
    ...series,
    ...(series.renderItem === 'errorBar' && { renderItem: errorBar }),
    ...(color && { itemStyle: { color, ...series.itemStyle }, lineStyle: { color, ...series.lineStyle } }),
  };
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
    const value = Array.isArray(point.value) ? point.value[1] : point.value;
    const line = row(box, `${point.seriesName}  ${significant(value)}`, false);
    const dot = document.createElement('span');
    dot.style.cssText = 'display:inline-block;width:8px;height:8px;border-radius:50%;margin-right:6px';
    dot.style.background = typeof point.color === 'string' ? point.color : 'gray';
    line.prepend(dot);
  });
  return box;
}

/** Text only, never HTML: titles are written by people. */
function row(box: HTMLElement, text: string, strong: boolean): HTMLElement {
  const line = document.createElement('div');
  line.textContent = text;
  if (strong) line.style.fontWeight = '600';
  box.append(line);
  return line;
}
