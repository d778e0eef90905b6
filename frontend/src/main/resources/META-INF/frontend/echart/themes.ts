// Light and dark, in the page's own colours. The palette is Okabe and Ito's, told apart by people of any colour sight;
// its yellow is left out, and its black follows the theme.

const palette = {
  light: ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#56b4e9', '#b07d00', '#6b5bd2', '#44546a'],
  dark: ['#4da6e0', '#ff8a47', '#2cc295', '#e59bc4', '#8fd0f5', '#e0b040', '#a195f5', '#b4c0d0'],
};

export type Look = 'light' | 'dark';

/** An ECharts theme. `background` is the colour saved pictures stand on. */
export function theme(look: Look, fontFamily: string) {
  const dark = look === 'dark';
  const text = dark ? '#e4ebf5' : '#1d2b3e';
  const quiet = dark ? '#a5b4c8' : '#5a6b82';
  const line = dark ? 'rgba(190,210,240,.28)' : 'rgba(30,55,90,.28)';
  const grid = dark ? 'rgba(190,210,240,.11)' : 'rgba(30,55,90,.09)';
  const axis = {
    axisLine: { show: true, lineStyle: { color: line } },
    axisTick: { show: true, lineStyle: { color: line } },
    axisLabel: { color: quiet, fontSize: 11 },
    splitLine: { show: true, lineStyle: { color: grid } },
    minorSplitLine: { lineStyle: { color: grid } },
    nameTextStyle: { color: quiet, fontSize: 12 },
  };
  return {
    color: palette[look],
    backgroundColor: 'transparent',
    textStyle: { fontFamily, color: text },
    title: { textStyle: { color: text, fontFamily, fontSize: 14, fontWeight: 600 }, subtextStyle: { color: quiet } },
    legend: {
      // The line's height also keeps a legend with pages from cutting its letters.
      textStyle: { color: text, fontFamily, fontSize: 12, lineHeight: 18 },
      inactiveColor: line,
      pageTextStyle: { color: quiet },
      pageIconColor: quiet,
    },
    tooltip: {
      backgroundColor: dark ? '#17212f' : '#ffffff',
      borderColor: line,
      textStyle: { color: text, fontFamily, fontSize: 12 },
      axisPointer: { lineStyle: { color: line }, crossStyle: { color: line }, label: { backgroundColor: quiet } },
    },
    toolbox: { iconStyle: { borderColor: quiet }, emphasis: { iconStyle: { borderColor: text, textFill: text } } },
    valueAxis: axis,
    logAxis: axis,
    categoryAxis: axis,
    line: { lineStyle: { width: 2 } },
  };
}

export function background(look: Look): string {
  return look === 'dark' ? '#1a2534' : '#ffffff';
}

/** The colour of helping lines and marks that belong to no series. */
export function ink(look: Look): string {
  return look === 'dark' ? '#a5b4c8' : '#5a6b82';
}

/** What a prepared option lacks to be a picture of its own. */
export function still(look: Look) {
  return { toolbox: { show: false }, animation: false, backgroundColor: background(look) };
}
