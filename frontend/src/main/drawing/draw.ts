// The script by which the server draws a figure, as the page saves it: see DrawPicture.java, which gives it `textWidth`.
import { setPlatformAPI } from 'echarts/core';
import { init } from '../resources/META-INF/frontend/echart/library';
import { MARK } from '../resources/META-INF/frontend/echart/notation';
import { prepare } from '../resources/META-INF/frontend/echart/prepare';
import { still, theme } from '../resources/META-INF/frontend/echart/themes';
import { ticksOf } from '../resources/META-INF/frontend/echart/ticks';

declare const textWidth: (text: string, bold: boolean, pixels: number) => number;

/** Of a CSS font, such as "600 14px 'DejaVu Sans'". */
function measured(text: string, font?: string): number {
  const size = /([0-9.]+)px/.exec(font || '');
  return textWidth(text, /\b([6-9]00|bold)\b/.test(font || ''), size ? Number(size[1]) : 12);
}

setPlatformAPI({ measureText: (text: string, font?: string) => ({ width: measured(text, font) }) });

function draw(json: string, title: string, width: number, height: number, fontFamily: string): string {
  const look = 'light';
  const drawn = theme(look, fontFamily);
  const chart = init(null, drawn, { renderer: 'svg', ssr: true, width, height });
  try {
    const prepared = prepare(JSON.parse(json), {
      width,
      still: true,
      palette: drawn.color,
      textWidth: (text) => measured(text.replace(MARK, '$2')),
      title,
      ticks: (axis) => ticksOf(chart, axis),
    });
    chart.setOption({ ...prepared, ...still(look) });
    return chart.renderToSVGString();
  } finally {
    chart.dispose();
  }
}

// Nothing here happens later: what ECharts would do on a page after a while is left out.
Object.assign(globalThis, { draw, setTimeout: () => 0, clearTimeout: () => {} });
