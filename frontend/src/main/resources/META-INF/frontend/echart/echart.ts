import type { EChartsType } from 'echarts/core';
import { width } from './notation';
import { prepare, say } from './prepare';
import { keepSeen, type Seen, seenBefore } from './seen';
import { background, type Look, still, theme } from './themes';
import { ticksOf } from './ticks';
import { type Place, walk } from './walk';

// Large, so it is fetched once there is something to draw.
let init: typeof import('./library').init;
const library = () => import('./library').then((loaded) => (init = loaded.init));

// One chart a task: a page of many stays ready for a click between them.
let turns: Promise<void> = Promise.resolve();
const inTurn = (draw: () => void) => {
  turns = turns.then(() => new Promise((next) => setTimeout(next))).then(draw).catch(reportError);
  return turns;
};

/** See EChart.java. */
class ShiftscopeChart extends HTMLElement {
  fileName = 'chart';
  pictureTitle = '';
  drawings = 0;

  #option: any = null;
  #description = '';
  #chart: EChartsType | null = null;
  #look: Look = 'light';
  #scheduled = false;
  #drawnWidth = 0;
  #place: Place | null = null;
  #seen: Seen = { shown: {}, zooms: [] };
  #plot = document.createElement('div');
  #said = document.createElement('div');
  #size = new ResizeObserver(() => this.#fit());
  #page = new MutationObserver(() => this.#follow());
  #system = matchMedia('(prefers-color-scheme: dark)');
  #still = matchMedia('(prefers-reduced-motion: reduce)');
  #follow = () => {
    if (this.#chart && this.#lookOfPage() !== this.#look) {
      this.#look = this.#lookOfPage();
      this.#chart.setTheme(this.#theme(this.#look));
      this.#drawNow();
    }
  };

  constructor() {
    super();
    this.#plot.style.cssText = 'position:absolute;inset:0';
    this.#said.setAttribute('aria-live', 'polite');
    this.#said.style.cssText = 'position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)';
    this.addEventListener('keydown', (event) => this.#key(event));
    this.addEventListener('blur', () => this.#leave());
  }

  /** ECharts' option, whole; it comes in parts, those that changed. */
  get option() {
    const parts = this as any;
    if (!parts.frame) return null;
    return { ...parts.frame, series: Array.from({ length: parts.seriesCount }, (_part, i) => parts[`series-${i}`]) };
  }

  /** All of it at once, where no server sends parts. */
  set option(whole: any) {
    const { series, ...frame } = whole;
    const parts: any = { frame, seriesCount: series.length };
    series.forEach((part: any, i: number) => (parts[`series-${i}`] = part));
    Object.assign(this, parts);
    this.#draw();
  }

  /** Counts the options; set beside the parts of one, in any order. */
  set asked(_count: number) {
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

  /** What was last said of a point. */
  get said() {
    return this.#said.textContent ?? '';
  }

  connectedCallback() {
    this.style.display ||= 'block';
    this.style.position = 'relative';
    this.append(this.#plot, this.#said);
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
    this.tabIndex = 0;
    this.setAttribute('role', 'application');
    this.setAttribute('aria-roledescription', 'chart');
    const keys = 'Arrow keys go through its points; Enter opens the trial of a point.';
    this.setAttribute('aria-description', `${this.#description} ${keys}`.trim());
  }

  #fit() {
    if (!this.#chart || this.clientWidth === 0 || this.#drawnWidth !== this.clientWidth) this.#draw();
    if (this.#chart && this.clientWidth > 0) this.#chart.resize();
  }

  /** One drawing for all changes of a round trip. */
  #draw() {
    if (this.#scheduled) return;
    this.#scheduled = true;
    library().finally(() => (this.#scheduled = false)).then(() =>
      inTurn(() => {
        this.#option = this.option;
        if (this.isConnected && this.#option && this.clientWidth > 0 && this.clientHeight > 0) this.#drawNow();
      }),
    );
  }

  #drawNow() {
    const first = !this.#chart;
    this.#chart ??= this.#start();
    this.#drawnWidth = this.clientWidth;
    // Series are replaced by id; all else is merged, so that zoom and hidden series stay.
    this.#chart.setOption(this.#prepared(this.#chart, this.#look, ''), { replaceMerge: ['series'] });
    if (first && this.#seen.zooms.length > 0) this.#chart.dispatchAction({ type: 'dataZoom', batch: this.#seen.zooms });
  }

  #start(): EChartsType {
    this.#look = this.#lookOfPage();
    const chart = init(this.#plot, this.#theme(this.#look), { renderer: 'canvas' });
    this.#seen = seenBefore(this.id);
    chart.on('click', (at: any) => this.#open(at.data));
    chart.on('legendselectchanged', (event: any) => {
      this.#seen.shown = event.selected;
      keepSeen(this.id, this.#seen);
    });
    chart.on('datazoom', () => {
      this.#seen.zooms = zoomsOf(chart);
      keepSeen(this.id, this.#seen);
    });
    chart.on('finished', () => {
      this.drawings++;
      this.setAttribute('drawn', '');
    });
    return chart;
  }

  #open(item: any) {
    if (typeof item?.trial === 'number')
      this.dispatchEvent(new CustomEvent('point-click', { detail: { trial: item.trial } }));
  }

  #prepared(chart: EChartsType, look: Look, title: string) {
    const { color, textStyle } = this.#theme(look);
    const legend = { ...this.#option.legend, selected: { ...this.#option.legend?.selected, ...this.#seen.shown } };
    return prepare({ ...this.#option, legend }, {
      width: this.clientWidth,
      still: this.#still.matches,
      palette: color,
      textWidth: (text) => width(text, textStyle.fontFamily),
      title,
      ticks: (axis) => ticksOf(chart, axis),
    });
  }

  /** Fonts' names are in single quotes: an SVG's style attributes stand in double ones. */
  #theme(look: Look) {
    return theme(look, getComputedStyle(this).fontFamily.replaceAll('"', "'"));
  }

  #lookOfPage(): Look {
    const scheme = getComputedStyle(document.documentElement).colorScheme;
    if (scheme === 'dark') return 'dark';
    return scheme.includes('dark') && this.#system.matches ? 'dark' : 'light';
  }

  #key(event: KeyboardEvent) {
    if (!this.#chart || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Enter' && this.#place) {
      this.#open(this.#itemAt(this.#place));
      event.preventDefault();
      return;
    }
    const shown = (this.#chart.getOption() as any).legend?.[0]?.selected ?? {};
    const place = walk(this.#option, (name) => shown[name] !== false, this.#place, event.key);
    if (!place) return;
    event.preventDefault();
    this.#leave();
    this.#place = place;
    const { series: seriesIndex, index: dataIndex } = place;
    this.#chart.dispatchAction({ type: 'highlight', seriesIndex, dataIndex });
    this.#chart.dispatchAction({ type: 'showTip', seriesIndex, dataIndex });
    const words = say(this.#option.series[seriesIndex], this.#itemAt(place), this.#option.xAxis.name ?? '');
    this.#said.textContent = `${words}. Point ${place.nth} of ${place.of}.`;
  }

  #itemAt(place: Place) {
    return this.#option.series[place.series]?.data[place.index];
  }

  #leave() {
    if (this.#place) {
      const { series: seriesIndex, index: dataIndex } = this.#place;
      this.#chart?.dispatchAction({ type: 'downplay', seriesIndex, dataIndex });
      this.#chart?.dispatchAction({ type: 'hideTip' });
    }
    this.#place = null;
  }

  /** Lets a person draw a box to zoom into, once. */
  zoom() {
    const chart = this.#chart;
    chart?.dispatchAction({ type: 'takeGlobalCursor', key: 'dataZoomSelect', dataZoomSelectActive: true });
    const once = () => {
      chart?.off('datazoom', once);
      chart?.dispatchAction({ type: 'takeGlobalCursor', key: 'dataZoomSelect', dataZoomSelectActive: false });
    };
    chart?.on('datazoom', once);
  }

  /** Lets a person draw a box, once, and tells the trials of the points in it. */
  select() {
    const chart = this.#chart;
    if (!chart) return;
    const cursor = (brushType: 'rect' | false) =>
      chart.dispatchAction({ type: 'takeGlobalCursor', key: 'brush', brushOption: { brushType, brushMode: 'single' } });
    const once = (event: any) => {
      const box = event.areas?.[0]?.range;
      if (!box) return;
      chart.off('brushEnd', once);
      cursor(false);
      chart.dispatchAction({ type: 'brush', areas: [] });
      this.dispatchEvent(new CustomEvent('points-selected', { detail: { trials: this.#trialsIn(box) } }));
    };
    chart.on('brushEnd', once);
    cursor('rect');
  }

  /** `box`: in pixels, [[left, right], [top, bottom]]. */
  #trialsIn(box: number[][]): number[] {
    const shown = (this.#chart?.getOption() as any)?.legend?.[0]?.selected ?? {};
    const [across, down] = box;
    const inside = (item: any) => {
      const [x, y] = this.#chart?.convertToPixel({ gridIndex: 0 }, item.value) ?? [NaN, NaN];
      return x >= across[0] && x <= across[1] && y >= down[0] && y <= down[1];
    };
    const trials = (this.#option.series as any[])
      .filter((series) => shown[series.name] !== false)
      .flatMap((series) => series.data ?? [])
      .filter((item: any) => typeof item?.trial === 'number' && inside(item))
      .map((item: any) => item.trial as number);
    return [...new Set(trials)];
  }

  /** Shows all again. */
  whole() {
    const zooms = ((this.#chart?.getOption() as any)?.dataZoom ?? []) as any[];
    this.#chart?.dispatchAction({
      type: 'dataZoom',
      batch: zooms.map((_zoom, dataZoomIndex) => ({ dataZoomIndex, start: 0, end: 100 })),
    });
  }

  /** The chart as it stands, under its title, on a ground of its own: light, since papers are. */
  picture(type: 'png' | 'svg', look: Look = 'light'): string {
    if (!this.#chart) return '';
    const box = document.createElement('div');
    const height = this.clientHeight + 44;
    box.style.cssText = `position:absolute;left:-99999px;width:${this.clientWidth}px;height:${height}px`;
    document.body.append(box);
    const copy = init(box, this.#theme(look), { renderer: type === 'svg' ? 'svg' : 'canvas', devicePixelRatio: 3 });
    try {
      const now = this.#chart.getOption() as any;
      const prepared = this.#prepared(copy, look, this.pictureTitle);
      copy.setOption({
        ...prepared,
        // The zoom into a box adds zooms of its own; those of the option are first.
        dataZoom: now.dataZoom?.slice(0, prepared.dataZoom?.length ?? 0),
        legend: { ...prepared.legend, selected: now.legend?.[0]?.selected },
        ...still(look),
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

  /** Puts the picture on the clipboard, and tells whether the browser let it. */
  copy() {
    const told = (copied: boolean) => this.dispatchEvent(new CustomEvent('copied', { detail: { copied } }));
    if (!window.isSecureContext || !navigator.clipboard?.write) return told(false);
    const picture = fetch(this.picture('png')).then((answer) => answer.blob());
    return navigator.clipboard.write([new ClipboardItem({ 'image/png': picture })]).then(
      () => told(true),
      () => told(false),
    );
  }
}

/** Those that do not show all. */
function zoomsOf(chart: EChartsType): Seen['zooms'] {
  return (((chart.getOption() as any).dataZoom ?? []) as any[])
    .filter((zoom) => zoom.start > 0 || zoom.end < 100)
    .map(({ id, start, end }) => ({ dataZoomId: id, start, end }));
}

customElements.define('shiftscope-chart', ShiftscopeChart);
