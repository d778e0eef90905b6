import type { EChartsType } from 'echarts/core';

/** The ticks that an axis has now; ECharts tells a label's formatter its own alone. */
export function ticksOf(chart: EChartsType, axis: 'xAxis' | 'yAxis'): number[] {
  const found = (chart as any).getModel()?.getComponent(axis)?.axis;
  const custom = found?.model.get(['axisLabel', 'customValues']);
  return custom ?? found?.scale.getTicks().map((tick: any) => tick.value) ?? [];
}
