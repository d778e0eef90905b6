// The script of a shared page: draws charts over the tables that stand in it, sets formulas, and asks nothing of any server.
import 'katex/dist/katex.min.css';
import './page.css';
import '../resources/META-INF/frontend/echart/echart';
import katex from 'katex';

type Chart = HTMLElement & {
  option: unknown;
  description: string;
  pictureTitle: string;
  fileName: string;
  picture(type: 'png' | 'svg'): string;
  save(type: 'png' | 'svg'): void;
  zoom(): void;
  whole(): void;
};

for (const code of document.querySelectorAll<HTMLElement>('.formula > code')) {
  const box = document.createElement('span');
  katex.render(code.textContent ?? '', box, { throwOnError: false });
  box.querySelectorAll('annotation').forEach((source) => source.remove());
  code.replaceWith(box);
}

// Charts are drawn as they come into view: a page may have many.
const near = new IntersectionObserver(
  (seen) =>
    seen
      .filter((one) => one.isIntersecting)
      .forEach((one) => {
        near.unobserve(one.target);
        draw(one.target as HTMLElement);
      }),
  { rootMargin: '600px' },
);

const charts = new Map<HTMLElement, Chart>();

for (const figure of document.querySelectorAll<HTMLElement>('figure[data-id]')) {
  const chart = document.createElement('shiftscope-chart') as Chart;
  const source = figure.querySelector('script[type="application/json"]')!;
  chart.fileName = `shiftscope-${figure.dataset.id}`;
  chart.pictureTitle = figure.dataset.pictureTitle ?? '';
  chart.description = figure.dataset.description ?? '';
  chart.setAttribute('aria-label', figure.dataset.label ?? '');
  chart.addEventListener('point-click', (event) => showTrial((event as CustomEvent).detail.trial));
  source.before(chart);
  chart.before(tools(chart));
  charts.set(figure, chart);
  figure.querySelector<HTMLDetailsElement>('details.numbers')!.open = false;
  near.observe(figure);
}

function draw(figure: HTMLElement) {
  const chart = charts.get(figure)!;
  if (chart.option) return;
  chart.option = JSON.parse(figure.querySelector('script[type="application/json"]')!.textContent!);
}

function tools(chart: Chart): HTMLElement {
  const row = document.createElement('div');
  row.className = 'tools';
  row.setAttribute('role', 'group');
  row.setAttribute('aria-label', 'Tools of the figure');
  const button = (text: string, title: string, action: () => void) => {
    const one = document.createElement('button');
    one.type = 'button';
    one.textContent = text;
    one.title = title;
    one.addEventListener('click', action);
    row.append(one);
  };
  button('PNG', 'Save as PNG', () => chart.save('png'));
  button('SVG', 'Save as SVG', () => chart.save('svg'));
  button('Zoom', 'Zoom into a box that you draw', () => chart.zoom());
  button('Reset', 'Show all again', () => chart.whole());
  return row;
}

/** The row of a trial in the table of trials, where there is one. */
function showTrial(trial: number) {
  const row = document.getElementById(`trial-${trial}`);
  row?.scrollIntoView({ block: 'center' });
  document.querySelectorAll('tr.chosen').forEach((one) => one.classList.remove('chosen'));
  row?.classList.add('chosen');
}

// Paper has vector pictures, light, and the numbers. A picture must have been loaded before the print begins.
for (const [figure, chart] of charts) {
  const picture = document.createElement('img');
  picture.className = 'printed';
  picture.alt = figure.dataset.label ?? '';
  chart.after(picture);
  new MutationObserver(() => {
    setTimeout(() => {
      picture.src = `data:image/svg+xml,${encodeURIComponent(chart.picture('svg'))}`;
    });
  }).observe(chart, { attributes: true, attributeFilter: ['drawn'] });
}

// Who prints gets every chart, seen before or not.
document.addEventListener('keydown', (event) => {
  if ((event.ctrlKey || event.metaKey) && event.key === 'p') charts.forEach((_chart, figure) => draw(figure));
});
requestIdleCallback?.(() => charts.forEach((_chart, figure) => draw(figure)), { timeout: 4000 });

let opened: HTMLDetailsElement[] = [];
addEventListener('beforeprint', () => {
  opened = [...document.querySelectorAll<HTMLDetailsElement>('details.numbers:not([open])')];
  opened.forEach((one) => (one.open = true));
});
addEventListener('afterprint', () => opened.forEach((one) => (one.open = false)));
