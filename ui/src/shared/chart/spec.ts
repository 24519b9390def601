import type { TopLevelSpec } from 'vega-lite';
import type { ResultColumn } from '../results/result-store';
import { axisKind, type ChartChoice, type Mark } from './choice';

/** Tableau's ten, and brighter relatives of them for dark surfaces; both are told apart by colour-blind eyes. */
const LIGHT = ['#4c78a8', '#f58518', '#54a24b', '#b279a2', '#e45756', '#72b7b2', '#9d755d', '#eeca3b', '#ff9da6', '#79706e'];
const DARK = ['#7fb2e5', '#ffb066', '#8fd18a', '#d3a4cc', '#ff8f8c', '#8fd6d0', '#c9a58f', '#f2dc7d', '#ffc2c9', '#b5adab'];

interface Surface {
  dark: boolean;
  /** Whether each row is a mark of its own, so that nothing was put together. */
  plain: boolean;
  width: number;
  height: number;
  /** Values of the theme's tokens. */
  token: (name: string) => string;
}

/** What Vega-Lite draws for a choice. */
export function specOf(marks: Mark[], columns: ResultColumn[], choice: ChartChoice, surface: Surface): TopLevelSpec {
  const palette = surface.dark ? DARK : LIGHT;
  const kind = axisKind(columns.find((other) => other.name === choice.x));
  const bars = choice.kind === 'bar';
  const type = kind === 'quantitative' && bars ? 'ordinal' : kind;
  const title = choice.x ?? '';
  const measure = choice.aggregate === 'count' ? 'rows' : choice.aggregate === 'none' || surface.plain ? (choice.y ?? '') : `${choice.aggregate} of ${choice.y}`;
  const y = { field: 'y', type: 'quantitative', title: measure };
  const coloured = choice.colour ? { color: { field: 'colour', type: 'nominal', title: choice.colour, scale: { range: palette } } } : {};
  const tooltip = [
    { field: 'x', type, title },
    { ...y, format: ',.6~g' },
    ...(choice.colour ? [{ field: 'colour', type: 'nominal', title: choice.colour }] : []),
  ];
  const x = {
    field: 'x',
    type,
    title,
    // Bars of names stand by size.
    ...(kind === 'nominal' && bars ? { sort: '-y' } : {}),
    axis: { labelAngle: kind === 'nominal' && marks.length > 8 ? -40 : 0, labelLimit: 120, labelOverlap: true },
  };
  const pie = { theta: y, color: { field: 'x', type: 'nominal', title, scale: { range: palette } }, tooltip };
  return {
    data: { values: marks },
    width: surface.width,
    height: surface.height,
    autosize: { type: 'fit', contains: 'padding' },
    background: 'transparent',
    mark: markOf(choice, marks.length, palette[0] ?? ''),
    encoding: choice.kind === 'pie' ? pie : { x, y, ...coloured, tooltip },
    config: config(surface),
  } as TopLevelSpec;
}

function markOf(choice: ChartChoice, count: number, color: string) {
  switch (choice.kind) {
    case 'line':
      return { type: 'line', strokeWidth: 2, point: count <= 60, color };
    case 'area':
      return { type: 'area', opacity: 0.65, line: true, color };
    case 'point':
      return { type: 'point', filled: true, opacity: 0.65, size: count > 500 ? 14 : 36, color };
    case 'pie':
      return { type: 'arc', innerRadius: 50 };
    default:
      return { type: 'bar', cornerRadiusEnd: 2, color };
  }
}

function config({ token }: Surface) {
  const text = token('--ink-soft');
  const line = token('--line');
  const font = 'Inter Variable, system-ui, sans-serif';
  const labels = { labelColor: text, titleColor: text, labelFont: font, titleFont: font, labelFontSize: 11, titleFontSize: 12, titleFontWeight: 500 };
  return {
    view: { stroke: 'transparent' },
    axis: { ...labels, gridColor: line, domainColor: token('--line-strong'), tickColor: line, titlePadding: 8 },
    axisX: { grid: false },
    legend: { ...labels, symbolType: 'circle', labelLimit: 160 },
  };
}
