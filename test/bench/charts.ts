/** Draws how costs grow, as SVG that reads well on a light and on a dark page. */
import { parse, View } from 'vega';
import { compile, type TopLevelSpec } from 'vega-lite';
import type { Growth } from './growth.ts';

/** Of a middle brightness, since the page behind may be either. */
const INK = '#808890';
const COLOURS = ['#e8833a', '#7a86c8', '#4a9f8e'];

/** On logarithmic axes, where what is linear runs alongside the dashed line. */
export async function growthChart(growth: Growth): Promise<string> {
  const { sizes, unit, lines } = growth;
  const points = lines.flatMap(({ name, times }) =>
    times.map((time, index) => ({ name, size: sizes[index], time })),
  );
  const first = lines[0]!.times[0]!;
  const linear = [sizes[0]!, sizes.at(-1)!].map(size => ({ size, time: (first * size) / sizes[0]! }));
  const size = {
    field: 'size',
    type: 'quantitative',
    scale: { type: 'log', nice: false },
    title: unit,
  } as const;
  const time = { field: 'time', type: 'quantitative', scale: { type: 'log' }, title: 'ms' } as const;
  return draw({
    width: 460,
    height: 240,
    background: 'transparent',
    layer: [
      {
        data: { values: linear },
        mark: { type: 'line', strokeDash: [4, 4], color: INK },
        encoding: { x: { ...size, axis: { values: [...sizes] } }, y: time },
      },
      {
        data: { values: points },
        mark: { type: 'line', point: { size: 50 } },
        encoding: {
          x: size,
          y: time,
          color: {
            field: 'name',
            type: 'nominal',
            title: null,
            sort: null,
            scale: { domain: lines.map(({ name }) => name), range: COLOURS },
          },
        },
      },
    ],
    config: {
      font: 'sans-serif',
      axis: { labelColor: INK, titleColor: INK, gridColor: INK, gridOpacity: 0.25, tickColor: INK },
      legend: { labelColor: INK, orient: 'bottom', labelLimit: 400 },
      view: { stroke: null },
    },
  });
}

async function draw(spec: TopLevelSpec): Promise<string> {
  const view = new View(parse(compile(spec).spec), { renderer: 'none' });
  try {
    return await view.toSVG();
  } finally {
    view.finalize();
  }
}
