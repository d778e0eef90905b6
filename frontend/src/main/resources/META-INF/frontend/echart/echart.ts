import { BarChart, CustomChart, HeatmapChart, LineChart, ScatterChart } from 'echarts/charts';
import {
  AriaComponent,
  DataZoomComponent,
  GridComponent,
  LegendComponent,
  MarkAreaComponent,
  MarkLineComponent,
  MarkPointComponent,
  TitleComponent,
  ToolboxComponent,
  TooltipComponent,
  VisualMapComponent,
} from 'echarts/components';
import { type EChartsType, init, use } from 'echarts/core';
import { CanvasRenderer, SVGRenderer } from 'echarts/renderers';
import { NARROW, prepare } from './prepare';
import { background, type Look, theme } from './themes';

use([
  BarChart,
  CustomChart,
  HeatmapChart,
  LineChart,
  ScatterChart,
  AriaComponent,
  DataZoomComponent,
  GridComponent,
  LegendComponent,
  MarkAreaComponent,
  MarkLineComponent,
  MarkPointComponent,
  TitleComponent,
  ToolboxComponent,
  TooltipComponent,
  VisualMapComponent,
  CanvasRenderer,
  SVGRenderer,
]);

/** See EChart.java. */
class ShiftscopeChart extends HTMLElement {
  fileName = 'chart';
  drawings = 0;

  #option: any = null;
  #description = '';
  #chart: EChartsType | null = null;
  #look: Look = 'light';
  #scheduled = false;
  #narrow = false;
  #size = new ResizeObserver(() => this.#fit());
  #page = new MutationObserver(() => this.#follow());
  #system = matchMedia('(prefers-color-scheme: dark)');
  #still = matchMedia('(prefers-reduced-motion: reduce)');
  #follow = () => {
    if (this.#chart && this.#lookOfPage() !== this.#look) {
      this.#look = this.#lookOfPage();
      this.#chart.setTheme(this.#theme());
      this.#drawNow();
    }
  };

  get option() {
    return this.#option;
  }

  set option(option: any) {
    this.#option = option;
    this.#draw();
  }

  get description() {
    return this.#description;
  }

  set description(description: string) {
    this.#description = description;
    this.#describe();
  }

  /** The ECharts instance, for tests and for the curious. */
  get chart() {
    return this.#chart;
  }

  connectedCallback() {
    this.style.display ||= 'block';
    this.#size.observe(this);
    this.#page.observe(document.documentElement, { attributes: true, attributeFilter: ['style', 'theme', 'class'] });
    this.#system.addEventListener('change', this.#follow);
    this.#describe();
    this.#draw();
  }

  disconnectedCallback() {
    this.#size.disconnect();
    this.#page.disconnect();
    this.#system.removeEventListener('change', this.#follow);
    this.#chart?.dispose();
    this.#chart = null;
    this.removeAttribute('drawn');
  }

  #describe() {
    this.setAttribute('role', 'img');
    if (this.#description) this.setAttribute('aria-description', this.#description);
  }

  #fit() {
    if (!this.#chart || this.clientWidth === 0 || this.#narrow !== this.clientWidth < NARROW) this.#draw();
    if (this.#chart && this.clientWidth > 0) this.#chart.resize();
  }

  /** One drawing for all changes of a round trip. */
  #draw() {
    if (this.#scheduled) return;
    this.#scheduled = true;
    queueMicrotask(() => {
      this.#scheduled = false;
      if (this.isConnected && this.#option && this.clientWidth > 0 && this.clientHeight > 0) this.#drawNow();
    });
  }

  #drawNow() {
    this.#chart ??= this.#start();
    this.#narrow = this.clientWidth < NARROW;
    // Series are replaced by id; all else is merged, so that zoom and hidden series stay.
    this.#chart.setOption(this.#prepared(), { replaceMerge: ['series'] });
  }

  #start(): EChartsType {
    this.#look = this.#lookOfPage();
    const chart = init(this, this.#theme(), { renderer: 'canvas' });
    chart.on('click', (at: any) => {
      if (at.componentType === 'series')
        this.dispatchEvent(new CustomEvent('point-click', { detail: { series: at.seriesId, index: at.dataIndex } }));
    });
    chart.on('finished', () => {
      this.drawings++;
      this.setAttribute('drawn', '');
    });
    return chart;
  }

  #prepared() {
    return prepare(
      this.#option,
      { whole: () => this.#whole(), save: (type) => this.save(type) },
      this.#still.matches,
      this.#theme().color,
      this.#narrow,
    );
  }

  #theme() {
    return theme(this.#look, getComputedStyle(this).fontFamily);
  }

  #lookOfPage(): Look {
    const scheme = getComputedStyle(document.documentElement).colorScheme;
    if (scheme === 'dark') return 'dark';
    return scheme.includes('dark') && this.#system.matches ? 'dark' : 'light';
  }

  #whole() {
    const zooms = ((this.#chart?.getOption() as any)?.dataZoom ?? []) as any[];
    this.#chart?.dispatchAction({
      type: 'dataZoom',
      batch: zooms.map((_zoom, dataZoomIndex) => ({ dataZoomIndex, start: 0, end: 100 })),
    });
  }

  /** The chart as it stands, without its buttons, on a ground of its own. */
  picture(type: 'png' | 'svg'): string {
    if (!this.#chart) return '';
    const box = document.createElement('div');
    box.style.cssText = `position:absolute;left:-99999px;width:${this.clientWidth}px;height:${this.clientHeight}px`;
    document.body.append(box);
    const copy = init(box, this.#theme(), { renderer: type === 'svg' ? 'svg' : 'canvas', devicePixelRatio: 3 });
    try {
      const now = this.#chart.getOption() as any;
      copy.setOption({
        ...this.#prepared(),
        dataZoom: now.dataZoom,
        legend: now.legend,
        toolbox: { show: false },
        animation: false,
        backgroundColor: background(this.#look),
      });
      return type === 'svg' ? copy.renderToSVGString() : copy.getDataURL({ type: 'png', pixelRatio: 3 });
    } finally {
      copy.dispose();
      box.remove();
    }
  }

  save(type: 'png' | 'svg') {
    const picture = this.picture(type);
    const address = type === 'svg' ? URL.createObjectURL(new Blob([picture], { type: 'image/svg+xml' })) : picture;
    const link = document.createElement('a');
    link.href = address;
    link.download = `${this.fileName}.${type}`;
    link.click();
    if (type === 'svg') setTimeout(() => URL.revokeObjectURL(address), 10_000);
  }
}

customElements.define('shiftscope-chart', ShiftscopeChart);
