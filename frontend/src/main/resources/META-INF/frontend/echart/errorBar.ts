// A vertical bar with caps from low to high, in the colour of its series. Data: [x, middle, low, high, pixels to the right].

export function errorBar(_params: any, api: any) {
  const x = api.value(0);
  const low = api.coord([x, api.value(2)]);
  const high = api.coord([x, api.value(3)]);
  low[0] += api.value(4);
  high[0] += api.value(4);
  const cap = 4;
  const style = { stroke: api.visual('color'), fill: 'none', lineWidth: 1.5 };
  const stroke = (x1: number, y1: number, x2: number, y2: number) => ({
    type: 'line',
    shape: { x1, y1, x2, y2 },
    style,
  });
  return {
    type: 'group',
    children: [
      stroke(low[0], low[1], high[0], high[1]),
      stroke(low[0] - cap, low[1], low[0] + cap, low[1]),
      stroke(high[0] - cap, high[1], high[0] + cap, high[1]),
    ],
  };
}
