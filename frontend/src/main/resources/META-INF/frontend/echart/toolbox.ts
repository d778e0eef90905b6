// The buttons of every chart: zoom into a box, whole again, save as PNG, save as SVG.

const icons = {
  whole: 'path://M3 9V3h6M21 9V3h-6M3 15v6h6M21 15v6h-6',
  png: 'path://M4 4h16v16H4zM4 16l5-5 4 4 3-3 4 4M15 8.5h.01',
  svg: 'path://M12 3v11M8 10l4 4 4-4M4 19h16',
};

export interface ToolboxActions {
  whole(): void;
  save(type: 'png' | 'svg'): void;
}

export function toolbox(actions: ToolboxActions) {
  return {
    show: true,
    right: 4,
    top: -4,
    itemSize: 14,
    itemGap: 9,
    feature: {
      dataZoom: { title: { zoom: 'Zoom into a box', back: 'Undo zoom' }, brushStyle: { opacity: 0.2 } },
      myWhole: { show: true, title: 'Show all', icon: icons.whole, onclick: () => actions.whole() },
      myPng: { show: true, title: 'Save as PNG', icon: icons.png, onclick: () => actions.save('png') },
      mySvg: { show: true, title: 'Save as SVG', icon: icons.svg, onclick: () => actions.save('svg') },
    },
  };
}
