// Symbols as Notation.java writes them for charts: θ{sub|te}, x{sup|2}.

export const MARK = /\{(sub|sup)\|([^}]*)\}/g;

/** ECharts' styles of lowered and raised text; the padding moves them by about a third of a letter. */
export const rich = {
  sub: { fontSize: 9, padding: [8, 0, 0, 0], verticalAlign: 'bottom' },
  sup: { fontSize: 9, padding: [0, 0, 8, 0], verticalAlign: 'top' },
};

/** As words that can be heard. */
export function plain(text: string): string {
  return text
    .replace(MARK, ' $2 ')
    .replace(/ +/g, ' ')
    .replace(/ (?=[,.:;)])/g, '')
    .trim();
}

/** Into the page; text only, never HTML, since people write titles. */
export function append(box: HTMLElement, text: string): void {
  let end = 0;
  for (const mark of text.matchAll(MARK)) {
    const part = document.createElement(mark[1]);
    part.textContent = mark[2];
    box.append(text.slice(end, mark.index), part);
    end = mark.index + mark[0].length;
  }
  box.append(text.slice(end));
}

let measuring: CanvasRenderingContext2D | null = null;

/** Width in pixels at 12 pixels' height. */
export function width(text: string, fontFamily: string): number {
  measuring ??= document.createElement('canvas').getContext('2d');
  if (!measuring) return text.length * 7;
  measuring.font = `12px ${fontFamily}`;
  return measuring.measureText(text.replace(MARK, '$2')).width;
}
